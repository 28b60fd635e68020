"""Where no cell tells the status, the name of the sheet does."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from aligner.domain.catalogue import Level
from aligner.domain.standards.fields import Status
from aligner.readers.catalogue import Reading
from aligner.readers.cells.words import status_of_heading

from ..building import read


def of_sheets(folder: Path, name: str, headings: list[str], row: list[str]) -> Reading:
    """A list in force, and this row on a sheet of this name."""
    workbook = Workbook()
    assert workbook.active is not None
    workbook.active.title = "现行"
    for line in (headings, ["GB/T 5276-2015", "现行标准", "现行"][: len(headings)]):
        workbook.active.append(line)
    other = workbook.create_sheet(name)
    other.append(headings)
    other.append(row)
    workbook.save(folder / "list.xlsx")
    return read(folder / "list.xlsx", Level.NATIONAL)


@pytest.mark.parametrize(
    ("name", "status"),
    [("废止", Status.WITHDRAWN), ("已废止标准", Status.WITHDRAWN), ("Withdrawn standards", Status.WITHDRAWN),
     ("被代替", Status.SUPERSEDED), ("即将实施的国家标准", Status.UPCOMING)],
)  # fmt: skip
def test_the_name_of_a_sheet_is_the_status_of_standards_without_one(tmp_path: Path, name: str, status: Status) -> None:
    reading = of_sheets(tmp_path, name, ["标准号", "标准名称"], ["GB/T 2602-1990", "旧标准"])
    assert dict(zip(reading.table["designation"], reading.table["status"], strict=True)) == {
        "GB/T 5276-2015": Status.IN_FORCE,
        "GB/T 2602-1990": status,
    }
    assert [one.sheet for one in reading.problems if one.code == "status_of_sheet"] == [name]


def test_a_status_of_its_own_outranks_the_name_of_the_sheet(tmp_path: Path) -> None:
    reading = of_sheets(tmp_path, "废止", ["标准号", "标准名称", "状态"], ["GB/T 2602-1990", "旧标准", "现行"])
    assert set(reading.table["status"]) == {Status.IN_FORCE}
    assert [one for one in reading.problems if one.code == "status_of_sheet"] == []


@pytest.mark.parametrize("name", ["现行及废止", "含废止", "Sheet1", "代替", "Revised", "非废止", "国家标准目录"])
def test_a_name_that_says_more_or_less_is_no_status(name: str) -> None:
    assert status_of_heading(name) is None
