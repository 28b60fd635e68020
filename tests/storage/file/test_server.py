"""A project in a PostgreSQL database."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from aligner.domain.catalogue import CatalogueDifference, Level
from aligner.domain.change import Action
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.pairs.candidate import MatchingRun
from aligner.domain.problem import Problem, Severity
from aligner.storage import store
from aligner.storage.file.server.opening import engine_of
from aligner.storage.store import Store
from aligner.storage.tables import schema

from ..building import Ticking, a_catalogue, a_decision, a_row, a_table, deciding, some_candidates


@pytest.fixture
def server(address: str, clock: Ticking) -> Iterator[Store]:
    with store.create(address, clock=clock) as created:
        yield created


def test_decisions_are_kept_undone_and_brought_back(server: Store) -> None:
    many = [deciding(a_decision(f"GB {n:04}-2016", "ISO 1", note="说明 100 %")) for n in range(500)]
    server.append("secretary", Action.DECIDE, many)
    server.append("expert", Action.DECIDE, [deciding(a_decision())])
    server.undo("secretary")
    assert server.decisions() == [a_decision()]
    server.redo("secretary")
    assert len(server.decisions()) == 501
    assert [change.id for change in server.history(("GB 0007-2016", ""))] == [4, 3, 1]
    with pytest.raises(Conflict):
        server.append("secretary", Action.DECIDE, [deciding(a_decision())])
    assert server.check() == []


def test_catalogues_candidates_and_settings_are_kept(server: Store) -> None:
    table = a_table(a_row("ISO 1:2016", title="null \x00 inside", ics=["01.020"]), a_row("ISO 2:2016"))
    problem = Problem("p", Severity.NOTE, "“{text}”", {"text": "x"})
    saved, _ = server.save_catalogue(a_catalogue(), table, [problem])
    assert server.standards(Level.INTERNATIONAL)["title"] == table["title"]
    assert server.catalogues() == [saved]
    assert server.catalogue_problems(saved.id) == [problem]
    _, difference = server.save_catalogue(a_catalogue(), a_table(a_row("ISO 2:2016")), replacing=saved.id)
    assert difference == CatalogueDifference(gone=("ISO 1:2016",), unchanged=1)
    server.save_candidates(MatchingRun("", {"a": 1}, "i"), some_candidates([("GB 1", "ISO 1", 1)]))
    assert server.candidates(national="GB 1")["work"] == ["ISO 1"]
    server.save_setting("profile", "strict-current")
    assert server.setting("profile") == "strict-current"
    assert server.check() == []


@pytest.mark.usefixtures("server")
def test_a_project_is_never_made_over_another_and_can_be_opened_again(address: str) -> None:
    with pytest.raises(AlignerError, match="already exists"):
        store.create(address)
    with store.open_store(address) as first, store.open_store(address) as second:
        first.append("secretary", Action.DECIDE, [deciding(a_decision())])
        second.append("expert", Action.DECIDE, [deciding(a_decision("GB 2-2016"))])
        assert [change.id for change in first.history()] == [2, 1]
        assert first.check() == []


@pytest.mark.usefixtures("server")
def test_a_database_of_a_newer_program_is_refused(address: str) -> None:
    engine = engine_of(address)
    with engine.begin() as connection:
        connection.execute(sa.update(schema.setting).values(value="99"))
    engine.dispose()
    with pytest.raises(AlignerError, match="schema 99"):
        store.open_store(address)


def test_a_database_without_a_project_or_without_a_server_is_told(address: str) -> None:
    with pytest.raises(AlignerError, match="There is no project in"):
        store.open_store(address)
    with pytest.raises(AlignerError, match="cannot be reached"):
        store.open_store("postgresql://li:secret@127.0.0.1:1/standards")
