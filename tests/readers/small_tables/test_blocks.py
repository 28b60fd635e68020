"""A sheet that is handed in may hold several tables, with one heading row or two; none of their rows is lost."""

from pathlib import Path

import pytest

from aligner.domain.progress import Silent
from aligner.readers.small_tables.decisions import read_decisions
from tests.readers.building import a_workbook

HEADINGS = ["国家标准号", "国际标准号", "判定", "一致性程度"]
FIRST, SECOND = ["GB/T 1-2010", "ISO 1:2002", "确认", "IDT"], ["GB/T 2-2010", "ISO 2:2002", "确认", "MOD"]
BOTH = [("GB/T 1-2010", "ISO 1:2002", "IDT"), ("GB/T 2-2010", "ISO 2:2002", "MOD")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([[*HEADINGS, "", *HEADINGS], [*FIRST, "", *SECOND]], id="side by side"),
        pytest.param([[*HEADINGS, *HEADINGS], [*FIRST, *SECOND]], id="side by side without a gap"),
        pytest.param([HEADINGS, FIRST, [], ["第二页"], HEADINGS, SECOND], id="headings again"),
        pytest.param([HEADINGS, FIRST, [], HEADINGS[::-1], SECOND[::-1]], id="in another order below"),
        pytest.param([["专家判定表"], [], HEADINGS, FIRST, SECOND], id="below a title"),
        pytest.param(
            [["国家标准", "国际标准", "评审结论", ""], ["标准号", "标准号", "结论", "程度"], FIRST, SECOND],
            id="two heading rows",
        ),
        pytest.param(
            [["国家标准号", "国际标准号", "评审", ""], ["", "", "结论", "程度"], FIRST, SECOND],
            id="two heading rows over some columns",
        ),
    ],
)
def test_every_row_of_every_table_of_a_sheet_is_read(tmp_path: Path, rows: list[list[str]]) -> None:
    found, problems = read_decisions(a_workbook(tmp_path / "handed in.xlsx", rows), Silent())
    assert [(one.national, one.international, one.degree) for one in found] == BOTH
    assert problems == []


def test_a_table_below_a_list_that_is_none_of_these_is_told_row_by_row(tmp_path: Path) -> None:
    rows = [HEADINGS, FIRST, [], ["委员会", "标准数"], ["TC 1", "5"]]
    found, problems = read_decisions(a_workbook(tmp_path / "other.xlsx", rows), Silent())
    assert len(found) == 1
    assert [one.row for one in problems] == [4, 5]
