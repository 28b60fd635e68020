"""Cells of a spreadsheet with a line of headings, in Chinese or English and in any order."""

import shutil
from collections.abc import Iterator

import pytest

from aligner.domain.progress import Silent
from aligner.usecases.comparing.entry import Form, open_form
from aligner.usecases.comparing.paste import Pasted, read_pasted
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.samples.project import sample_project

NATIONAL, INTERNATIONAL = "GB/T 229-2020", "ISO 148-1:2016"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("sample")
    sample_project(str(folder / "sample.aligner"), "secretary", Silent()).close()
    with open_project(str(shutil.copy(folder / "sample.aligner", folder / "ours.aligner")), "secretary") as opened:
        yield opened


@pytest.fixture
def form(session: Session) -> Form:
    return open_form(session, NATIONAL, INTERNATIONAL)


def pasted(session: Session, form: Form, *lines: str) -> Pasted:
    read = read_pasted(session, form, [line.split("|") for line in lines])
    assert read is not None
    return read


def test_columns_are_found_by_chinese_headings_in_any_order(session: Session, form: Form) -> None:
    read = pasted(session, form, "序号|国际要求|国家要求|指标名称|单位", "1|≥ 27|≥ 34|冲击吸收能量|J", "||||")
    assert read.rows == (
        {
            "indicator": "冲击吸收能量",
            "national_value": "≥ 34",
            "international_value": "≥ 27",
            "national_unit": "J",
            "international_unit": "J",
        },
    )
    assert read.unknown == ("序号",)


def test_columns_are_found_by_the_headings_of_the_window_in_english(session: Session, form: Form) -> None:
    read = pasted(session, form, "Direction|National value|Key?|Indicator", "higher|34 J|yes|Energy")
    assert read.rows == ({"indicator": "Energy", "key": "yes", "national_value": "34 J", "direction": "higher"},)
    assert read.unknown == ()


def test_a_unit_of_one_standard_goes_before_that_of_both(session: Session, form: Form) -> None:
    (row,) = pasted(session, form, "指标|国家要求|国际要求|单位|国际单位", "强度|235|235|MPa|N/mm²").rows
    assert (row["national_unit"], row["international_unit"]) == ("MPa", "N/mm²")


def test_clauses_behind_the_numbers_become_clauses(session: Session, form: Form) -> None:
    (row,) = pasted(session, form, "国家标准号/条款|指标名称|国家要求", f"{NATIONAL}, 5.2|能量|≥ 34").rows
    assert row == {"indicator": "能量", "national_value": "≥ 34", "national_clause": "5.2"}


def test_rows_of_another_pair_are_left_out_and_counted(session: Session, form: Form) -> None:
    read = pasted(
        session,
        form,
        "国家标准号|国际标准号|指标名称|国家要求",
        f"{NATIONAL}|{INTERNATIONAL}|能量|≥ 34",
        "|ISO 148-1|温度|23 ℃",
        f"GB/T 9999-2020|{INTERNATIONAL}|能量|≥ 34",
        f"no number|{INTERNATIONAL}|能量|≥ 34",
    )
    assert [row["indicator"] for row in read.rows] == ["能量", "温度"]
    assert read.others == 2


def test_a_verdict_is_taken_only_where_the_values_say_another_one(session: Session, form: Form) -> None:
    headings = "指标|国家要求|国际要求|结论|理由"
    equal, stricter = pasted(session, form, headings, "a|≥ 5|≥ 4|严于|", "b|≥ 5|≥ 4|一致|class").rows
    assert (equal["verdict"], stricter["verdict"]) == ("", "一致")


@pytest.mark.parametrize(
    "line",
    [
        "Noise|yes|≤ 75|dB(A)",
        "指标",
        "国家标准号|国际标准号",
        "单位|方向",
        "指标|a|b|c|d|e|国家要求",
        "",
    ],
)
def test_a_line_that_is_no_line_of_headings_is_a_row(session: Session, form: Form, line: str) -> None:
    assert read_pasted(session, form, [line.split("|"), ["x", "y"]]) is None
