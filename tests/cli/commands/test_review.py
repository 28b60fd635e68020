"""`aligner decide` and `applicability`: what a row may say, and what is answered."""

import re
import shutil
from pathlib import Path

import pytest
from catalogue_files import (
    APPLICABILITY_HEADINGS,
    DECISION_HEADINGS,
    applicability_file,
    decisions_file,
    international_catalogue,
    national_catalogue,
    write_workbook,
)
from command_line import done, run

from aligner.api import Project
from aligner.domain.change import Action, RowChange, Subject
from aligner.usecases.project.opening import open_project


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogues")
    project = folder / "ours.aligner"
    done("new", project)
    national = national_catalogue(
        folder / "gb.csv",
        ("GB/T 1-2008", "标准", "2008-01-01", "废止"),
        ("GB/T 1-2019",),
        ("GB/T 2-2019",),
        ("GB 3-2019",),
        ("GB/T 4-2010",),
        ("GB/T 4-2020",),
        ("GB/T 19001-2016/ISO 9001:2015",),
    )
    international = international_catalogue(
        folder / "iso.csv",
        ("ISO 1:2010", "Standard", "2010-01-01", "[]", "ISO/TC 1", 9599),
        ("ISO 1:2017",),
        ("ISO 2:2017",),
        ("ISO 9001:2015",),
    )
    done("load", project, national, "--level", "national")
    done("load", project, international, "--level", "international")
    return project


@pytest.fixture
def project(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(prepared, tmp_path / "ours.aligner"))


def standing(project: Path) -> list[tuple[str, ...]]:
    names = ("national", "international", "verdict", "degree", "coverage", "joint")
    with Project.open(project, read_only=True) as opened:
        return [tuple(str(row[name] or "") for name in names) for _, row in opened.decisions().iterrows()]


def decide(project: Path, *rows: tuple[str, ...]) -> tuple[str, str]:
    outcome = run("decide", project, decisions_file(project.parent / "form.csv", *rows), "--reviewer", "secretary")
    assert outcome.code == int(outcome.out == "0 decisions recorded\n"), outcome
    return outcome.out.splitlines()[0], outcome.err


@pytest.mark.parametrize(
    ("row", "stands"),
    [
        (("GB/T 2-2019", "ISO 2:2017", "confirmed", "IDT"), ("confirmed", "IDT", "full", "")),
        (("GB/T 2-2019", "ISO 2:2017", "", "修改采用"), ("confirmed", "MOD", "full", "")),
        (("GB/T 2-2019", "ISO 2:2017", "", "非等效"), ("confirmed", "NEQ", "full", "")),
        (("GB/T 2-2019", "ISO 2:2017", "确认", "idt", "部分"), ("confirmed", "IDT", "partial", "")),
        (("GB/T 2-2019", "ISO 2:2017", "", "MOD", "joint: bearings"), ("confirmed", "MOD", "joint", "bearings")),
        (("GB/T 2-2019", "ISO 2:2017", "rejected", "IDT"), ("rejected", "", "full", "")),
        (("GB/T 2-2019", "ISO 2:2017", "unsure"), ("unsure", "", "full", "")),
    ],
)
def test_a_verdict_on_a_pair(row: tuple[str, ...], stands: tuple[str, ...], project: Path) -> None:
    assert decide(project, row)[0] == "1 decision recorded"
    assert standing(project) == [("GB/T 2-2019", "ISO 2:2017", *stands)]


def test_a_mark_with_two_meanings_is_no_degree(project: Path) -> None:
    first, errors = decide(project, ("GB/T 2-2019", "ISO 2:2017", "", "≈"))
    assert first == "0 decisions recorded"
    assert "≈" in errors
    assert standing(project) == []


def test_a_standard_without_counterpart_needs_no_pair(project: Path) -> None:
    decide(project, ("GB/T 2-2019", "ISO 2:2017", "no_counterpart"))
    assert standing(project) == [("GB/T 2-2019", "", "no_counterpart", "", "full", "")]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("GB/T 2", "GB/T 2-2019"),
        ("gbt2-2019", "GB/T 2-2019"),
        ("GB/T 1", "GB/T 1-2019"),
        ("GB 2-2019", "GB/T 2-2019"),
        ("GB/T 3-2019", "GB 3-2019"),
        ("GB/T 19001-2016", "GB/T 19001-2016/ISO 9001:2015"),
        ("GB/T 19001-2016/ISO 9001:2015", "GB/T 19001-2016/ISO 9001:2015"),
    ],
)
def test_a_national_number_is_found_as_people_write_it(printed: str, meant: str, project: Path) -> None:
    assert decide(project, (printed, "ISO 2:2017", "", "IDT"))[0] == "1 decision recorded"
    assert standing(project)[0][0] == meant


def test_an_undated_national_number_with_several_editions_in_force_is_not_guessed(project: Path) -> None:
    taken, said = decide(project, ("GB/T 4", "ISO 2:2017", "", "IDT"))
    assert taken == "0 decisions recorded"
    assert "form.csv, row 2: GB/T 4 has several editions in the national catalogue. Add the year." in said


@pytest.mark.parametrize("printed", ["ISO 1:2010", "ISO 1", "ISO 1:2030"])
def test_an_international_edition_is_kept_as_cited(printed: str, project: Path) -> None:
    decide(project, ("GB/T 2-2019", printed, "", "IDT"))
    assert standing(project)[0][1] == printed


def test_bad_rows_are_named_and_the_others_taken(project: Path) -> None:
    taken, said = decide(
        project,
        ("GB/T 2-2019", "ISO 2:2017", "", "IDT"),
        ("GB/T 99-2019", "ISO 2:2017", "", "IDT"),
        ("GB/T 1-2019", "ISO 99:2017", "", "IDT"),
        ("GB/T 1-2019", "ISO 1:2017", "confirmed"),
        ("GB/T 1-2019", "ISO 1:2017", "perhaps"),
        ("GB/T 1-2019", "ISO 1:2017", "", "XYZ"),
        ("GB/T 1-2019", "ISO 1:2017", "", "IDT", "half"),
        ("GB/T 1-2019", "ISO 1:2017", "", "IDT", "joint"),
        ("GB/T 1-2019", "", "confirmed", "IDT"),
        ("", "ISO 1:2017", "", "IDT"),
        ("GB/T 1-2019", "ISO 1:2017"),
    )
    assert taken == "1 decision recorded"
    assert all(f"row {row}" in said for row in range(3, 13))
    assert "row 2," not in said
    assert "row 2:" not in said


def test_a_pair_decided_twice_in_a_file_takes_the_later_row(project: Path) -> None:
    taken, said = decide(
        project, ("GB/T 2-2019", "ISO 2:2017", "", "IDT"), ("GB/T 2-2019", "ISO 2:2017", "rejected", "")
    )
    assert taken == "1 decision recorded"
    assert "row 3: GB/T 2-2019 and ISO 2 were already decided in row 2; the later row was used." in said
    assert standing(project)[0][2] == "rejected"


def test_no_counterpart_cannot_stand_beside_a_confirmed_pair(project: Path) -> None:
    decide(project, ("GB/T 2-2019", "ISO 2:2017", "", "IDT"))
    taken, said = decide(project, ("GB/T 2-2019", "", "no_counterpart"))
    assert taken == "0 decisions recorded"
    assert "GB/T 2-2019 has a confirmed counterpart, ISO 2:2017. Reject that pair first." in said


def test_a_confirmed_pair_replaces_no_counterpart(project: Path) -> None:
    decide(project, ("GB/T 2-2019", "", "no_counterpart"))
    decide(project, ("GB/T 2-2019", "ISO 2:2017", "", "IDT"))
    assert [row[2] for row in standing(project)] == ["confirmed"]
    done("undo", project, "--reviewer", "secretary")
    assert [row[2] for row in standing(project)] == ["no_counterpart"]


@pytest.mark.parametrize("first", ["no_counterpart", "confirmed"])
def test_one_file_cannot_say_both(first: str, project: Path) -> None:
    """Whatever comes first in the file: at the end a standard has a counterpart or none."""
    rows = [("GB/T 2-2019", "", "no_counterpart"), ("GB/T 2-2019", "ISO 2:2017", "confirmed", "IDT")]
    decide(project, *(rows if first == "no_counterpart" else reversed(rows)))
    assert [row[2] for row in standing(project)] == ["confirmed"]


def test_the_same_form_again_records_nothing(project: Path) -> None:
    row = ("GB/T 2-2019", "ISO 2:2017", "", "IDT", "", "", "note")
    decide(project, row)
    outcome = run("decide", project, project.parent / "form.csv", "--reviewer", "expert")
    assert outcome.out.splitlines() == ["0 decisions recorded", "1 unchanged"]
    assert len(done("history", project).splitlines()) == 4


def test_a_workbook_is_a_form_too(project: Path) -> None:
    form = write_workbook(
        project.parent / "form.xlsx", DECISION_HEADINGS, [["GB/T 2-2019", "ISO 2:2017", "", "IDT", "", "", "一致"]]
    )
    assert "1 decision recorded" in done("decide", project, form)


def verdicts(project: Path) -> dict[str, tuple[str, str, str]]:
    with Project.open(project, read_only=True) as opened:
        return {
            row["work"]: (row["verdict"], row["reason"], row["note"]) for _, row in opened.applicability().iterrows()
        }


def test_applicability_stands_for_the_work(project: Path) -> None:
    form = applicability_file(
        project.parent / "form.csv", ("ISO 1:2010", "N", "N2", "no ice"), ("ISO 2", "适用"), ("ISO 9001", "?")
    )
    assert done("applicability", project, form) == "3 applicability verdicts recorded\n"
    assert verdicts(project) == {"ISO 1": ("N", "N2", "no ice"), "ISO 2": ("Y", "", ""), "ISO 9001": ("?", "", "")}


def test_a_verdict_against_a_standard_wants_a_reason_and_counts_all_the_same(project: Path) -> None:
    outcome = run("applicability", project, applicability_file(project.parent / "form.csv", ("ISO 2", "N")))
    assert "row 2: ISO 2 is judged N without a reason." in outcome.err
    assert verdicts(project)["ISO 2"][0] == "N"


def test_bad_applicability_rows_are_named_and_the_others_taken(project: Path) -> None:
    form = applicability_file(
        project.parent / "form.csv", ("ISO 99", "Y"), ("ISO 1", "perhaps"), ("", "Y"), ("ISO 2", "Y")
    )
    outcome = run("applicability", project, form)
    assert (outcome.code, outcome.out) == (0, "1 applicability verdict recorded\n")
    assert all(f"row {row}" in outcome.err for row in (2, 3, 4))
    assert "row 5" not in outcome.err


def test_applicability_from_a_workbook_and_twice(project: Path) -> None:
    form = write_workbook(project.parent / "form.xlsx", APPLICABILITY_HEADINGS, [["ISO 2", "D", "D1", ""]])
    done("applicability", project, form)
    assert done("applicability", project, form).splitlines() == [
        "0 applicability verdicts recorded",
        "1 unchanged",
    ]


def test_a_form_of_which_nothing_can_be_taken_is_no_success(project: Path) -> None:
    rows = [
        ("GB/T 2-2019", "ISO 2:2017", "confirmed", "perhaps"),
        ("GB/T 404-2019", "ISO 2:2017", "", "IDT"),
        ("GB/T 2",),
    ]
    outcome = run("decide", project, decisions_file(project.parent / "form.csv", *rows))
    assert (outcome.code, outcome.out) == (1, "0 decisions recorded\n")
    lines = [int(found) for found in re.findall(r"row (\d)", outcome.err)]
    assert lines == [2, 3, 4]


def test_decisions_of_before_editions_are_brought_along_once_and_it_is_said(prepared: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy(prepared, tmp_path / "ours.aligner"))
    done("decide", project, decisions_file(tmp_path / "one.csv", ("GB/T 1-2019", "ISO 1:2017", "confirmed", "IDT")))
    with open_project(str(project), "secretary") as session:
        (decision,) = session.recorded.decisions().values()
        earlier = {name: value for name, value in decision.to_json().items() if name not in {"edition", "basis"}}
        row = RowChange(Subject.DECISION, decision.key, session.store.standing(Subject.DECISION, decision.key), earlier)
        session.store.writing().append("secretary", Action.DECIDE, [row])
    form = decisions_file(tmp_path / "two.csv", ("GB/T 2-2019", "ISO 2:2017", "rejected"))
    assert "edition was not recorded: 1." in run("decide", project, form).err
    assert "was not recorded" not in run("decide", project, form).err
    assert "recorded adopted editions" in done("history", project)
