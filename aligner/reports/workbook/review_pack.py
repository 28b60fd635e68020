"""The review pack: a workbook for one reviewer, with what is shown locked, choices where words are few, and a manifest.

It holds no macro, no link and no formula, so that Excel, WPS and LibreOffice open it without a warning. The manifest
is a hidden sheet: JSON in pieces, one in each row of its first column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aligner.domain.pairs.pack_columns import ASKED, MANIFEST_SHEET, SHOWN
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.exchange.target import replacing
from aligner.reports.workbook.cells import clean
from aligner.reports.workbook.meeting_sheet import DEGREES, VOTES

SHEET = "review"
HEADINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {name: name for name in (*SHOWN, *ASKED)},
    "zh": {
        **{"national": "国家标准号", "title": "标准名称", "candidates": "候选国际标准"},
        **{"international": "国际标准号", "verdict": "结论", "degree": "一致性程度", "coverage": "覆盖范围"},
        **{"edition": "采用版本", "reason": "理由", "note": "备注"},
    },
}
"""What stands above each column in the reviewer's language; the reader of decisions knows all of them."""

CHOICES: Final[Mapping[str, Mapping[str, Sequence[str]]]] = {
    "en": {
        **{"verdict": VOTES["en"], "degree": DEGREES, "coverage": ("full", "partial")},
        "reason": ("less content", "more content", "altered content", "alternative content"),
    },
    "zh": {
        **{"verdict": VOTES["zh"], "degree": DEGREES, "coverage": ("全部", "部分")},
        "reason": ("内容减少", "内容增加", "内容变更", "技术选择不同"),
    },
}
"""The words of the columns that have only a few, in the reviewer's language."""

OPEN_CHOICES = frozenset({"coverage", "reason"})
"""Other words are accepted here too: `joint:NAME`, and a reason of one's own."""

_WIDTHS = {"national": 22, "title": 36, "candidates": 58, "international": 24, "verdict": 15, "note": 34, "reason": 20}
_PIECE = 30_000
"""Characters of the manifest in one cell; a cell holds 32,767."""

LIST_LIMIT = 255
"""Characters that a list of choices inside a cell rule may have (Excel's limit)."""


@dataclass(frozen=True, slots=True)
class PackRow:
    """One standard to decide on: the texts of SHOWN, and the international numbers and editions to choose from."""

    shown: tuple[str, str, str]
    offered: tuple[str, ...]
    editions: tuple[str, ...]


def shown_text(text: str) -> str:
    """The text as it stands in the cell."""
    return clean(text)


def write_review_pack(
    rows: Sequence[PackRow], headline: Sequence[str], manifest: str, target: Path, translate: Translator
) -> None:
    """Write the workbook; `headline` are the lines of the sheet that tells what to do.

    Raises AlignerError when it cannot be written.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes a workbook needs it

    with replacing(target) as file:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        workbook = Workbook(file, options)
        _write_rows(workbook, rows, translate)
        _write_lines(workbook, headline, translate)
        _write_manifest(workbook, manifest)
        workbook.close()


def _write_rows(workbook: Any, rows: Sequence[PackRow], translate: Translator) -> None:
    sheet = workbook.add_worksheet(SHEET)
    heading = workbook.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7EEF7"}
    )
    locked = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "bg_color": "#F3F3F3"})
    to_fill = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "locked": False, "border": 1})
    for position, name in enumerate((*SHOWN, *ASKED)):
        sheet.write_string(0, position, HEADINGS[translate.language][name], heading)
        sheet.set_column(position, position, _WIDTHS.get(name, 13))
    for number, row in enumerate(rows, 1):
        for position, text in enumerate(row.shown):
            sheet.write_string(number, position, text, locked)
        for position, _ in enumerate(ASKED, len(SHOWN)):
            sheet.write_blank(number, position, None, to_fill)
        for name, offered in (("international", row.offered), ("edition", row.editions)):
            if offered:
                place = len(SHOWN) + ASKED.index(name)
                sheet.data_validation(number, place, number, place, _choice(offered, translate, is_open=True))
    for name, words in CHOICES[translate.language].items():
        place = len(SHOWN) + ASKED.index(name)
        rule = _choice(words, translate, is_open=name in OPEN_CHOICES)
        sheet.data_validation(1, place, max(len(rows), 1), place, rule)
    sheet.freeze_panes(1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": False, "autofilter": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_lines(workbook: Any, lines: Sequence[str], translate: Translator) -> None:
    sheet = workbook.add_worksheet(translate("How to fill in"))
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100)
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, clean(line), plain)
    sheet.protect()


def _write_manifest(workbook: Any, manifest: str) -> None:
    sheet = workbook.add_worksheet(MANIFEST_SHEET)
    for number, begin in enumerate(range(0, len(manifest), _PIECE)):
        sheet.write_string(number, 0, manifest[begin : begin + _PIECE])
    sheet.protect()
    sheet.very_hidden()


def _choice(words: Sequence[str], translate: Translator, *, is_open: bool) -> dict[str, object]:
    fitting: list[str] = []
    for word in words:
        if len(",".join([*fitting, word])) <= LIST_LIMIT and "," not in word:
            fitting.append(word)
    return {
        "validate": "list",
        "source": fitting,
        "error_type": "information" if is_open else "stop",
        "show_error": not is_open,
        "error_title": "Aligner",
        "error_message": translate(N_("Choose one of the words in the list, or leave the cell empty.")),
    }
