"""Small tables as workbooks hold them: on several sheets, with merged cells, several numbers and formats of numbers."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from aligner.domain.degree import Degree
from aligner.domain.progress import Silent
from aligner.readers.cells.shown import shown
from aligner.readers.small_tables.comparisons import read_comparisons
from aligner.readers.small_tables.decisions import DecisionRow, read_applicability, read_decisions

HEADINGS = ("national", "international", "degree")


def saved(workbook: Workbook, folder: Path) -> Path:
    file = folder / "handed_in.xlsx"
    workbook.save(file)
    return file


def pairs(rows: list[DecisionRow]) -> list[tuple[str, str, Degree | None]]:
    return [(row.national, row.international, row.degree) for row in rows]


def test_every_sheet_that_is_such_a_table_is_read_and_any_other_is_told(tmp_path: Path) -> None:
    workbook = Workbook()
    for number, title in enumerate(("ann", "bob"), 1):
        sheet = workbook.create_sheet(title)
        sheet.append(HEADINGS)
        sheet.append((f"GB/T {number}-2019", f"ISO {number}:2017", "IDT"))
    workbook.worksheets[0].title = "notes"
    workbook["notes"].append(("Please fill in one sheet each.",))
    rows, problems = read_decisions(saved(workbook, tmp_path), Silent())
    assert pairs(rows) == [("GB/T 1-2019", "ISO 1:2017", Degree.IDT), ("GB/T 2-2019", "ISO 2:2017", Degree.IDT)]
    assert [(one.code, one.sheet) for one in problems] == [("sheet_not_read", "notes")]


def test_a_merged_cell_holds_for_all_its_rows(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (
        HEADINGS,
        ("GB/T 1-2019", "ISO 1:2017", "IDT"),
        (None, "ISO 2:2017", None),
        ("GB/T 3-2019", "ISO 3", "MOD"),
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C2:C3")
    rows, problems = read_decisions(saved(workbook, tmp_path), Silent())
    assert pairs(rows) == [
        ("GB/T 1-2019", "ISO 1:2017", Degree.IDT),
        ("GB/T 1-2019", "ISO 2:2017", Degree.IDT),
        ("GB/T 3-2019", "ISO 3", Degree.MOD),
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("numbers", "degrees", "expected"),
    [
        ("ISO 1:2017\nISO 2:2017", "IDT\nMOD", [Degree.IDT, Degree.MOD]),
        ("ISO 1:2017; ISO 2:2017", "IDT", [Degree.IDT, Degree.IDT]),
        ("ISO 1:2017、ISO 2:2017", "MOD；NEQ", [Degree.MOD, Degree.NEQ]),
    ],
)
def test_several_numbers_in_a_cell_are_a_decision_each(
    numbers: str, degrees: str, expected: list[Degree], tmp_path: Path
) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(HEADINGS)
    workbook.worksheets[0].append(("GB/T 1-2019", numbers, degrees))
    rows, problems = read_decisions(saved(workbook, tmp_path), Silent())
    assert [(row.international, row.degree) for row in rows] == list(
        zip(("ISO 1:2017", "ISO 2:2017"), expected, strict=True)
    )
    assert problems == []


def test_several_works_in_a_cell_are_judged_alike(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(("international", "applicable"))
    workbook.worksheets[0].append(("ISO 1\nISO 2", "Y"))
    rows, _ = read_applicability(saved(workbook, tmp_path), Silent())
    assert [row.work for row in rows] == ["ISO 1", "ISO 2"]


def test_a_number_is_what_its_cell_shows(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(("national", "international", "indicator", "national_value", "international_value"))
    sheet.append(("GB/T 1-2019", "ISO 1:2017", "ash", 0.05, 1234.5678))
    sheet["D2"].number_format = "0%"
    sheet["E2"].number_format = "#,##0.00"
    (row,), _ = read_comparisons(saved(workbook, tmp_path), Silent())
    assert (row.national_side.value, row.international_side.value) == ("5 %", "1234.57")


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (0.05, "0%", "5 %"),
        (0.0525, "0.0%", "5.3 %"),
        (12345.678, "#,##0.00", "12345.68"),
        (2.5, "0", "3"),
        (-0.5, "0.00_ ", "-0.50"),
        (5, '0.0" mm"', "5.0"),
        (0.5, "# ?/?", None),
        (0.5, "General", None),
        (44197, "yyyy-mm-dd", None),
        (1234.5, "0.00E+00", None),
        ("5", "0%", None),
        (True, "0%", None),
    ],
)
def test_formats_with_a_fixed_number_of_decimals_tell_what_is_shown(
    number: object, number_format: str, text: str | None
) -> None:
    assert shown(number, number_format) == text
