"""The form in which key technical indicators are compared: a workbook to fill in, with choices where words are few."""

from collections.abc import Sequence
from pathlib import Path

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.exchange.target import replacing
from aligner.reports.workbook.cells import clean

CHOICES: dict[str, Sequence[str]] = {
    "key": ("yes", "no"),
    "method_equivalence": ("same", "equivalent", "different"),
    "direction": ("lower", "higher", "narrower", "wider", "qualitative"),
    "verdict": ("E", "S", "L", "X", "N+", "I+"),
}
"""The words of the columns that have only a few."""

ROWS_TO_FILL = 200
"""Empty rows below the last one that offer the choices, too."""

_WIDTHS = {"national": 20, "international": 20, "indicator": 30, "reason": 34, "note": 24}


def write_comparison_form(table: Table, target: Path, translate: Translator) -> None:
    """Write the table as a workbook that the program reads again. Raises AlignerError when it cannot be written."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes a workbook needs it

    with replacing(target) as file:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        workbook = Workbook(file, options)
        sheet = workbook.add_worksheet("comparisons")
        heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        cell = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for position, (name, values) in enumerate(table.columns.items()):
            sheet.write_string(0, position, name, heading)
            sheet.set_column(position, position, _WIDTHS.get(name, 14), cell)
            for row, value in enumerate(values, 1):
                if value not in {None, ""}:
                    sheet.write_string(row, position, clean(str(value)), cell)
            if name in CHOICES:
                sheet.data_validation(1, position, len(table) + ROWS_TO_FILL, position, _choice(name, translate))
        sheet.freeze_panes(1, 3)
        workbook.close()


def _choice(name: str, translate: Translator) -> dict[str, object]:
    return {
        "validate": "list",
        "source": list(CHOICES[name]),
        "error_title": "Aligner",
        "error_message": translate(N_("Choose one of the words in the list, or leave the cell empty.")),
    }
