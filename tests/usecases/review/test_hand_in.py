"""Hand-ins of several reviewers: nobody is overruled unseen, and what comes back keeps its author and its day."""

import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from catalogue_files import international_catalogue, national_catalogue

from aligner.api import Project
from aligner.domain.problem import Severity
from aligner.usecases.review.decide import Recorded
from aligner.usecases.review.hand_in import OnConflict

HEADINGS = ("national", "international", "verdict", "degree", "reviewer", "at")
OURS, THEIRS = "GB/T 1-2019", "ISO 1:2017"


@pytest.fixture
def project(tmp_path: Path) -> Any:
    national = national_catalogue(tmp_path / "gb.csv", (OURS,), ("GB/T 2-2019",), ("GB/T 3-2019",))
    international = international_catalogue(tmp_path / "iso.csv", (THEIRS,), ("ISO 2:2017",), ("ISO 3:2017",))
    with Project.new(tmp_path / "ours.aligner", reviewer="ann") as opened:
        opened.load(national, "national")
        opened.load(international, "international")
        yield opened


def written(file: Path, *rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Path:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([headings, *rows])
    return file


def decide(project: Project, folder: Path, *rows: tuple[str, ...], **chosen: Any) -> Recorded:
    return project.decide(written(folder / "decisions.csv", *rows), **chosen)


def standing(table: pd.DataFrame) -> list[tuple[str, ...]]:
    return [(row["national"], str(row["degree"]), row["reviewer"]) for _, row in table.iterrows()]


def left_out(recorded: Recorded) -> list[tuple[str, int | None]]:
    return [(one.code, one.row) for one in recorded.problems if one.severity is Severity.LEFT_OUT]


def test_a_row_keeps_its_reviewer_and_its_time(project: Project, tmp_path: Path) -> None:
    decide(project, tmp_path, (OURS, THEIRS, "", "IDT", "bob", "2024-05-06T07:08:09+08:00"))
    (row,) = project.decisions().to_dict("records")
    assert (row["reviewer"], row["at"]) == ("bob", "2024-05-05T23:08:09+00:00")


def test_a_row_without_them_is_of_the_reviewer_and_of_now(project: Project, tmp_path: Path) -> None:
    decide(project, tmp_path, (OURS, THEIRS, "", "IDT", "", ""))
    (row,) = project.decisions().to_dict("records")
    assert row["reviewer"] == "ann"
    assert row["at"] > "2024"


def test_a_time_that_cannot_be_read_is_told(project: Project, tmp_path: Path) -> None:
    recorded = decide(project, tmp_path, (OURS, THEIRS, "", "IDT", "bob", "last week"))
    assert recorded.taken == 1
    assert [(one.code, one.row) for one in recorded.problems] == [("unknown_time", 2)]


def test_what_another_reviewer_decided_is_left_and_listed(project: Project, tmp_path: Path) -> None:
    decide(project, tmp_path, (OURS, THEIRS, "", "IDT", "bob", ""))
    recorded = decide(
        project, tmp_path, (OURS, THEIRS, "", "MOD", "", ""), ("GB/T 2-2019", "ISO 2:2017", "", "IDT", "", "")
    )
    assert left_out(recorded) == [("decided_by_another", 2)]
    assert standing(project.decisions()) == [(OURS, "IDT", "bob"), ("GB/T 2-2019", "IDT", "ann")]


def test_to_confirm_does_not_remove_anothers_no_counterpart_unseen(project: Project, tmp_path: Path) -> None:
    decide(project, tmp_path, (OURS, "", "no_counterpart", "", "bob", ""))
    recorded = decide(project, tmp_path, (OURS, THEIRS, "", "IDT", "", ""))
    assert left_out(recorded) == [("decided_by_another", 2)]
    assert project.decisions()["verdict"].tolist() == ["no_counterpart"]


def test_it_is_replaced_where_that_is_chosen(project: Project, tmp_path: Path) -> None:
    decide(project, tmp_path, (OURS, THEIRS, "", "IDT", "bob", ""))
    decide(project, tmp_path, (OURS, THEIRS, "", "MOD", "", ""), on_conflict=OnConflict.REPLACE)
    assert standing(project.decisions()) == [(OURS, "MOD", "ann")]


def test_second_opinions_from_a_file_are_kept_beside_and_feed_the_agreement(project: Project, tmp_path: Path) -> None:
    rows = [(f"GB/T {n}-2019", f"ISO {n}:2017") for n in (1, 2, 3)]
    decide(project, tmp_path, *((*row, "", "IDT", "bob", "") for row in rows))
    seconds = [(*row, "", degree, "", "") for row, degree in zip(rows, ("IDT", "IDT", "MOD"), strict=True)]
    recorded = decide(project, tmp_path, *seconds, on_conflict=OnConflict.SECOND)
    assert (recorded.taken, left_out(recorded)) == (3, [])
    assert {reviewer for _, _, reviewer in standing(project.decisions())} == {"bob"}
    figures = project.indicators().to_dict("records")
    agreement = next(one for one in figures if one["id"] == "reviewer_agreement")
    assert (agreement["numerator"], agreement["denominator"]) == (2, 3)


@pytest.mark.parametrize("chosen", list(OnConflict))
def test_two_reviewers_in_one_file_do_not_overrule_each_other_unseen(
    project: Project, tmp_path: Path, chosen: OnConflict
) -> None:
    rows = (OURS, THEIRS, "", "IDT", "bob", ""), (OURS, THEIRS, "", "MOD", "eve", "")
    recorded = decide(project, tmp_path, *rows, on_conflict=chosen)
    expected = {
        OnConflict.LIST: ("IDT", "bob"),
        OnConflict.SECOND: ("IDT", "bob"),
        OnConflict.REPLACE: ("MOD", "eve"),
        OnConflict.SETTLE: ("MOD", "eve"),
    }
    assert standing(project.decisions()) == [(OURS, *expected[chosen])]
    assert left_out(recorded) == ([("decided_by_another", 3)] if chosen is OnConflict.LIST else [])


def test_one_undo_takes_a_hand_in_back_whole(project: Project, tmp_path: Path) -> None:
    rows = (OURS, THEIRS, "", "IDT", "bob", ""), (OURS, THEIRS, "", "MOD", "eve", "")
    decide(project, tmp_path, *rows, on_conflict=OnConflict.SECOND)
    project.undo()
    assert project.decisions().empty
    assert project.export(tmp_path / "seconds.csv", "second-opinions") == 0


@pytest.mark.parametrize("what", ["decisions", "applicability"])
def test_a_hand_out_that_comes_back_changes_nothing_and_fills_an_empty_project(
    project: Project, tmp_path: Path, what: str
) -> None:
    decide(
        project,
        tmp_path,
        (OURS, THEIRS, "", "IDT", "bob", "2024-05-06"),
        ("GB/T 2-2019", "", "no_counterpart", "", "eve", "2024-05-07 08:09"),
        ("GB/T 3-2019", "ISO 3", "unsure", "", "", ""),
    )
    verdicts = written(
        tmp_path / "applicable.csv",
        ("ISO 1", "N", "N2", "bob", "2024-05-06"),
        ("ISO 2", "Y", "", "", ""),
        headings=("international", "applicable", "reason", "reviewer", "at"),
    )
    project.judge_applicability(verdicts)
    handed_out = tmp_path / f"{what}.csv"
    project.export(handed_out, what)
    again = project.decide if what == "decisions" else project.judge_applicability
    recorded = again(handed_out)
    assert (recorded.taken, recorded.problems, recorded.change) == (0, [], None)

    before = project.decisions() if what == "decisions" else project.applicability()
    while (
        project.history(limit=1).iloc[0]["action"] != "undo" or len(project.decisions()) or len(project.applicability())
    ):
        project.undo()
    again(handed_out)
    after = project.decisions() if what == "decisions" else project.applicability()
    assert after.to_dict("records") == before.to_dict("records")


def test_applicability_of_another_reviewer_is_left_unless_it_is_to_be_replaced(
    project: Project, tmp_path: Path
) -> None:
    headings = ("international", "applicable", "reason", "reviewer")
    project.judge_applicability(written(tmp_path / "a.csv", ("ISO 1", "N", "N2", "bob"), headings=headings))
    other = written(tmp_path / "b.csv", ("ISO 1", "Y", "", "eve"), headings=headings)
    assert left_out(project.judge_applicability(other)) == [("decided_by_another", 2)]
    assert project.applicability()["verdict"].tolist() == ["N"]
    project.judge_applicability(other, on_conflict=OnConflict.REPLACE)
    assert project.applicability()["verdict"].tolist() == ["Y"]


def test_indicators_of_another_reviewer_are_left_unless_they_are_to_be_replaced(
    project: Project, tmp_path: Path
) -> None:
    headings = ("national", "international", "indicator", "national_value", "international_value", "reviewer", "at")
    ours = written(tmp_path / "a.csv", (OURS, THEIRS, "noise", "≤ 5", "≤ 5", "bob", "2024-05-06"), headings=headings)
    theirs = written(tmp_path / "b.csv", (OURS, THEIRS, "noise", "≤ 4", "≤ 5", "eve", ""), headings=headings)
    project.compare(ours)
    assert left_out(project.compare(theirs)) == [("decided_by_another", 2)]
    assert project.comparisons()[["verdict", "reviewer"]].values.tolist() == [["E", "bob"]]
    project.compare(theirs, on_conflict=OnConflict.REPLACE)
    assert project.comparisons()[["verdict", "reviewer"]].values.tolist() == [["S", "eve"]]
