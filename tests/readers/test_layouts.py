"""Layouts of lists as people type and export them, each read as a person would read it."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from aligner.domain.catalogue import Level
from aligner.readers.catalogue import Reading
from tests.readers.building import a_workbook, an_open_document, codes, preview, read

HEADINGS = ["标准号", "标准名称", "采用国际标准号", "采标程度"]


def stated(reading: Reading) -> dict[str, list[tuple[Any, Any]]]:
    """Adopted numbers and degrees of every standard that counts."""
    rows = [row for row in reading.table.rows() if row["duplicate_of"] is None]
    return {row["designation"]: [(one[0], one[1]) for one in row["statements"]] for row in rows}


def test_two_lists_side_by_side_are_two_tables(tmp_path: Path) -> None:
    rows = [
        [*HEADINGS, "", *HEADINGS],
        ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT", "", "GB/T 3-2020", "齿轮", "ISO 3:2016", "MOD"],
        ["GB/T 2-2020", "螺纹", "", "", "", "GB/T 4-2020", "链条", "ISO 4:2016", "NEQ"],
    ]
    reading = read(a_workbook(tmp_path / "beside.xlsx", rows))
    assert stated(reading) == {
        "GB/T 1-2020": [("ISO 1:2016", "IDT")],
        "GB/T 2-2020": [],
        "GB/T 3-2020": [("ISO 3:2016", "MOD")],
        "GB/T 4-2020": [("ISO 4:2016", "NEQ")],
    }
    assert [(one.first_column, one.last_column) for one in reading.blocks] == [("A", "D"), ("F", "I")]


def test_a_second_list_below_has_columns_of_its_own(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT"],
        ["二、推荐性标准"],
        ["采标程度", "标准名称", "采用国际标准号", "标准编号"],
        ["MOD", "齿轮", "ISO 3:2016", "GB/T 3-2020"],
    ]
    reading = read(a_workbook(tmp_path / "below.xlsx", rows))
    assert stated(reading) == {"GB/T 1-2020": [("ISO 1:2016", "IDT")], "GB/T 3-2020": [("ISO 3:2016", "MOD")]}
    assert codes(reading) == ["group_heading"]


def test_sheets_with_like_headings_are_one_list_and_an_unlike_one_is_told_with_its_rows(tmp_path: Path) -> None:
    workbook = Workbook()
    first: Any = workbook.active
    first.title = "甲"
    for title, rows in {
        "甲": [HEADINGS, ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT"], ["GB/T 2-2020", "螺纹", "", ""]],
        "乙": [["标准编号", "采标程度", "标准名称", "采标国际标准"], ["GB/T 3-2020", "MOD", "齿轮", "ISO 3:2016"]],
        "丙": [["标准号", "起草单位", "页数"], ["GB/T 9-2020", "某所", 12]],
        "说明": [["填表说明"]],
    }.items():
        sheet: Any = workbook[title] if title in workbook.sheetnames else workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save(tmp_path / "sheets.xlsx")
    reading = read(tmp_path / "sheets.xlsx")
    assert list(stated(reading)) == ["GB/T 1-2020", "GB/T 2-2020", "GB/T 3-2020"]
    assert reading.sheet == "甲, 乙"
    assert reading.table["sheet"] == ["甲", "甲", "乙"]
    told = {problem.code: problem for problem in reading.problems}
    assert (told["list_not_read"].sheet, told["list_not_read"].values["count"]) == ("丙", 1)
    assert told["other_sheets"].values["others"] == "说明 (1)"
    assert reading.accounts == {"standards": 3, "headings": 2, "not_read": 3}
    assert [one.why_not for one in preview(tmp_path / "sheets.xlsx").blocks] == ["", "", "unlike", ""]
    assert list(stated(read(tmp_path / "sheets.xlsx", blocks=["丙"]))) == ["GB/T 9-2020"]


def test_what_repeated_rows_state_is_joined(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT"],
        ["GB/T 1-2020", "轴承", "ISO 2:2016", "MOD"],
        ["GB/T 2-2020", "螺纹", "", ""],
        ["GB/T 1-2020", "轴承", "ISO 5:2016", "NEQ"],
        ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT"],
    ]
    reading = read(a_workbook(tmp_path / "again.xlsx", rows))
    assert stated(reading)["GB/T 1-2020"] == [("ISO 1:2016", "IDT"), ("ISO 2:2016", "MOD"), ("ISO 5:2016", "NEQ")]
    assert (reading.duplicates, reading.accounts["continued_row"]) == (1, 2)


def test_a_degree_keeps_its_row(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT"],
        ["", "", "ISO 2:2016", ""],
        ["", "", "ISO 3:2016", "MOD"],
    ]
    reading = read(a_workbook(tmp_path / "gap.xlsx", rows))
    assert stated(reading)["GB/T 1-2020"] == [("ISO 1:2016", "IDT"), ("ISO 2:2016", None), ("ISO 3:2016", "MOD")]
    assert [problem.row for problem in reading.problems if problem.code == "no_degree"] == [3]


def test_a_page_break_and_a_group_part_no_standard(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT"],
        ["第 1 页 共 2 页"],
        ["标准编号", "名称", "采用国际标准", "程度"],
        ["", "", "ISO 2:2016", "MOD"],
    ]
    assert stated(read(a_workbook(tmp_path / "break.xlsx", rows))) == {
        "GB/T 1-2020": [("ISO 1:2016", "IDT"), ("ISO 2:2016", "MOD")]
    }


@pytest.mark.parametrize(
    "text",
    [
        "一、基础通用（3项）",
        "3 Electrical",
        "1.1 术语",
        "ICS 21.100.20",
        "SAC/TC 98 滚动轴承",
        "2016年发布",
        "合计 12 项",
        "制表：张三 2020-1-1",
    ],
)
def test_groups_totals_and_signatures_are_no_standards(tmp_path: Path, text: str) -> None:
    rows = [HEADINGS, ["GB/T 1-2020", "轴承", "", ""], [text], ["GB/T 2-2020", "螺纹", "", ""]]
    reading = read(a_workbook(tmp_path / "groups.xlsx", rows))
    assert list(stated(reading)) == ["GB/T 1-2020", "GB/T 2-2020"]
    assert reading.rows_left_out == 1


def test_numbers_of_columns_are_no_standard(tmp_path: Path) -> None:
    rows = [HEADINGS, ["(1)", "(2)", "(3)", "(4)"], ["GB/T 1-2020", "轴承", "", ""]]
    assert list(stated(read(a_workbook(tmp_path / "counted.xlsx", rows)))) == ["GB/T 1-2020"]


def test_a_small_table_below_is_no_part_of_the_list(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ["GB/T 1-2020", "轴承", "ISO 1:2016", "IDT"],
        [],
        ["旧编号", "新编号"],
        ["GB/T 8-2008", "GB/T 1-2020"],
        ["GB/T 9-2008", "GB/T 1-2020"],
    ]
    reading = read(a_workbook(tmp_path / "small.xlsx", rows))
    assert list(stated(reading)) == ["GB/T 1-2020"]
    assert codes(reading).count("other_table") == 3


def test_columns_without_words_are_known_by_their_cells(tmp_path: Path) -> None:
    rows = [
        ["GB标准号", "标准名称", "ISO标准号", ""],
        *[[f"GB/T {n}-2020", "螺纹", f"ISO {n}:2016", "IDT"] for n in (1, 2)],
    ]
    reading = read(a_workbook(tmp_path / "two.xlsx", rows))
    assert stated(reading) == {f"GB/T {n}-2020": [(f"ISO {n}:2016", "IDT")] for n in (1, 2)}


@pytest.mark.parametrize(
    ("headings", "row", "number", "adopted"),
    [
        (
            ["GB/T标准号", "名称", "ISO标准号"],
            ["19001-2016", "质量", "9001:2015"],
            "GB/T 19001-2016",
            ["ISO 9001:2015"],
        ),
        (["GB/T No.", "Title", "IEC No."], ["1-2020", "Plug", "60050"], "GB/T 1-2020", ["IEC 60050"]),
        (["国标号", "名称", "ISO"], ["GB/T 1-2020", "质量", "9001:2015"], "GB/T 1-2020", ["ISO 9001:2015"]),
        (
            ["JIS番号", "規格名称", "ISO番号"],
            ["Q 14001:2015", "環境", "14001:2015"],
            "JIS Q 14001:2015",
            ["ISO 14001:2015"],
        ),
        (
            ["GB/T编号", "名称", "ISO编号"],
            ["1-2020", "质量", "9001:2015、14001:2015"],
            "GB/T 1-2020",
            ["ISO 9001:2015", "ISO 14001:2015"],
        ),
    ],
)
def test_a_number_without_its_body_gets_that_of_its_heading_and_it_is_told(
    tmp_path: Path, headings: list[str], row: list[str], number: str, adopted: list[str]
) -> None:
    reading = read(a_workbook(tmp_path / "bare.xlsx", [headings, row]))
    assert stated(reading) == {number: [(one, None) for one in adopted]}
    assert "body_in_heading" in codes(reading)


def test_a_number_with_its_body_among_bare_ones_keeps_it(tmp_path: Path) -> None:
    rows = [
        ["GB/T标准号", "名称"],
        ["1-2020", "轴承"],
        ["GB 2-2020", "齿轮"],
        ["JB/T 3-2020", "螺纹"],
        ["4-2020", "链"],
    ]
    reading = read(a_workbook(tmp_path / "mixed.xlsx", rows))
    assert set(stated(reading)) == {"GB/T 1-2020", "GB 2-2020", "JB/T 3-2020", "GB/T 4-2020"}


def test_columns_of_several_bodies_are_adopted_together(tmp_path: Path) -> None:
    rows = [
        ["GB/T 编号", "名称", "ISO 编号", "IEC 编号", "程度"],
        ["1-2020", "质量", "9001:2015", "", "IDT"],
        ["2-2020", "设备", "", "IEC 62368-1:2018", "MOD"],
        ["3-2020", "声学", "1:2016", "2:2017", "MOD"],
        ["4-2020", "齿轮", "", "", ""],
    ]
    reading = read(a_workbook(tmp_path / "bodies.xlsx", rows))
    assert stated(reading) == {
        "GB/T 1-2020": [("ISO 9001:2015", "IDT")],
        "GB/T 2-2020": [("IEC 62368-1:2018", "MOD")],
        "GB/T 3-2020": [("ISO 1:2016", "MOD"), ("IEC 2:2017", "MOD")],
        "GB/T 4-2020": [],
    }


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (["标准号", "名称", "采用组织", "采用标准编号"], ["GB/T 1-2010", "轴承", "ISO", "9001:2015"]),
        (["标准号", "名称", "国际标准组织", "国际标准号", "年代号"], ["GB/T 1-2010", "轴承", "ISO", "9001", "2015"]),
        (["标准号", "年代号", "名称", "国际组织", "国际标准号"], ["GB/T 1", "2010", "轴承", "ISO", "9001:2015"]),
        (
            ["Standard No.", "Title", "SDO", "International standard no."],
            ["GB/T 1-2010", "Bearings", "ISO", "9001:2015"],
        ),
    ],
)
def test_the_pieces_of_an_adopted_number_are_put_together(tmp_path: Path, headings: list[str], row: list[str]) -> None:
    reading = read(a_workbook(tmp_path / "pieces.xlsx", [headings, row]))
    assert stated(reading) == {"GB/T 1-2010": [("ISO 9001:2015", None)]}


def test_a_column_of_numbers_with_more_words_is_read_and_one_without_numbers_is_told(tmp_path: Path) -> None:
    rows = [
        ["GB/T编号", "名称", "ISO编号", "IEC编号", "ITU编号"],
        ["1-2020", "质量", "9001:2015 及 Amd 1:2024", "", "见说明"],
        ["2-2020", "声学", "", "IEC 62368-1:2018，MOD", "见说明"],
    ]
    reading = read(a_workbook(tmp_path / "more.xlsx", rows))
    assert stated(reading) == {
        "GB/T 1-2020": [("ISO 9001:2015/Amd 1:2024", None)],
        "GB/T 2-2020": [("IEC 62368-1:2018", "MOD")],
    }
    assert any("ITU编号" in str(one.values) for one in reading.problems)


def test_titles_of_the_adopted_standard_are_never_those_of_the_list(tmp_path: Path) -> None:
    rows = [["ISO标准号", "ISO标准名称", "国标号", "国标名称"], ["ISO 1:2002", "Screws", "GB/T 1-2010", "螺钉"]]
    table = read(a_workbook(tmp_path / "titles.xlsx", rows)).table
    assert (table["title"], table["adopted_title"], table["adopted"]) == (["螺钉"], ["Screws"], ["ISO 1:2002"])


@pytest.mark.parametrize(
    "headings",
    [
        ["Norme", "Titre", "Norme internationale", "Degré d'équivalence", "État"],
        ["Norma", "Título", "Norma internacional", "Correspondencia", "Estado"],
        ["DIN-Nummer", "Titel", "Internationale Norm", "Übereinstimmung", "Status"],
    ],
)
def test_headings_in_the_languages_of_the_lists(tmp_path: Path, headings: list[str]) -> None:
    words = {"Norme": ("identique", "annulée"), "Norma": ("idéntica", "anulada")}
    degree, status = words.get(headings[0], ("identisch", "zurückgezogen"))
    row = ["DIN EN 1234:2001", "Schrauben und Muttern", "ISO 1:2002", degree, status]
    reading = read(a_workbook(tmp_path / "languages.xlsx", [headings, row, row[:1]]))
    assert reading.table["title"][0] == "Schrauben und Muttern"
    assert ("ISO 1:2002", "IDT") in stated(reading)["DIN EN 1234:2001"]
    assert reading.table["status"][0] == "withdrawn"


def test_in_a_list_of_international_standards_the_numbers_of_a_nation_are_not_theirs(tmp_path: Path) -> None:
    rows = [["ISO No.", "Title", "GB/T No."], ["9001:2015", "Quality", "19001-2016"]]
    reading = read(a_workbook(tmp_path / "int.xlsx", rows), level=Level.INTERNATIONAL)
    assert reading.table["designation"] == ["ISO 9001:2015"]


def test_codes_of_the_ics_are_never_adopted_numbers(tmp_path: Path) -> None:
    rows = [["标准号", "标准名称", "国际标准分类"], ["GB/T 1-2020", "螺纹", "21.040.10 螺纹总则"]]
    reading = read(a_workbook(tmp_path / "ics.xlsx", rows))
    assert (reading.table["ics"], reading.table["adopted"]) == ([["21.040.10"]], [""])


def test_number_part_and_year_may_have_columns_of_their_own(tmp_path: Path) -> None:
    rows = [
        ["标准号", "部分", "年代号", "标准名称"],
        ["GB/T 228", "1", 2021.0, "拉伸"],
        ["GB/T 19001", "", "2016", "体系"],
    ]
    assert read(a_workbook(tmp_path / "pieces.xlsx", rows)).table["designation"] == [
        "GB/T 228.1-2021",
        "GB/T 19001-2016",
    ]


def test_a_tick_under_a_degree_is_the_degree(tmp_path: Path) -> None:
    rows = [
        ["标准号", "标准名称", "国际标准号", "IDT", "MOD", "NEQ"],
        ["GB/T 1-2020", "螺纹", "ISO 1:2016", "√", "", ""],
        ["GB/T 2-2020", "齿轮", "ISO 2:2016", "", "", "√"],
    ]
    reading = read(a_workbook(tmp_path / "ticks.xlsx", rows))
    assert stated(reading) == {"GB/T 1-2020": [("ISO 1:2016", "IDT")], "GB/T 2-2020": [("ISO 2:2016", "NEQ")]}


def test_a_statement_in_a_title_or_remark_is_read_and_a_column_of_ones_own_is_kept(tmp_path: Path) -> None:
    rows = [
        ["标准号", "标准名称", "备注", "负责人"],
        ["GB/T 1-2020", "螺纹（ISO 1:2016，IDT）", "", "王"],
        ["GB/T 2-2020", "齿轮", "修改采用ISO 2:2016", ""],
    ]
    reading = read(a_workbook(tmp_path / "prose.xlsx", rows))
    assert stated(reading) == {"GB/T 1-2020": [("ISO 1:2016", "IDT")], "GB/T 2-2020": [("ISO 2:2016", "MOD")]}
    assert reading.table["title"] == ["螺纹", "齿轮"]
    assert reading.table["extra"] == [{"负责人": "王"}, {"备注": "修改采用ISO 2:2016"}]
    assert reading.missing == ["status"]


def test_a_title_in_two_languages_is_cut(tmp_path: Path) -> None:
    rows = [["标准号", "标准名称"], ["GB/T 1-2020", "螺纹 / Screw threads"], ["GB/T 2-2020", "齿轮\nCylindrical gears"]]
    table = read(a_workbook(tmp_path / "languages.xlsx", rows)).table
    assert (table["title"], table["title_en"]) == (["螺纹", "齿轮"], ["Screw threads", "Cylindrical gears"])


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: {"data": {"rows": one, "total": 2}},
        lambda one: {"hits": [{"_id": 1, "_source": x} for x in one]},
    ],
)
def test_records_of_json_are_found_wherever_they_are(tmp_path: Path, wrap: Any) -> None:
    records = [{"C_STD_CODE": f"GB/T {n}-2020", "C_C_NAME": "螺纹", "STATE": "现行", "ICS": "21.040"} for n in (1, 2)]
    path = tmp_path / "list.json"
    path.write_text(json.dumps(wrap(records), indent=1, ensure_ascii=False), encoding="utf-8")
    assert read(path).table["designation"] == ["GB/T 1-2020", "GB/T 2-2020"]


def test_spans_of_html_are_merged_cells(tmp_path: Path) -> None:
    head = "".join(f"<th>{text}</th>" for text in HEADINGS)
    text = (
        f"<html><table><tr>{head}</tr><tr><td colspan=4>一、机械 GB</td></tr>"
        "<tr><td rowspan=2>GB/T 1-2020</td><td rowspan=2>螺纹</td><td>ISO 1:2016</td><td rowspan=2>IDT</td></tr>"
        "<tr><td>ISO 2:2016</td></tr></table></html>"
    )
    (tmp_path / "page.xls").write_text(text, encoding="utf-8")
    assert stated(read(tmp_path / "page.xls")) == {"GB/T 1-2020": [("ISO 1:2016", "IDT"), ("ISO 2:2016", "IDT")]}


def test_a_text_with_a_number_and_title_a_line_is_a_list(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("GB/T 1-2020 螺纹\nGB/T 2-2020 齿轮, 链条\n", encoding="utf-8")
    table = read(tmp_path / "list.txt").table
    assert (table["designation"], table["title"]) == (["GB/T 1-2020", "GB/T 2-2020"], ["螺纹", "齿轮, 链条"])


def test_cells_of_csv_forced_to_be_texts_are_texts(tmp_path: Path) -> None:
    (tmp_path / "forced.csv").write_text('标准号,标准名称\n"=""GB/T 1-2020""",螺纹\n', encoding="utf-8")
    assert read(tmp_path / "forced.csv").table["designation"] == ["GB/T 1-2020"]


def test_an_et_file_is_the_workbook_it_is(tmp_path: Path) -> None:
    a_workbook(tmp_path / "list.xlsx", [HEADINGS, ["GB/T 1-2020", "螺纹", "", ""]]).rename(tmp_path / "list.et")
    assert list(stated(read(tmp_path / "list.et"))) == ["GB/T 1-2020"]


def test_a_list_without_words_in_an_open_document(tmp_path: Path) -> None:
    path = an_open_document(tmp_path / "list.ods", [["code", "name"], ["ISO 1:2016", "Temperature"]])
    assert read(path, Level.INTERNATIONAL).table["title"] == ["Temperature"]
