from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError, Cancelled
from aligner.domain.progress import Silent
from aligner.usecases.catalogues.browse import Relation, decisions_at, edition_chain, listing, problems
from aligner.usecases.project.session import Session
from aligner.usecases.samples.project import sample_project

DAY = date(2024, 8, 31)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    file = tmp_path_factory.mktemp("sample") / "new folder" / "sample.aligner"
    with sample_project(str(file), "secretary", Silent()) as made:
        yield made


def chain_of(session: Session, level: Level, designation: str) -> list[tuple[Relation, str]]:
    listed = listing(session, level)
    row = listed.table["designation"].index(designation)
    return [(link.relation, link.designation) for link in edition_chain(listed, row, DAY)]


def test_an_older_edition_stands_below_the_current_one(session: Session) -> None:
    chain = chain_of(session, Level.INTERNATIONAL, "ISO 9001:2008")
    assert chain[0] == (Relation.CURRENT, "ISO 9001:2015")
    assert chain[1][0] is Relation.SUPPLEMENT
    assert chain[-1] == (Relation.EARLIER, "ISO 9001:2008")


def test_national_standards_have_chains_too(session: Session) -> None:
    chain = chain_of(session, Level.NATIONAL, "GB/T 19001-2008")
    assert chain == [(Relation.CURRENT, "GB/T 19001-2016"), (Relation.EARLIER, "GB/T 19001-2008")]


def test_nothing_is_decided_in_a_new_sample(session: Session) -> None:
    assert decisions_at(session, DAY) == []


def test_every_row_left_out_has_its_problem(session: Session) -> None:
    catalogue = session.store.catalogues()[0]
    left_out = [one for one in problems(session, catalogue.id) if one.severity == "left_out"]
    assert len(left_out) == catalogue.rows - catalogue.standards


def test_the_sample_is_made_once(session: Session) -> None:
    again = sample_project(session.store.address, "expert", Silent())
    assert again.store.catalogues() == session.store.catalogues()
    again.close()


class StopAtOnce:
    def step(self, done: int, total: int, text: str) -> None:  # noqa: ARG002 - a Progress
        raise Cancelled("Stopped.")


def test_a_sample_that_was_stopped_leaves_no_file(tmp_path: Path) -> None:
    file = tmp_path / "sample.aligner"
    with pytest.raises(Cancelled):
        sample_project(str(file), "secretary", StopAtOnce())
    assert not file.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(AlignerError, match="cannot be created"):
        sample_project(str(tmp_path / "file" / "sub" / "sample.aligner"), "secretary", Silent())
