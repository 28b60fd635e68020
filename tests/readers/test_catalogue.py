"""Whole catalogues, from a file to a table, through the child process."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError, Cancelled
from aligner.domain.problem import Severity
from aligner.domain.standards.fields import COLUMN_NAMES
from aligner.readers.catalogue import ReadRequest, read_catalogue
from tests.readers.building import GB_HEADINGS, ISO_HEADINGS, TODAY, a_gb_row, a_workbook, codes, preview, read


def platform_workbook(path: Path) -> Path:
    """A list as the platform exports it and people continue it: titles, two heading rows, groups, totals, notes."""
    workbook = Workbook()
    cover = workbook.active
    assert cover is not None
    cover.title = "说明"
    cover["A1"] = "填表说明"
    sheet: Any = workbook.create_sheet("国家标准目录")
    sheet["A1"] = "2024年国家标准目录（第一批）"
    sheet["A2"] = "数据来源：本委员会"
    for column, heading in zip("ABCFGH", ["序号", "标准号", "标准名称", "发布日期", "ICS", "标准状态"], strict=True):
        sheet[f"{column}3"] = heading
        sheet.merge_cells(f"{column}3:{column}4")
    sheet["D3"], sheet["D4"], sheet["E4"] = "采标情况", "标准号", "程度"
    for merged in ("A1:H1", "D3:E3"):
        sheet.merge_cells(merged)
    for row in [
        (1, "ＧＢ／Ｔ　１９００１－２０１６", "质量管理体系　要求", "ISO 9001：2015", "等同采用", 42734, 3.12, "现行"),
        ("一、机械",),
        (2, "GB/T 1.1—2020", "标准化工作导则①", "", "", "20200331", 1.12, "现行有效"),
        (3, "GB 4706.1-2005*", "家用电器", "IEC 60335-1:2004（IDT）", None, "2005年8月26日", 97.03, "被代替"),
        (4, "GBT 20000.2-2009 采", "标准化工作指南", "≈ISO/IEC Guide 21-1999", "", "2009-06", "01.120", "现行"),
        (None, "小计", 4),
        ("序号", "标准号", "标准名称", "采标情况", None, "发布日期", "ICS", "标准状态"),
        (
            5,
            "GB/T 3-1997",
            "普通螺纹",
            "ISO 4755:1983 eqv; ISO 3508:1976",
            "",
            datetime(1997, 12, 30),  # noqa: DTZ001 - no time of day
            "21.040.10",
            "废止",
        ),
        (6, "GB/T 3-1997", "普通螺纹", "", "", datetime(1997, 12, 30), "21.040.10", "现行"),  # noqa: DTZ001
        (7, "待定", "无号", "", "", "1890-01-01", "abc", "怪"),
        (8, None, "未编号的标准", "", "", "2020-01-01", "", "现行"),
        (),
        ("合计", 7),
        ("注：本表仅供参考",),
    ]:
        sheet.append(list(row))
    sheet.row_dimensions[7].hidden = True
    workbook.create_sheet("底稿").sheet_state = "hidden"
    workbook.save(path)
    return path


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return read(platform_workbook(tmp_path_factory.mktemp("gb") / "gb.xlsx"))


def test_two_heading_rows_below_title_rows_are_found(platform: Any) -> None:
    assert platform.header_rows == (3, 4)
    assert platform.mapping == {
        "designation": "标准号",
        "title": "标准名称",
        "adopted": "采标情况 标准号",
        "degree": "采标情况 程度",
        "published": "发布日期",
        "ics": "ICS",
        "status": "标准状态",
    }
    assert platform.unmapped == ["序号"]


def test_the_sheet_that_looks_like_a_catalogue_is_read_and_the_others_named(platform: Any) -> None:
    assert platform.sheet == "国家标准目录"
    assert platform.sheets == ["说明", "底稿 (hidden)"]
    assert "other_sheets" in codes(platform)


def test_every_row_is_accounted_for(platform: Any) -> None:
    assert (platform.rows_read, len(platform.table), platform.rows_left_out) == (13, 7, 6)
    left_out = {problem.row: problem.code for problem in platform.problems if problem.severity is Severity.LEFT_OUT}
    assert left_out == {
        6: "group_heading",
        10: "total_or_note",
        11: "repeated_heading",
        15: "no_number",
        17: "total_or_note",
        18: "total_or_note",
    }


def test_dirty_cells_become_values(platform: Any) -> None:
    table = platform.table
    assert table["designation"][:4] == ["GB/T 19001-2016", "GB/T 1.1-2020", "GB 4706.1-2005", "GB/T 20000.2-2009"]
    assert table["title"][:2] == ["质量管理体系 要求", "标准化工作导则"]
    assert table["published"][:6] == ["2016-12-30", "2020-03-31", "2005-08-26", "2009-06", "1997-12-30", "1997-12-30"]
    assert table["ics"][:4] == [["03.120"], ["01.120"], ["97.030"], ["01.120"]]
    assert table["status"] == ["in_force", "in_force", "superseded", "in_force", "withdrawn", "in_force", "unknown"]
    assert table["row"] == [5, 7, 8, 9, 12, 13, 14]


def test_statements_come_from_number_and_degree_wherever_they_stand(platform: Any) -> None:
    stated = [[(one[0], one[1], one[3]) for one in cell] for cell in platform.table["statements"]]
    assert stated[0] == [("ISO 9001:2015", "IDT", "")]
    assert stated[2] == [("IEC 60335-1:2004", "IDT", "")]
    assert stated[3] == [("ISO/IEC Guide 21:1999", None, "")]
    assert stated[4] == [("ISO 4755:1983", "MOD", "EQV"), ("ISO 3508:1976", None, "")]
    assert platform.legacy_marks == 1


def test_what_needs_a_look_is_a_problem_with_row_and_heading(platform: Any) -> None:
    found = {(problem.code, problem.row, problem.column) for problem in platform.problems}
    assert found >= {
        ("number_not_understood", 14, "标准号"),
        ("suspicious_date", 14, "发布日期"),
        ("unknown_status", 14, "标准状态"),
        ("not_ics", 14, "ICS"),
        ("duplicate", 12, "标准号"),
        ("hidden_rows", None, ""),
    }
    assert all(problem.file == "gb.xlsx" and problem.sheet == "国家标准目录" for problem in platform.problems)
    assert all(problem.template.format(**problem.values) for problem in platform.problems)


def test_of_two_rows_with_one_number_the_one_in_force_counts(platform: Any) -> None:
    assert platform.table["duplicate_of"] == [None, None, None, None, 13, None, None]
    assert platform.duplicates == 1


def test_a_table_has_every_column_in_order(platform: Any) -> None:
    assert tuple(platform.table.columns) == COLUMN_NAMES


def test_a_published_standard_goes_before_its_plan(tmp_path: Path) -> None:
    rows = [
        ["标准号", "标准名称", "计划编号"],
        ["20201234-T-604", "螺纹", ""],
        ["GB/T 3-2023", "螺纹", "20201234-T-604"],
        ["", "新项目", "20245678-T-604"],
    ]
    table = read(a_workbook(tmp_path / "plans.xlsx", rows)).table
    assert table["designation"] == ["20201234-T-604", "GB/T 3-2023", "20245678-T-604"]
    assert table["duplicate_of"] == [3, None, None]
    assert table["status"] == ["plan", "in_force", "plan"]


def test_without_a_status_column_dates_and_numbers_tell_it(tmp_path: Path) -> None:
    rows = [
        ["标准号", "标准名称", "发布日期", "实施日期", "废止日期"],
        ["GB/T 1-2020", "a", "2020-01-01", "2020-07-01", ""],
        ["GB/T 2-2026", "b", "2026-10-01", "2027-05-01", ""],
        ["GB/T 3-2001", "c", "2001-01-01", "", "2010-01-01"],
    ]
    assert read(a_workbook(tmp_path / "s.xlsx", rows)).table["status"] == ["in_force", "upcoming", "withdrawn"]


def test_a_number_merged_over_rows_is_one_standard(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet: Any = workbook.active
    for row in [
        ["标准号", "标准名称", "采标国际标准", "采标程度"],
        ["GB/T 1-2020", "a", "ISO 1:2000", "IDT"],
        [None, None, "ISO 2:2001", "MOD"],
        ["GB/T 2-2020", "b", "", ""],
    ]:
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")
    workbook.save(tmp_path / "merged.xlsx")
    reading = read(tmp_path / "merged.xlsx")
    assert reading.table["designation"] == ["GB/T 1-2020", "GB/T 2-2020"]
    assert [one[:2] for one in reading.table["statements"][0]] == [["ISO 1:2000", "IDT"], ["ISO 2:2001", "MOD"]]
    assert "continued_row" in codes(reading)


def test_iso_open_data_is_read_by_its_own_rules(tmp_path: Path) -> None:
    def row(id_: int, reference: str, stage: object, **changed: object) -> list[object]:
        values: dict[str, object] = dict.fromkeys(ISO_HEADINGS, "") | {
            "id": id_,
            "deliverableType": "IS",
            "reference": reference,
            "title.en": "Tools",
            "publicationDate": "2016-05",
            "edition": 1,
            "icsCode": "['49.140']",
            "ownerCommittee": "ISO/TC 20/SC 13",
            "currentStage": stage,
            "languages": "['en', 'fr']",
            "scope.en": "<p>Safe &amp; sound</p>",
        }
        return list((values | changed).values())

    rows = [
        ISO_HEADINGS,
        row(1, "ISO 10:2010", 9599, replacedBy="[2]"),
        row(2, "ISO 10:2016", 9093, replaces="[1, 77]"),
        row(3, "ISO/DIS 11", 4020, publicationDate=""),
        row(4, "ISO 12:2016", "95.20"),
        row(5, "ISO/AWI 13", 2098),
        row(6, "ISO 14", 6000),
    ]
    reading = read(a_workbook(tmp_path / "iso.xlsx", rows), Level.INTERNATIONAL)
    table = reading.table
    assert table["status"] == ["withdrawn", "in_force", "draft", "in_force", "deleted", "draft"]
    assert table["stage"] == [9599, 9093, 4020, 9520, 2098, 6000]
    assert table["replaced_by"][0] == ["ISO 10:2016"]
    assert table["replaces"][1] == ["ISO 10:2010", "id:77"]
    assert table["scope"][0] == "Safe & sound"
    assert table["ics"][0] == ["49.140"]
    assert table["title"] == table["title_en"]
    assert table["source_id"][0] == "1"
    assert reading.unmapped == ["pages.en"]


def test_iec_status_words_are_understood(tmp_path: Path) -> None:
    rows = [["Publication", "Edition", "Publication date", "TC/SC", "Title", "Titre", "Status", "ICS", "Abstract"]]
    words = ["PUBLISHED", "REVISED", "REPLACED", "WITHDRAWN", "DELETED"]
    rows += [
        [f"IEC 6000{at}:2010", "1.1", "2010-01-01", "TC 1", "Fuses", "Fusibles", word, "29.120.50", ""]
        for at, word in enumerate(words)
    ]
    table = read(a_workbook(tmp_path / "iec.xlsx", rows), Level.INTERNATIONAL).table
    assert table["status"] == ["in_force", "superseded", "superseded", "withdrawn", "deleted"]
    assert (table["title_en"][0], table["title_fr"][0], table["edition"][0]) == ("Fuses", "Fusibles", 1)


@pytest.mark.parametrize(
    ("headings", "row", "status"),
    [
        (
            ["規格番号", "規格名称", "英文名称", "適用範囲", "制定年月日", "状態", "ICSコード", "原案作成団体"],
            [
                "JIS B 0001:2019",
                "機械製図",
                "Technical drawings",
                "規定する。",
                "2019-05-20",
                "有効",
                "01.100.20",
                "日本規格協会",
            ],
            "in_force",
        ),
        (
            ["Обозначение", "Наименование", "Дата введения", "Статус", "ОКС"],
            ["ГОСТ Р ИСО 9001-2015", "Системы менеджмента", "01.11.2015", "Отменён", "03.120.10"],
            "withdrawn",
        ),
        (
            ["Standard No.", "Title", "Issuance Date", "Status", "Degree of Equivalence"],
            ["IS 10:2001", "Bolts", "2001-02-03", "Obsolete", "Identical"],
            "withdrawn",
        ),
    ],
)
def test_headings_of_four_languages_are_known(tmp_path: Path, headings: list[str], row: list[str], status: str) -> None:
    reading = read(a_workbook(tmp_path / "list.xlsx", [headings, row]))
    assert not reading.unmapped
    assert reading.table["status"] == [status]
    assert reading.not_understood == 0


def test_the_user_names_columns_and_they_win(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "own.xlsx", [["番", "标准号", "标准名称", "别名"], ["GB/T 1-2020", "GB/T 7-2001", "a", "b"]]
    )
    reading = read(path, columns={"designation": "番", "title": "别名", "scope": ""})
    assert reading.table["designation"] == ["GB/T 1-2020"]
    assert reading.table["title"] == ["b"]
    with pytest.raises(AlignerError, match="别名"):
        read(path, columns={"title": "名"})
    with pytest.raises(AlignerError, match="no field"):
        read(path, columns={"name": "番"})


def test_of_columns_for_one_field_one_is_taken_and_the_others_named(tmp_path: Path) -> None:
    rows = [["标准号", "标准名称", "采标中文名称", "采标英文名称"], ["GB/T 1-2020", "a", "中", "en"]]
    reading = read(a_workbook(tmp_path / "two.xlsx", rows))
    assert reading.table["adopted_title"] == ["en"]
    assert codes(reading) == ["several_columns"]


def test_a_column_of_degrees_with_numbers_states_the_adoption(tmp_path: Path) -> None:
    rows = [
        ["标准编号", "名称", "采标情况"],
        ["GB/T 1-2020", "a", "≈ISO/IEC Guide 21-1999"],
        ["GB/T 2-2020", "b", "无"],
    ]
    table = read(a_workbook(tmp_path / "one.xlsx", rows)).table
    assert [one[:2] for one in table["statements"][0]] == [["ISO/IEC Guide 21:1999", None]]
    assert table["statements"][1] == []


def test_numbers_and_titles_stand_under_a_group_heading(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    text = "国家标准,,国际标准,,\n编号,名称,编号,名称,一致性程度\nGB/T 1-2020,a,ISO 1:2000,x,IDT\n"
    path.write_text(text, encoding="gbk")
    table = read(path).table
    assert [one[:2] for one in table["statements"][0]] == [["ISO 1:2000", "IDT"]]
    assert (table["title"], table["adopted_title"]) == (["a"], ["x"])


def test_a_heading_whose_cells_say_otherwise_is_not_believed(tmp_path: Path) -> None:
    rows = [["标准号", "标准名称", "发布日期"], *([f"GB/T {number}-2020", "a", "机械"] for number in range(1, 9))]
    reading = read(a_workbook(tmp_path / "odd.xlsx", rows))
    assert "published" not in reading.mapping
    assert "mapping_rejected" in codes(reading)


def test_numbers_are_found_by_content_when_no_heading_names_them(tmp_path: Path) -> None:
    rows = [["编码", "标准名称", "发布日期"], *([f"GB/T {number}-2020", "a", "2020-01-01"] for number in range(1, 9))]
    assert read(a_workbook(tmp_path / "odd.xlsx", rows)).mapping["designation"] == "编码"


def test_a_list_without_headings_is_known_by_its_cells(tmp_path: Path) -> None:
    rows = [["GB/T 1-2020", "螺纹", "现行"], ["GB/T 2-2020", "齿轮", "废止"]]
    reading = read(a_workbook(tmp_path / "bare.xlsx", rows))
    assert reading.table["designation"] == ["GB/T 1-2020", "GB/T 2-2020"]
    assert reading.table["title"] == ["螺纹", "齿轮"]
    assert reading.table["status"] == ["in_force", "withdrawn"]
    assert reading.header_rows == ()
    assert "mapping_by_content" in codes(reading)


def test_a_page_without_a_list_is_refused_with_what_stands_there(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="填表说明"):
        read(a_workbook(tmp_path / "cover.xlsx", [["填表说明"], ["请逐项填写", "每年"]]))


def test_the_sheet_is_chosen_by_name_or_place(tmp_path: Path) -> None:
    path = platform_workbook(tmp_path / "gb.xlsx")
    assert read(path, sheet="2").sheet == "国家标准目录"
    with pytest.raises(AlignerError, match="国家标准目录"):
        read(path, sheet="没有")


def test_a_preview_tells_what_would_be_read(tmp_path: Path) -> None:
    path = platform_workbook(tmp_path / "gb.xlsx")
    shown, reading = preview(path), read(path)
    assert shown.mapping == reading.mapping
    assert shown.header_signature == reading.header_signature
    assert shown.preview[2][:3] == ["序号", "标准号", "标准名称"]
    assert shown.shares["designation"] >= 0.6


def test_a_standard_has_one_fingerprint_as_long_as_it_says_the_same(tmp_path: Path) -> None:
    first = read(a_workbook(tmp_path / "a.xlsx", [GB_HEADINGS, a_gb_row(), a_gb_row("GB/T 2-2020")])).table[
        "fingerprint"
    ]
    same = read(
        a_workbook(tmp_path / "b.xlsx", [GB_HEADINGS, a_gb_row("GB/T 2-2020"), a_gb_row(committee="TC1")])
    ).table["fingerprint"]
    other = read(a_workbook(tmp_path / "c.xlsx", [GB_HEADINGS, a_gb_row(degree="MOD")])).table["fingerprint"]
    assert first == same[::-1]
    assert other[0] not in first


def test_a_long_list_read_in_two_halves_is_one_list(tmp_path: Path) -> None:
    lines = [
        f"GB/T {number}-2020,x,{'2020-02-30' if number in (5, 8999) else '2020-01-01'}" for number in range(1, 9001)
    ]
    path = tmp_path / "long.csv"
    path.write_text("\n".join(["标准号,标准名称,发布日期", *lines]), encoding="utf-8")
    reading = read(path)
    assert reading.table["designation"] == [f"GB/T {number}-2020" for number in range(1, 9001)]
    assert reading.table["row"] == list(range(2, 9002))
    assert [problem.row for problem in reading.problems if problem.code == "not_a_date"] == [6, 9000]


class StopsAtOnce:
    """A progress whose user has already pressed stop."""

    def step(self, done: int, total: int, text: str) -> None:  # noqa: ARG002
        raise Cancelled("Stopped.")


def test_a_stop_request_ends_the_reading(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [GB_HEADINGS, a_gb_row()])
    with pytest.raises(Cancelled):
        read_catalogue(ReadRequest(path, Level.NATIONAL, TODAY), StopsAtOnce())


def test_a_script_from_standard_input_can_read(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [GB_HEADINGS, a_gb_row()])
    script = (
        "from datetime import date; from pathlib import Path; from aligner.domain.catalogue import Level;"
        "from aligner.domain.progress import Silent; from aligner.readers.catalogue import ReadRequest, read_catalogue;"
        f"request = ReadRequest(Path({str(path)!r}), Level.NATIONAL, date(2026, 1, 1));"
        "print(read_catalogue(request, Silent()).table['designation'])"
    )
    done = subprocess.run([sys.executable, "-"], input=script, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['GB/T 19001-2016']"


def test_a_title_above_the_headings_is_no_part_of_them(tmp_path: Path) -> None:
    rows = [["国家标准目录", "截至2025年1月1日"], ["标准号", "标准名称"], ["GB/T 1-2020", "螺纹"]]
    reading = read(a_workbook(tmp_path / "titled.xlsx", rows))
    assert (reading.header_rows, reading.mapping) == ((2,), {"designation": "标准号", "title": "标准名称"})


def test_each_of_two_equal_headings_can_be_named(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "twice.xlsx", [["标准号", "标准名称", "标准名称"], ["GB/T 1-2020", "螺纹", "齿轮"]])
    assert read(path).table["title"] == ["螺纹"]
    assert read(path, columns={"title": "标准名称 (2)"}).table["title"] == ["齿轮"]


def test_both_rows_of_headings_may_come_again_on_the_next_page(tmp_path: Path) -> None:
    headings = [["标准号", "标准名称", "采标情况", ""], ["", "", "标准号", "程度"]]
    page = [["GB/T 1-2020", "螺纹", "ISO 1:2016", "IDT"], ["GB/T 2-2020", "齿轮", "", "无"]]
    rows = [*headings, *page, *headings, ["GB/T 3-2020", "轴", "", ""]]
    reading = read(a_workbook(tmp_path / "pages.xlsx", rows))
    assert reading.table["row"] == [3, 4, 7]
    assert codes(reading) == ["repeated_heading", "repeated_heading"]


def test_a_column_of_identifiers_that_are_standard_numbers_is_taken(tmp_path: Path) -> None:
    rows = [["Identifier", "Title", "Status"], ["BS EN ISO 9001:2015", "Quality", "Current"]] + [
        [f"BS {number}:2020", "Screws", "Current"] for number in range(1, 5)
    ]
    reading = read(a_workbook(tmp_path / "bsi.xlsx", rows))
    assert reading.mapping["designation"] == "Identifier"
    assert "source_id" not in reading.mapping


def test_the_sheet_that_is_read_is_not_among_the_others(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "hidden.xlsx", [["标准号", "标准名称"], ["GB/T 1-2020", "螺纹"]], sheet="一")
    workbook = load_workbook(path)
    workbook["一"].sheet_state = "hidden"
    workbook.create_sheet("二").append(["x"])
    workbook.save(path)
    assert read(path, sheet="一").sheets == ["二"]


def test_a_row_with_nothing_but_an_adopted_standard_continues_the_one_above(tmp_path: Path) -> None:
    headings = ["标准号", "标准名称", "采用国际标准号", "采标程度"]
    rows = [headings, ["GB/T 1-2020", "螺纹", "ISO 1:2016", "IDT"], ["", "", "ISO 2:2016", "MOD"]]
    reading = read(a_workbook(tmp_path / "continued.xlsx", [*rows, ["", "无编号", "ISO 3:2016", "MOD"]]))
    assert [one[:2] for one in reading.table["statements"][0]] == [["ISO 1:2016", "IDT"], ["ISO 2:2016", "MOD"]]
    assert codes(reading) == ["continued_row", "no_number"]
