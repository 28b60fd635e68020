"""Text files: every encoding and delimiter, ragged rows, JSON lines, and tables under a wrong name."""

# ruff: noqa: E501 - markup is easier to read on one line

import json
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Severity
from tests.readers.building import GB_HEADINGS, a_gb_row, a_workbook, an_old_workbook, an_open_document, codes, read

ROWS = [GB_HEADINGS, a_gb_row("GB/T 1-2020"), a_gb_row("GB/T 2-2020")]
NUMBERS = ["GB/T 1-2020", "GB/T 2-2020"]
TEXT = "\r\n".join(",".join(row) for row in ROWS) + "\r\n"
JAPANESE = "規格番号,規格名称,状態\nJIS B 1:2020,機械製図,有効\nJIS B 2:2020,歯車,廃止\n"
RUSSIAN = "Обозначение;Наименование;Статус\nГОСТ 1.1-2002;Межгосударственная система;Действует\n"
TAIWANESE = "標準號碼,標準名稱,標準編號\nx,螺紋,GB/T 1-2020\ny,齒輪,GB/T 2-2020\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_chinese_text_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(TEXT.encode(encoding))
    table = read(path).table
    assert table["designation"] == NUMBERS
    assert table["title"][0] == "质量管理体系 要求"


@pytest.mark.parametrize(
    ("text", "encoding", "title"),
    [
        (JAPANESE, "cp932", "機械製図"),
        (JAPANESE, "euc_jp", "機械製図"),
        (RUSSIAN, "cp1251", "Межгосударственная система"),
    ],
)
def test_other_scripts_are_read_in_their_encodings(tmp_path: Path, text: str, encoding: str, title: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    assert read(path).table["title"][0] == title


def test_the_user_names_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Standard No.,Title\nGB/T 1-2020,螺紋\n".encode("big5"))
    assert read(path, encoding="big5").table["title"] == ["螺紋"]
    with pytest.raises(AlignerError, match="Unknown encoding"):
        read(path, encoding="klingon")
    with pytest.raises(AlignerError, match="not written in utf-8"):
        read(path, encoding="utf-8")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("\n".join(delimiter.join(row) for row in ROWS), encoding="utf-8")
    assert read(path).table["designation"] == NUMBERS


def test_a_quoted_text_may_hold_the_delimiter_and_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('标准号,标准名称,采标国际标准\nGB/T 1-2020,"a, b","ISO 1:2000\nISO 2:2001"\n', encoding="utf-8")
    table = read(path).table
    assert table["title"] == ["a, b"]
    assert [one[0] for one in table["statements"][0]] == ["ISO 1:2000", "ISO 2:2001"]


def test_ragged_rows_are_told_and_never_shifted(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "标准号,标准名称,标准状态\nGB/T 1-2020,a,现行\nGB/T 2-2020,b, c,废止\nGB/T 3-2020,d\nGB/T 4-2020,e,废止,,\n",
        encoding="utf-8",
    )
    reading = read(path)
    assert reading.table["designation"] == ["GB/T 1-2020", "GB/T 3-2020", "GB/T 4-2020"]
    assert reading.table["title"] == ["a", "d", "e"]
    assert reading.table["row"] == [2, 4, 5]
    assert [(problem.row, problem.severity) for problem in reading.problems if problem.code == "ragged_row"] == [
        (3, Severity.LEFT_OUT)
    ]
    assert "short_row" in codes(reading)


def test_title_rows_above_a_csv_are_no_ragged_rows(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("国家标准目录\n\n" + TEXT, encoding="utf-8")
    reading = read(path)
    assert reading.table["designation"] == NUMBERS
    assert "short_row" not in codes(reading)


def test_json_lines_are_read_flat_or_nested(tmp_path: Path) -> None:
    path = tmp_path / "iso.jsonl"
    lines = [
        {
            "id": 1,
            "reference": "ISO 1:2000",
            "title.en": "Screws",
            "currentStage": 9599,
            "icsCode": ["21.060"],
            "replacedBy": [2],
        },
        {
            "id": 2,
            "reference": "ISO 1:2010",
            "title": {"en": "Screws", "fr": "Vis"},
            "currentStage": 6060,
            "icsCode": None,
            "replacedBy": None,
        },
    ]
    path.write_text(json.dumps(lines[0]) + "\n" + json.dumps(lines[1]) + '\n{"id": 3, "refer\n', encoding="utf-8")
    reading = read(path, Level.INTERNATIONAL)
    assert reading.table["replaced_by"] == [["ISO 1:2010"], []]
    assert reading.table["ics"] == [["21.060"], []]
    assert reading.table["title_en"] == ["Screws", "Screws"]
    assert reading.table["row"] == [1, 2]
    assert [(problem.code, problem.row) for problem in reading.problems if problem.severity is Severity.LEFT_OUT] == [
        ("broken_line", 3)
    ]


def test_half_a_character_in_json_becomes_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "half.jsonl"
    path.write_text('{"reference": "ISO 1:2010", "title.en": "Screws \\ud800"}\n', encoding="ascii")
    assert read(path, Level.INTERNATIONAL).table["title_en"] == ["Screws \ufffd"]


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"'])
def test_a_line_that_names_the_delimiter_for_excel_is_no_row(tmp_path: Path, line: str) -> None:
    path = tmp_path / "separated.csv"
    path.write_text(line + "\n标准号;标准名称\nGB/T 1-2020;螺纹\n", encoding="utf-8")
    reading = read(path)
    assert (reading.mapping["title"], reading.header_rows, reading.table["row"]) == ("标准名称", (2,), [3])


def test_a_quotation_mark_left_open_swallows_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text('标准号,标准名称\nGB/T 1-2020,"齿\n轮"\nGB/T 2-2020,"螺纹\nGB/T 3-2020,轴\n', encoding="utf-8")
    reading = read(path)
    assert reading.table["title"] == ["齿 轮", '"螺纹', "轴"]
    assert [(problem.code, problem.row) for problem in reading.problems] == [("open_quotation", 3)]


def test_a_list_of_objects_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "samr.json"
    path.write_text(json.dumps([{"C_STD_CODE": "GB/T 1-2020", "C_C_NAME": "螺纹", "STATE": "现行"}]), encoding="utf-8")
    assert read(path).table["status"] == ["in_force"]


def test_an_html_table_named_xls_is_read(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(
        (
            "<html><head><meta charset='gbk'><style>td{}</style></head><body><table><tr><td colspan='4'>国家标准目录</td></tr>"
            "<tr><td rowspan='2'>标准号</td><td rowspan='2'>标准名称</td><td colspan='2'>采标情况</td></tr><tr><td>标准号</td><td>程度</td></tr>"
            "<tr><td>GB/T 1-2020</td><td>螺纹 &amp; 齿轮</td><td>ISO 1:2000<br>ISO 2:2001</td><td>IDT</td></tr></table></body></html>"
        ).encode("gbk")
    )
    reading = read(path)
    assert reading.table["title"] == ["螺纹 & 齿轮"]
    assert [one[:2] for one in reading.table["statements"][0]] == [["ISO 1:2000", "IDT"], ["ISO 2:2001", "IDT"]]


def test_the_content_counts_not_the_name(tmp_path: Path) -> None:
    renamed = {
        "old.xlsx": an_old_workbook(tmp_path / "a", ROWS),
        "new.xls": a_workbook(tmp_path / "b.xlsx", ROWS),
        "open.csv": an_open_document(tmp_path / "c", ROWS),
    }
    (tmp_path / "d").write_text(TEXT, encoding="utf-8")
    for name, path in (renamed | {"text.xls": tmp_path / "d"}).items():
        assert read(path.rename(tmp_path / name)).table["designation"] == NUMBERS


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("표준번호,표준명,상태,대응국제표준,부합화정도\nKS B 1-2020,나사,폐지,ISO 1:2016,IDT\n", "cp949"),
        ("標準號,標準名稱,狀態,採用國際標準號,採用程度\nCNS 1-2020,螺紋,廢止,ISO 1:2016,等同\n", "big5"),
    ],
)
def test_korean_and_traditional_chinese_lists_are_known_by_their_headings(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    table = read(path).table
    assert table["status"] == ["withdrawn"]
    assert [one[:2] for one in table["statements"][0]] == [["ISO 1:2016", "IDT"]]


def test_a_list_under_unknown_headings_is_read_in_the_encoding_its_letters_are_likely_in(tmp_path: Path) -> None:
    path = tmp_path / "unknown.csv"
    titles = ["Межгосударственная система стандартизации", "Единая система конструкторской документации"]
    rows = [f"ГОСТ {number}-2002;{title};Росстандарт" for number in range(100, 130) for title in titles]
    path.write_bytes("\n".join(["Номер документа;Что это;Кто", *rows]).encode("cp1251"))
    reading = read(path, columns={"designation": "Номер документа", "title": "Что это"})
    assert reading.table["title"][:2] == titles


def test_a_text_cut_within_its_last_letter_is_still_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_bytes((TEXT + "GB/T 3-2020,螺纹").encode()[:-1])
    reading = read(path)
    assert reading.encoding == "utf-8"
    assert reading.table["designation"][:2] == NUMBERS


def test_of_many_findings_of_one_kind_the_first_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = [f"GB/T {number}-2020,螺纹,{'没有' if number % 3 == 0 else '21.040'}" for number in range(1, 781)]
    path.write_text("\n".join(["标准号,标准名称,ICS", *rows]), encoding="utf-8")
    strange = [problem for problem in read(path).problems if problem.code == "not_ics"]
    assert [problem.row for problem in strange] == [None, *range(4, 64, 3)]
    assert strange[0].values == {"count": 240, "last": 781, "row": 4}
