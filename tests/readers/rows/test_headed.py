"""What titles and group headings say holds for the standards below them that say nothing of their own."""

from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.readers.catalogue import Reading
from aligner.readers.rows.reading import LONG

from ..building import a_workbook, read

HEADINGS = ["标准号", "标准名称", "采用国际标准"]


def statuses(reading: Reading) -> dict[str, str]:
    return dict(zip(reading.table["designation"], reading.table["status"], strict=True))


def degrees(reading: Reading) -> dict[str, list[str | None]]:
    return {row["designation"]: [one[1] for one in row["statements"]] for row in reading.table.rows()}


def told(reading: Reading) -> list[tuple[str, int]]:
    return [
        (str(one.values["text"]), int(one.values["count"])) for one in reading.problems if "_of_heading" in one.code
    ]


def test_the_title_of_a_list_is_the_status_of_standards_without_one(tmp_path: Path) -> None:
    rows = [["2019年废止国家标准目录"], ["标准号", "状态"], ["GB/T 1-1990", ""], ["GB/T 2-1990", "现行"]]
    reading = read(a_workbook(tmp_path / "list.xlsx", rows))
    assert statuses(reading) == {"GB/T 1-1990": "withdrawn", "GB/T 2-1990": "in_force"}
    assert told(reading) == [("2019年废止国家标准目录", 1)]


def test_a_group_holds_through_the_groups_within_it_and_ends_with_the_next_of_its_kind(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        *[["一、废止标准"], ["（一）机械"], ["GB/T 1-1990", "轴承"], ["（二）电工"], ["GB/T 2-1990", "插头"]],
        *[["二、现行标准"], ["（一）机械"], ["GB/T 3-2010", "齿轮"]],
        *[["三、即将实施"], ["GB/T 4-2010", "螺纹"], ["四、电工"], ["GB/T 5-2010", "电缆"]],
    ]
    reading = read(a_workbook(tmp_path / "groups.xlsx", rows))
    assert statuses(reading) == {
        "GB/T 1-1990": "withdrawn",
        "GB/T 2-1990": "withdrawn",
        "GB/T 3-2010": "in_force",
        "GB/T 4-2010": "upcoming",
        "GB/T 5-2010": "in_force",
    }
    assert told(reading) == [("一、废止标准", 2), ("三、即将实施", 1)]


def test_a_group_tells_the_degree_of_adoptions_without_one(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        *[["一、等同采用"], ["GB/T 1-2010", "轴承", "ISO 1:2002"], ["GB/T 2-2010", "插头", "ISO 2:2002 MOD"]],
        *[["二、非等效采用"], ["GB/T 3-2010", "齿轮", "ISO 3:2002、ISO 4:2003"], ["GB/T 4-2010", "螺纹", ""]],
    ]
    reading = read(a_workbook(tmp_path / "degrees.xlsx", rows))
    assert degrees(reading) == {
        "GB/T 1-2010": ["IDT"],
        "GB/T 2-2010": ["MOD"],
        "GB/T 3-2010": ["NEQ", "NEQ"],
        "GB/T 4-2010": [],
    }
    assert told(reading) == [("一、等同采用", 1), ("二、非等效采用", 1)]


@pytest.mark.parametrize("heading", ["拟废止", "现行及废止", "基本等同"])
def test_a_heading_in_doubt_tells_nothing(tmp_path: Path, heading: str) -> None:
    reading = read(a_workbook(tmp_path / "doubt.xlsx", [HEADINGS, [heading], ["GB/T 1-2010", "轴承", "ISO 1:2002"]]))
    assert (statuses(reading), degrees(reading)) == ({"GB/T 1-2010": "in_force"}, {"GB/T 1-2010": [None]})
    assert told(reading) == []


def test_a_group_holds_however_long_the_list_is(tmp_path: Path) -> None:
    """A long list is read in two halves."""
    count = LONG + 100
    lines = [f"GB/T {number}-1990,Title {number}" for number in range(1, count)]
    text = "\n".join(["标准号,标准名称", *lines[:200], "一、废止标准,", *lines[200:]])
    (tmp_path / "long.csv").write_text(text, encoding="utf-8")
    reading = read(tmp_path / "long.csv", Level.NATIONAL)
    assert list(statuses(reading).values()) == ["in_force"] * 200 + ["withdrawn"] * (count - 201)


@pytest.mark.parametrize(
    ("headings", "number", "adopted"),
    [
        (["标准号", "名称", "ISO标准号"], "GB/T {}-2010", "ISO {}:2002"),
        (["GB/T标准号", "名称", "ISO标准号"], "{}-2010", "{}:2002"),
        (["GB/T标准号", "名称", "ISO标准号", "IEC标准号"], "{}-2010", "{}:2002"),
    ],
)
def test_columns_that_are_put_together_change_nothing_about_the_rows(
    tmp_path: Path, headings: list[str], number: str, adopted: str
) -> None:
    rows = [
        headings,
        *[["一、等同采用"], [number.format(1), "轴承", adopted.format(1)], ["", "", adopted.format(2)]],
        *[["二、修改采用"], [number.format(3), "齿轮", adopted.format(3)], ["合计", "2"], ["审核人："]],
    ]
    reading = read(a_workbook(tmp_path / "rows.xlsx", rows))
    assert degrees(reading) == {"GB/T 1-2010": ["IDT", "IDT"], "GB/T 3-2010": ["MOD"]}
    assert reading.accounts == {
        **{"standards": 2, "continued_row": 1, "group_heading": 2, "total_or_note": 2, "headings": 1},
    }


def test_a_list_whose_title_tells_the_status_lacks_none(tmp_path: Path) -> None:
    rows = [["已废止标准清单"], ["标准号", "名称"], ["GB/T 1-1990", "轴承"]]
    assert "status" not in read(a_workbook(tmp_path / "title.xlsx", rows)).missing
    assert "status" in read(a_workbook(tmp_path / "plain.xlsx", rows[1:])).missing
