"""What changed under a decision is told field by field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_files import international_catalogue, national_catalogue

from aligner.domain.catalogue import Level
from aligner.domain.pairs.decision import Verdict
from aligner.domain.progress import Silent
from aligner.usecases.catalogues.changed_standards import (
    EARLIER_VALUES,
    FieldChange,
    StandardChange,
    changes_under,
    kept_standards,
)
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import new_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_pair, take_back
from usecases.reviewing import confirm

KEY = ("GB/T 1-2019", "ISO 1")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as opened:
        load_national(opened, tmp_path, ("GB/T 1-2019", "Screws"), ("GB/T 2-2019", "Nuts"))
        load_international(opened, tmp_path, ("ISO 1:2016", "Screws"), ("ISO 2:2016", "Nuts"))
        confirm(opened, "GB/T 1-2019", "ISO 1:2016")
        yield opened


def load_national(session: Session, folder: Path, *rows: tuple[str, ...]) -> None:
    update = next((one.id for one in session.store.catalogues() if one.level is Level.NATIONAL), 0)
    file = national_catalogue(folder / "gb.csv", *rows)
    load(session, LoadRequest(file, Level.NATIONAL, update=update), Silent())


def load_international(session: Session, folder: Path, *rows: tuple[str, ...]) -> None:
    update = next((one.id for one in session.store.catalogues() if one.level is Level.INTERNATIONAL), 0)
    file = international_catalogue(folder / "iso.csv", *rows)
    load(session, LoadRequest(file, Level.INTERNATIONAL, update=update), Silent())


def changes(session: Session) -> tuple[StandardChange, ...]:
    return changes_under(session, session.decisions_by_key()[KEY])


def test_nothing_changed_under_a_decision_that_stands_on_its_standards(session: Session) -> None:
    assert changes(session) == ()


def test_a_changed_field_is_told_with_what_it_was_and_is(session: Session, tmp_path: Path) -> None:
    load_national(session, tmp_path, ("GB/T 1-2019", "Screws and bolts", "2019-06-01"), ("GB/T 2-2019", "Nuts"))
    (change,) = changes(session)
    assert (change.level, change.designation, change.is_gone, change.is_known) == (
        Level.NATIONAL,
        "GB/T 1-2019",
        False,
        True,
    )
    assert change.fields == (
        FieldChange("title", "Screws", "Screws and bolts"),
        FieldChange("published", "2019-05-17", "2019-06-01"),
    )


def test_both_standards_can_have_changed(session: Session, tmp_path: Path) -> None:
    load_national(session, tmp_path, ("GB/T 1-2019", "Bolts"), ("GB/T 2-2019", "Nuts"))
    load_international(session, tmp_path, ("ISO 1:2016", "Bolts"), ("ISO 2:2016", "Nuts"))
    assert [(one.level, [field.name for field in one.fields]) for one in changes(session)] == [
        (Level.NATIONAL, ["title"]),
        (Level.INTERNATIONAL, ["title"]),
    ]


def test_what_it_was_outlives_several_loads(session: Session, tmp_path: Path) -> None:
    for title in ("Bolts", "Pins"):
        load_national(session, tmp_path, ("GB/T 1-2019", title), ("GB/T 2-2019", "Nuts"))
    assert changes(session)[0].fields == (FieldChange("title", "Screws", "Pins"),)
    load_national(session, tmp_path, ("GB/T 1-2019", "Screws"), ("GB/T 2-2019", "Nuts"))
    assert changes(session) == ()


def test_of_a_standard_that_is_gone_all_is_told_that_it_said(session: Session, tmp_path: Path) -> None:
    load_national(session, tmp_path, ("GB/T 2-2019", "Nuts"))
    (change,) = changes(session)
    assert change.is_gone
    assert FieldChange("title", "Screws", "") in change.fields


def test_a_newer_edition_behind_an_undated_number_is_told(session: Session, tmp_path: Path) -> None:
    take_back(session, *KEY)
    confirm(session, "GB/T 1-2019", "ISO 1")
    load_international(
        session, tmp_path, ("ISO 1:2016", "Screws"), ("ISO 1:2024", "Screws", "2024-01-01"), ("ISO 2:2016", "Nuts")
    )
    (change,) = changes(session)
    assert [(one.name, one.before, one.after) for one in change.fields] == [
        ("designation", "ISO 1:2016", "ISO 1:2024"),
        ("published", "2017-03-01", "2024-01-01"),
    ]


def test_a_project_that_kept_nothing_says_so(session: Session, tmp_path: Path) -> None:
    load_national(session, tmp_path, ("GB/T 1-2019", "Bolts"), ("GB/T 2-2019", "Nuts"))
    session.store.writing().save_setting(EARLIER_VALUES, None)
    load_national(session, tmp_path, ("GB/T 1-2019", "Pins"), ("GB/T 2-2019", "Nuts"))
    (change,) = changes(session)
    assert (change.is_known, change.fields) == (False, ())


def test_what_a_second_opinion_rests_on_is_kept_too(session: Session, tmp_path: Path) -> None:
    opinion = Opinion("GB/T 2-2019", "", Verdict.NO_COUNTERPART)
    session.reviewer = "expert"
    decide_pair(session, opinion, second=True)
    load_national(session, tmp_path, ("GB/T 1-2019", "Screws"), ("GB/T 2-2019", "Other nuts"))
    (change,) = changes_under(session, session.second_opinions_by_key()["GB/T 2-2019", ""])
    assert change.fields == (FieldChange("title", "Nuts", "Other nuts"),)


def test_only_what_decisions_rest_on_is_kept(session: Session, tmp_path: Path) -> None:
    load_national(session, tmp_path, ("GB/T 1-2019", "Screws"), ("GB/T 2-2019", "Other nuts"))
    assert kept_standards(session) == {}
    load_national(session, tmp_path, ("GB/T 1-2019", "Bolts"), ("GB/T 2-2019", "Nuts"))
    assert [one["title"] for one in kept_standards(session).values()] == ["Screws"]
