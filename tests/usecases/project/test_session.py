"""An open project reads its tables once, and again when a catalogue was loaded."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from storage.building import Ticking, a_catalogue, a_row, a_table

from aligner.domain.catalogue import Level
from aligner.storage import store
from aligner.usecases.project.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(store.create(str(tmp_path / "ours.aligner"), clock=Ticking()), "secretary") as opened:
        yield opened


def load(session: Session, *designations: str, replacing: int | None = None, **values: str) -> int:
    table = a_table(*(a_row(designation, row=number) for number, designation in enumerate(designations, 2)))
    catalogue, _ = session.store.writing().save_catalogue(
        a_catalogue(Level.NATIONAL, **values), table, replacing=replacing
    )
    return catalogue.id


def test_tables_are_read_once(session: Session) -> None:
    load(session, "GB/T 1-2019")
    assert session.standards(Level.NATIONAL) is session.standards(Level.NATIONAL)
    assert session.works() is session.works()


def test_a_newer_list_is_seen_even_in_the_same_second(session: Session) -> None:
    first = load(session, "GB/T 1-2019", sha256="a" * 64)
    assert session.standards(Level.NATIONAL)["designation"] == ["GB/T 1-2019"]
    load(session, "GB/T 2-2019", sha256="b" * 64, replacing=first)
    assert session.standards(Level.NATIONAL)["designation"] == ["GB/T 2-2019"]


def test_a_national_standard_in_two_catalogues_counts_in_the_later_one(session: Session) -> None:
    load(session, "GB/T 1-2019", "GB/T 2-2019")
    load(session, "GB/T 2-2019")
    table = session.standards(Level.NATIONAL)
    counted = [
        (designation, catalogue)
        for designation, catalogue, duplicate in zip(
            table["designation"], table["catalogue"], table["duplicate_of"], strict=True
        )
        if duplicate is None
    ]
    assert counted == [("GB/T 1-2019", 1), ("GB/T 2-2019", 2)]


def test_the_fingerprint_of_the_inputs_knows_file_sheet_and_columns(session: Session) -> None:
    seen = {session.inputs()}
    number = load(session, "GB/T 1-2019")
    seen.add(session.inputs())
    for change in ({"sha256": "b" * 64}, {"sheet": "other"}, {"mapping": {"designation": "编号"}}):
        load(session, "GB/T 1-2019", replacing=number, **change)  # type: ignore[arg-type]
        seen.add(session.inputs())
    assert len(seen) == 5


def test_what_is_derived_is_made_once_until_a_catalogue_is_loaded(session: Session) -> None:
    made = []

    def count(opened: Session) -> int:
        made.append(opened)
        return len(opened.standards(Level.NATIONAL))

    first = load(session, "GB/T 1-2019")
    assert (session.derived(count), session.derived(count)) == (1, 1)
    load(session, "GB/T 1-2019", "GB/T 2-2019", replacing=first, sha256="b" * 64)
    assert session.derived(count) == 2
    assert len(made) == 2


def test_the_day_of_a_session_is_that_of_its_clock(tmp_path: Path) -> None:
    noon = datetime(2031, 5, 6, 12, tzinfo=UTC)
    with Session(store.create(str(tmp_path / "ours.aligner"), clock=lambda: noon), "secretary") as opened:
        assert opened.now() == noon
        assert opened.today() == noon.astimezone().date()
