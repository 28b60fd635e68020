"""Loading in two steps: a file is staged, looked at, and then kept or not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_files import international_catalogue, national_catalogue

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError, Cancelled
from aligner.domain.progress import Silent
from aligner.usecases.catalogues.load import keep, load, stage
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.changed import Part
from aligner.usecases.project.opening import new_project
from aligner.usecases.project.session import Session
from usecases.reviewing import confirm


class StoppingAt:
    """Stops the work as soon as it reaches a stage."""

    def __init__(self, stage: str) -> None:
        self._stage = stage

    def step(self, _done: int, _total: int, text: str) -> None:
        if text == self._stage:
            raise Cancelled("Stopped.")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as opened:
        yield opened


def a_request(folder: Path, *numbers: str, update: int | None = None) -> LoadRequest:
    file = national_catalogue(folder / "gb.csv", *((number,) for number in numbers))
    return LoadRequest(file, Level.NATIONAL, update=update)


def test_a_staged_file_is_not_stored_yet(session: Session, tmp_path: Path) -> None:
    staged = stage(session, a_request(tmp_path, "GB/T 1-2019"), Silent())
    assert (staged.update, staged.difference) == (None, None)
    assert session.store.catalogues() == []


def test_staging_tells_what_keeping_will_change(session: Session, tmp_path: Path) -> None:
    load(session, a_request(tmp_path, "GB/T 1-2019", "GB/T 2-2019"), Silent())
    staged = stage(session, a_request(tmp_path, "GB/T 1-2019", "GB/T 3-2019"), Silent())
    assert staged.difference is not None
    assert (staged.difference.added, staged.difference.gone) == (("GB/T 3-2019",), ("GB/T 2-2019",))
    loaded = keep(session, staged, Silent())
    assert loaded.difference == staged.difference
    assert loaded.changed.parts == {Part.CATALOGUES}
    assert session.standards(Level.NATIONAL)["designation"] == ["GB/T 1-2019", "GB/T 3-2019"]


def test_a_decision_whose_standard_a_newer_list_changed_or_dropped_is_kept_and_named(
    session: Session, tmp_path: Path
) -> None:
    load(session, a_request(tmp_path, "GB/T 1-2019", "GB/T 2-2019", "GB/T 3-2019"), Silent())
    load(
        session,
        LoadRequest(
            international_catalogue(tmp_path / "iso.csv", ("ISO 1:2016",), ("ISO 2:2016",)), Level.INTERNATIONAL
        ),
        Silent(),
    )
    confirm(session, "GB/T 1-2019", "ISO 1:2016")
    confirm(session, "GB/T 2-2019", "ISO 2:2016")
    decided = session.decisions_by_key()
    same = load(session, a_request(tmp_path, "GB/T 1-2019", "GB/T 2-2019", "GB/T 4-2019"), Silent())
    assert same.stale == []
    gone = load(session, a_request(tmp_path, "GB/T 2-2019", "GB/T 3-2019", "GB/T 4-2019"), Silent())
    assert [one.national for one in gone.stale] == ["GB/T 1-2019"]
    newer = international_catalogue(tmp_path / "iso.csv", ("ISO 1:2016",), ("ISO 2:2024",))
    edition = load(session, LoadRequest(newer, Level.INTERNATIONAL), Silent())
    assert sorted(one.international for one in edition.stale) == ["ISO 1:2016", "ISO 2:2016"]
    assert session.decisions_by_key() == decided


def test_a_stop_before_saving_keeps_nothing(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        load(session, a_request(tmp_path, "GB/T 1-2019"), StoppingAt("Saving"))
    assert session.store.catalogues() == []


def test_a_file_that_went_away_is_named(session: Session, tmp_path: Path) -> None:
    request = a_request(tmp_path, "GB/T 1-2019")
    request.path.unlink()
    with pytest.raises(AlignerError, match=r"There is no file .*gb\.csv"):
        load(session, request, Silent())


def test_a_catalogue_that_is_not_there_cannot_be_updated(session: Session, tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="no catalogue number 9"):
        load(session, a_request(tmp_path, "GB/T 1-2019", update=9), Silent())
