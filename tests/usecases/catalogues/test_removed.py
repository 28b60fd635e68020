"""A removed catalogue is out of everything that is read, and comes back as it was."""

from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.usecases.catalogues.browse import catalogues
from aligner.usecases.catalogues.removed import put_back_catalogue, remove_catalogue, removed_catalogues
from aligner.usecases.figures.snapshots import forget_snapshot, take_snapshot
from aligner.usecases.project.opening import check_project, open_project
from usecases.reviewing import a_candidate, a_project, confirm


def test_removing_takes_the_standards_away_and_putting_back_brings_them(tmp_path: Path) -> None:
    file = tmp_path / "ours.aligner"
    with a_project(file, [a_candidate("GB/T 19001-2016", "ISO 9001:2015")]) as session:
        confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
        before, works, inputs = catalogues(session), len(session.works().works), session.inputs()
        (international,) = (one for one in before if one.level is Level.INTERNATIONAL)
        remove_catalogue(session, international.id)
        assert removed_catalogues(session) == [international]
        assert catalogues(session) == [one for one in before if one != international]
        assert len(session.standards(Level.INTERNATIONAL)) == 0
        assert session.works().works == ()
        assert session.inputs() != inputs  # the candidates are out of date
        assert len(session.store.decisions()) == 1
    with open_project(str(file), "secretary") as session:
        assert check_project(session) == []
        put_back_catalogue(session, international.id)
        assert catalogues(session) == before
        assert (len(session.works().works), session.inputs()) == (works, inputs)
        assert check_project(session) == []


def test_only_what_is_there_is_removed_and_only_what_was_removed_put_back(tmp_path: Path) -> None:
    with a_project(tmp_path / "ours.aligner", []) as session:
        first = catalogues(session)[0].id
        for act, number in ((remove_catalogue, 99), (put_back_catalogue, first)):
            with pytest.raises(AlignerError):
                act(session, number)
        remove_catalogue(session, first)
        with pytest.raises(AlignerError):
            remove_catalogue(session, first)


def test_forgetting_a_snapshot_forgets_no_removed_catalogue(tmp_path: Path) -> None:
    with a_project(tmp_path / "ours.aligner", []) as session:
        first = catalogues(session)[0]
        take_snapshot(session, "then")
        remove_catalogue(session, first.id)
        forget_snapshot(session, "then")
        put_back_catalogue(session, first.id)
        assert first in catalogues(session)
        assert check_project(session) == []
