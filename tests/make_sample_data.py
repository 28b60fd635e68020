"""Writes the workbooks of sample_data/ from the readable sources in tests/sample_source/.

Run `python tests/make_sample_data.py` after changing a source; the same sources give the same bytes. A source holds
each cell as it stands in the sheet, with three marks: `number:19.04` is a numeric cell, `date:2020-11-19` a date
cell, and `\\u00a0` stands for a character nobody sees. In the ISO source `replaces` names references; the sheet
holds their ids.
"""

import csv
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Cell = str | int | float | date | None
Row = list[Cell]

SOURCE = Path(__file__).parent / "sample_source"
SAMPLE = Path(__file__).parent.parent / "sample_data"
STATE = datetime.fromisoformat("2024-08-31")  # the day all catalogues speak of
MARKS = {"\\u00a0": "\u00a0", "\\u200b": "\u200b"}

GB_TITLE = "国家标准采用国际标准情况一览表（示例）"
GB_NOTE = "填报单位：标准化研究室　　数据截至：2024-08-31　　单位：项"
GB_GROUPS = {  # heading of a group of columns: the names below it in the second heading row
    "采标情况": ("采用国际标准号", "采标程度"),
    "标准计划": ("计划编号", "下达日期"),
}
ISO_HEADINGS = [
    "id",
    "deliverableType",
    "supplementType",
    "reference",
    "title.en",
    "title.fr",
    "publicationDate",
    "edition",
    "icsCode",
    "ownerCommittee",
    "currentStage",
    "replaces",
    "replacedBy",
    "languages",
    "pages.en",
    "scope.en",
]


def source(name: str) -> list[dict[str, str]]:
    """The rows of one source file, as text."""
    with (SOURCE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cell(text: str) -> Cell:
    """What the sheet holds for a text of the source; None when it is empty."""
    kind, _, value = text.partition(":")
    if kind == "number":
        return float(value) if "." in value else int(value)
    if kind == "date":
        return date.fromisoformat(value)
    for mark, character in MARKS.items():
        text = text.replace(mark, character)
    return text or None


def gb_rows() -> list[Row]:
    """The national sheet: a title, a note, two heading rows, then the rows, numbered where they are standards."""
    rows = source("national_gb.csv")
    below = {name: group for group, names in GB_GROUPS.items() for name in names}
    names = ["序号", *rows[0]]
    upper: Row = [
        below.get(name, name) if name == GB_GROUPS.get(below.get(name, ""), (name,))[0] else None for name in names
    ]
    lower: Row = [name if name in below else None for name in names]
    table: list[Row] = [[GB_TITLE], [GB_NOTE], upper, lower]
    number = 0
    for row in rows:
        is_standard = bool(row["中文标准名称"]) and not row["中文标准名称"].startswith("number:")
        number += is_standard
        table.append([number if is_standard else None, *(cell(text) for text in row.values())])
    return table


def iso_rows() -> list[Row]:
    """The international sheet in the columns of ISO Open Data; who replaces whom is told by ids, both ways."""
    rows = source("international_iso.csv")
    ids = {row["reference"]: row["id"] for row in rows}
    heirs: dict[str, list[str]] = {}
    for row in rows:
        for reference in _listed(row["replaces"]):
            heirs.setdefault(reference, []).append(row["id"])
    return [list(ISO_HEADINGS), *(_iso_row(row, ids, heirs) for row in rows)]


def _iso_row(row: dict[str, str], ids: dict[str, str], heirs: dict[str, list[str]]) -> Row:
    replaces = [ids[reference] for reference in _listed(row["replaces"])]
    values: dict[str, Cell] = {name: row.get(name) or None for name in ISO_HEADINGS}
    values |= {name: int(row[name]) for name in ("id", "edition", "currentStage")}
    values |= {
        "icsCode": str(_listed(row["icsCode"])),
        "languages": str(_listed(row["languages"])) if row["languages"] else None,
        "replaces": _identifiers(replaces),
        "replacedBy": _identifiers(heirs.get(row["reference"], [])),
        "scope.en": f"<p>{row['scope.en']}</p>" if row["scope.en"] else None,
    }
    return list(values.values())


def _listed(text: str) -> list[str]:
    return text.split(";") if text else []


def _identifiers(ids: list[str]) -> str | None:
    return f"[{', '.join(ids)}]" if ids else None


def iec_rows() -> list[Row]:
    """The international sheet in a webstore-like layout, all text."""
    rows = source("international_iec.csv")
    table: list[Row] = [list(rows[0])]
    for row in rows:
        table.append([text or None for text in (row | {"ICS": row["ICS"].replace(";", "; ")}).values()])
    return table


def decision_rows(name: str) -> list[Row]:
    """A filled form of sample_data/ with its heading row, as its csv holds it."""
    with (SAMPLE / name).open(encoding="utf-8-sig", newline="") as lines:
        return [[text or None for text in row] for row in csv.reader(lines)]


def write(path: Path, sheet: str, rows: list[Row], widths: dict[int, int], heading_rows: int = 1) -> None:
    """One workbook with one sheet of these rows; merges the headings when there are two rows of them."""
    book = xlsxwriter.Workbook(
        path, {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": sheet, "created": STATE})
    page = book.add_worksheet(sheet)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(line, column, value, day)
            elif value is not None:
                page.write(line, column, value)
    for column, width in widths.items():
        page.set_column(column, column, width)
    if heading_rows == 2:
        _merge_headings(
            page, rows, book.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1})
        )
    page.freeze_panes(heading_rows if heading_rows == 1 else 4, 2)
    book.close()


def _merge_headings(page: Any, rows: list[Row], heading: Any) -> None:
    """Merges the title over all columns, a group over its names, and every other name over both rows."""
    upper, lower = rows[2], rows[3]
    page.merge_range(0, 0, 0, len(upper) - 1, rows[0][0], heading)
    page.merge_range(1, 0, 1, len(upper) - 1, rows[1][0])
    for column, name in enumerate(upper):
        if name is None:
            continue
        if lower[column] is None:
            page.merge_range(2, column, 3, column, name, heading)
            continue
        last = column + len(GB_GROUPS[str(name)]) - 1
        page.merge_range(2, column, 2, last, name, heading)
        for below in range(column, last + 1):
            page.write(3, below, lower[below], heading)


def build(folder: Path) -> None:
    """Writes every workbook of the sample data into this folder."""
    write(folder / "national_standards_gb.xlsx", "国家标准", gb_rows(), {0: 6, 1: 22, 2: 44, 3: 44, 7: 22, 11: 30}, 2)
    write(folder / "international_iso.xlsx", "iso_deliverables_metadata", iso_rows(), {3: 28, 4: 60, 15: 60})
    write(folder / "international_iec.xlsx", "Publications", iec_rows(), {0: 36, 4: 60, 8: 60})
    write(folder / "decisions.xlsx", "decisions", decision_rows("decisions.csv"), {0: 24, 1: 24, 6: 60})


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
