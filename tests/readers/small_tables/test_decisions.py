"""Decisions, applicability and known pairs as handed in."""

from pathlib import Path

import pytest

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Coverage, Verdict
from aligner.domain.problem import Severity
from aligner.domain.progress import Silent
from aligner.readers.small_tables.decisions import read_applicability, read_decisions, read_truth
from tests.readers.building import a_workbook

HEADINGS = ["national", "international", "verdict", "degree", "coverage", "reason", "note"]


def a_file(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_degree_alone_confirms(tmp_path: Path) -> None:
    rows, problems = read_decisions(
        a_file(tmp_path / "d.csv", ",".join(HEADINGS), "GBT19001—2016,ISO 9001：2015,,等同采用,,,ok"), Silent()
    )
    assert not problems
    assert (rows[0].national, rows[0].international, rows[0].work) == ("GB/T 19001-2016", "ISO 9001:2015", "ISO 9001")
    assert (rows[0].verdict, rows[0].degree, rows[0].coverage, rows[0].note, rows[0].row) == (
        Verdict.CONFIRMED,
        Degree.IDT,
        Coverage.FULL,
        "ok",
        2,
    )
    assert rows[0].printed["degree"] == "等同采用"


def test_chinese_headings_and_words_are_known(tmp_path: Path) -> None:
    rows, problems = read_decisions(
        a_workbook(
            tmp_path / "d.xlsx",
            [
                ["国家标准", "国际标准", "结论", "程度", "覆盖", "理由", "备注"],
                ["GB/T 1-2020", "ISO 1:2000", "确认", "MOD", "联合：甲", "更多", ""],
                ["GB/T 2-2020", "ISO 2", "否决", "", "", "", ""],
                ["GB/T 3-2020", "", "无对应", "", "", "", ""],
            ],
        ),
        Silent(),
    )
    assert not problems
    assert [row.verdict for row in rows] == [Verdict.CONFIRMED, Verdict.REJECTED, Verdict.NO_COUNTERPART]
    assert (rows[0].coverage, rows[0].joint, rows[0].reason) == (Coverage.JOINT, "甲", "更多")
    assert rows[2].work == rows[2].international == ""


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("GB/T 1-2020,ISO 1,confirmed,,,,", "no_degree"),
        ("GB/T 1-2020,ISO 1,maybe,,,,", "unknown_verdict"),
        ("GB/T 1-2020,ISO 1,,,,,", "no_verdict"),
        ("GB/T 1-2020,ISO 1,,very,,,", "unknown_degree"),
        ("GB/T 1-2020,,,IDT,,,", "no_international"),
        (",ISO 1,,IDT,,,", "no_national"),
        ("GB/T 1-2020,ISO 1,,IDT,half,,", "unknown_coverage"),
        ("GB/T 1-2020,ISO 1,,IDT,joint,,", "unknown_coverage"),
    ],
)
def test_a_row_that_makes_no_sense_is_told_and_the_others_are_taken(tmp_path: Path, line: str, code: str) -> None:
    rows, problems = read_decisions(
        a_file(tmp_path / "d.csv", ",".join(HEADINGS), line, "GB/T 9-2020,ISO 9,,NEQ,partial,,"), Silent()
    )
    assert [row.national for row in rows] == ["GB/T 9-2020"]
    assert [(problem.code, problem.row, problem.severity) for problem in problems] == [(code, 2, Severity.LEFT_OUT)]


def test_an_old_degree_is_translated_aloud(tmp_path: Path) -> None:
    rows, problems = read_decisions(
        a_file(tmp_path / "d.csv", ",".join(HEADINGS), "GB/T 1-2020,ISO 1,,eqv,,,"), Silent()
    )
    assert rows[0].degree is Degree.MOD
    assert [problem.code for problem in problems] == ["legacy_mark"]


def test_a_table_without_its_first_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="national"):
        read_decisions(a_file(tmp_path / "d.csv", "a,b", "1,2"), Silent())


def test_applicability_is_read_with_its_reason_codes(tmp_path: Path) -> None:
    rows, problems = read_applicability(
        a_file(
            tmp_path / "a.csv",
            "international,applicable,reason,note",
            "ISO 1006:2015,N,N2 N5,",
            "ISO 1007,?,,",
            "ISO 1,暂不适用,标准待修订,",
            "ISO 2,vielleicht,,",
        ),
        Silent(),
    )
    assert [(row.work, row.verdict, row.reason, row.note) for row in rows] == [
        ("ISO 1006", ApplicabilityVerdict.NOT_APPLICABLE, "N2 N5", ""),
        ("ISO 1007", ApplicabilityVerdict.UNDETERMINED, "", ""),
        ("ISO 1", ApplicabilityVerdict.DEFERRED, "", "标准待修订"),
    ]
    assert [(problem.code, problem.row) for problem in problems] == [("unknown_applicability", 5)]


def test_known_pairs_name_works(tmp_path: Path) -> None:
    rows, problems = read_truth(
        a_file(tmp_path / "t.csv", "national,work", "JIS C 5101:1998,ISO 9229:2007", "JIS C 1:2000,"), Silent()
    )
    assert [(row.national, row.work) for row in rows] == [("JIS C 5101:1998", "ISO 9229")]
    assert [problem.row for problem in problems] == [3]
