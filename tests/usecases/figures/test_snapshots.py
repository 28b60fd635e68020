"""Snapshots of a project: the same numbers next year, and what moved them."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from catalogue_files import columns_of, write_workbook
from indicators import worked_example as example

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.figures.snapshot import Snapshot
from aligner.domain.pairs.decision import Verdict
from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.indicators.explaining.movement import Place
from aligner.storage.store import open_store
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.figures.compare_snapshots import Moved, compare_snapshots, moved_table, steps_table
from aligner.usecases.figures.measure import measure
from aligner.usecases.figures.snapshots import (
    drifts,
    forget_snapshot,
    look_back,
    measure_snapshot,
    snapshots,
    take_snapshot,
)
from aligner.usecases.hand_outs.report import report_content
from aligner.usecases.project.session import Session
from aligner.usecases.review.applicability import judge_work
from aligner.usecases.review.decide import Opinion, decide_pair

from ..decided import decided_project

AT = example.AT
ENGLISH = translator("en")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decided")
    with decided_project(folder) as session:
        take_snapshot(session, "2025", at=AT)
    return folder / "ours.aligner"


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Iterator[Session]:
    """A project with the snapshot “2025”, to be changed."""
    file = Path(shutil.copy(made, tmp_path / "ours.aligner"))
    with Session(open_store(str(file)), "secretary") as opened:
        yield opened


def newer_catalogues(session: Session, folder: Path) -> None:
    """Lists of a year later: ISO 1001 is withdrawn without successor, ISO 1013 is new."""
    headings = example.INTERNATIONAL_HEADINGS
    rows = [row | {"currentStage": 9599} if row["id"] == 1 else row for row in example.INTERNATIONAL]
    rows += [rows[1] | {"id": 99, "reference": "ISO 1013:2025", "publicationDate": "2025-06-01"}]
    file = write_workbook(folder / "iso newer.xlsx", headings, columns_of(rows, headings))
    loaded = load(session, LoadRequest(file, Level.INTERNATIONAL), Silent())
    assert loaded.difference is not None


def go_on(session: Session, folder: Path) -> None:
    """Newer catalogues, another matching run and more decisions."""
    newer_catalogues(session, folder)
    match_standards(session, Silent())
    decide_pair(session, Opinion("GB/T 3020-2015", "ISO 1008:2021", Verdict.CONFIRMED, Degree.IDT))
    decide_pair(session, Opinion("GB/T 3012-2019", "ISO 1012:2018", Verdict.REJECTED))


def rate_of(session: Session, name: str) -> tuple[float | None, float | None]:
    measured, _ = measure_snapshot(session, name)
    rate = measured.indicator("conversion_rate")
    return rate.numerator, rate.denominator


def test_the_figures_stay_whatever_comes_later(session: Session, tmp_path: Path) -> None:
    before = measure(session, at=AT)
    go_on(session, tmp_path)
    measured, drift = measure_snapshot(session, "2025")
    assert measured == before
    assert drift == []
    now = measure(session, at=AT).indicator("conversion_rate")
    assert (now.numerator, now.denominator) != (6, 9)


def test_the_whole_report_stays_whatever_comes_later(session: Session, tmp_path: Path) -> None:
    before = report_content(session, ENGLISH, Silent(), at=AT)
    go_on(session, tmp_path)
    looked = look_back(session, "2025")
    after = report_content(looked.session, ENGLISH, Silent(), profile=looked.profile, at=looked.at)
    assert after == before


def test_breakdowns_and_rows_can_be_asked_of_a_snapshot(session: Session) -> None:
    measured, _ = measure_snapshot(session, "2025", by="ics", with_rows=["conversion_rate"])
    assert len(measured.indicator("conversion_rate").rows) == 9
    assert [part.key for part in measured.indicator("conversion_rate").breakdown] == ["21", "25"]


def test_a_snapshot_keeps_the_rules_of_a_profile_whose_file_is_gone(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('title_en = "Ours"\n[rules]\ndegrees = ["IDT", "MOD", "NEQ"]\n', encoding="utf-8")
    taken = take_snapshot(session, "ours", profile=str(file), at=AT)
    file.unlink()
    assert rate_of(session, "ours") == (7, 9)
    assert (taken.profile["name"], taken.profile["title_en"]) == ("ours", "Ours")
    assert look_back(session, "ours").profile.rules.degrees == ("IDT", "MOD", "NEQ")


def test_a_snapshot_of_earlier_decisions_stays_with_them(session: Session) -> None:
    yesterday = date(2020, 1, 1)
    take_snapshot(session, "before", at=AT, decided_until=yesterday)
    assert rate_of(session, "before") == (0, 10)


def test_snapshots_are_listed_with_what_they_rest_on(session: Session) -> None:
    (snapshot,) = snapshots(session)
    assert (snapshot.name, snapshot.reviewer, snapshot.as_of) == ("2025", "secretary", AT.isoformat())
    assert (snapshot.entries, snapshot.head) == session.store.head()
    assert [one.file_name for one in snapshot.files] == ["国家标准.xlsx", "iso.xlsx"]
    rate = snapshot.figure("conversion_rate")
    assert rate is not None
    assert (rate.numerator, rate.denominator) == (6, 9)
    assert snapshot.figure("no such") is None


def test_a_figure_that_is_computed_otherwise_is_told(session: Session) -> None:
    (snapshot,) = snapshots(session)
    measured, _ = measure_snapshot(session, "2025")
    other = measure(session, profile="lenient", at=AT)
    assert drifts(snapshot, measured.indicators) == []
    (rate, *_) = drifts(snapshot, other.indicators)
    assert (rate.indicator, rate.then, rate.now) == ("conversion_rate", 6 / 9, 1.0)


def test_what_a_later_program_added_to_a_snapshot_is_left_aside(session: Session) -> None:
    (snapshot,) = snapshots(session)
    values = snapshot.to_json() | {"mood": "cheerful"}
    assert Snapshot.from_json(snapshot.id, snapshot.name, values) == snapshot


@pytest.mark.parametrize("name", ["", "  "])
def test_a_snapshot_without_a_name_is_refused(session: Session, name: str) -> None:
    with pytest.raises(AlignerError, match="needs a name"):
        take_snapshot(session, name)


def test_a_forgotten_snapshot_is_gone(session: Session) -> None:
    forget_snapshot(session, "2025")
    with pytest.raises(AlignerError, match="no snapshot yet"):
        look_back(session, "2025")


def steps_of(moved: Moved) -> dict[str, tuple[float | None, float | None]]:
    return {step.cause: (step.after.numerator, step.after.denominator) for step in moved.steps}


def test_each_cause_moves_the_rate_on_its_own(session: Session, tmp_path: Path) -> None:
    go_on(session, tmp_path)
    take_snapshot(session, "2026", profile="all-deliverables", at=date(2026, 6, 1))
    moved = compare_snapshots(session, "2025", "2026")
    assert steps_of(moved) == {
        "counting rules": (6, 10),
        "reference date": (6, 10),
        "catalogues": (5, 10),
        "decisions and verdicts": (5, 10),
    }
    assert sum(step.change or 0 for step in moved.steps) == pytest.approx(5 / 10 - 6 / 9)


def test_each_moved_work_is_named_with_its_reasons(session: Session, tmp_path: Path) -> None:
    go_on(session, tmp_path)
    take_snapshot(session, "2026", profile="all-deliverables", at=date(2026, 6, 1))
    rows = moved_table(compare_snapshots(session, "2025", "2026"), ENGLISH).rows()
    assert [tuple(row[name] for name in ("cause", "international", "before", "after")) for row in rows] == [
        ("counting rules", "ISO/TR 1009:2018", "not counted", "counted, not converted"),
        ("catalogues", "ISO 1013:2025", "not counted", "counted, not converted"),
        ("catalogues", "ISO 1001:2017", "converted", "not counted"),
        ("decisions and verdicts", "ISO 1008:2021", "counted, not converted", "converted"),
        ("decisions and verdicts", "ISO 1012:2018", "converted", "counted, not converted"),
    ]


def test_the_works_of_each_step_account_for_its_counts(session: Session, tmp_path: Path) -> None:
    go_on(session, tmp_path)
    take_snapshot(session, "2026", profile="all-deliverables", at=date(2026, 6, 1))
    for step in compare_snapshots(session, "2025", "2026").steps:
        counted = sum((one.after is not Place.OUT) - (one.before is not Place.OUT) for one in step.moved)
        converted = sum((one.after is Place.CONVERTED) - (one.before is Place.CONVERTED) for one in step.moved)
        assert (step.before.denominator or 0) + counted == step.after.denominator
        assert (step.before.numerator or 0) + converted == step.after.numerator


def test_the_reasons_say_why_a_work_stands_where_it_stands(session: Session, tmp_path: Path) -> None:
    go_on(session, tmp_path)
    take_snapshot(session, "2026", at=AT)
    table = moved_table(compare_snapshots(session, "2025", "2026"), ENGLISH)
    reasons = {
        work: (before, after)
        for work, before, after in zip(
            table["international"], table["reason_before"], table["reason_after"], strict=True
        )
    }
    assert reasons == {
        "ISO 1013:2025": ("not in any catalogue", "no national standard in force adopts it"),
        "ISO 1001:2017": ("adopted by a national standard", "no edition in force"),
        "ISO 1008:2021": ("not adopted yet; a plan is under way", "adopted by a national standard"),
        "ISO 1012:2018": ("adopted by a national standard", "no national standard in force adopts it"),
    }


def test_a_verdict_takes_a_work_out_of_the_count(session: Session) -> None:
    judge_work(session, "ISO 1007", ApplicabilityVerdict.NOT_APPLICABLE, "N1", "")
    take_snapshot(session, "2026", at=AT)
    table = moved_table(compare_snapshots(session, "2025", "2026"), ENGLISH)
    assert table["reason_after"] == ["judged not applicable"]


def test_two_snapshots_of_the_same_state_moved_nothing(session: Session) -> None:
    take_snapshot(session, "again", at=AT)
    moved = compare_snapshots(session, "2025", "again")
    assert len(moved_table(moved, ENGLISH)) == 0
    table = steps_table(moved, ENGLISH)
    assert table["change"] == [0, 0, 0, 0]
    assert table["entered"] == table["left"] == table["converted"] == table["no_longer_converted"] == [0, 0, 0, 0]
