import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.change import Action
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import MatchingRun
from aligner.storage import store
from aligner.storage.store import Store

from .building import a_catalogue, a_decision, a_row, a_table, deciding, some_candidates


@pytest.fixture
def filled(path: Path, project: Store) -> Path:
    """A project with something of everything, closed."""
    rows = [a_row(f"ISO {n}:2015", title=f"Title of number {n}", scope="Requirements " * 20) for n in range(300)]
    project.save_catalogue(a_catalogue(), a_table(*rows))
    project.save_candidates(
        MatchingRun("", {}, "inputs"), some_candidates([(f"GB {n}", f"ISO {n}", 1) for n in range(50)])
    )
    for n in range(40):
        project.append("secretary", Action.DECIDE, [deciding(a_decision(f"GB {n}-2016", f"ISO {n}"))])
    project.undo("secretary")
    project.close()
    return path


def findings_after(path: Path, statement: str) -> list[str]:
    """What the check says after somebody ran this statement on the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    with store.open_store(str(path), read_only=True) as project:
        return [finding.template.format(**finding.values) for finding in project.check()]


ALTERED = "Change {} of the journal is not as it was written, or one before it is missing."


def test_an_altered_note_in_the_journal_is_found(filled: Path) -> None:
    found = findings_after(filled, "UPDATE change SET rows = replace(rows, 'IDT', 'MOD') WHERE id = 7")
    assert ALTERED.format(7) in found
    assert "What stands about “GB 6-2016” with “ISO 6” is not what the journal says." in found
    assert len(found) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET reviewer = 'expert' WHERE id = 7",
        "UPDATE change SET at = '2025-01-01T00:00:00.000000+00:00' WHERE id = 7",
        "UPDATE change SET undoes = 3 WHERE id = 7",
        "UPDATE change SET hash = upper(hash) WHERE id = 6",
        "DELETE FROM change WHERE id = 6",
    ],
)
def test_whatever_else_is_altered_in_an_entry_is_found(filled: Path, statement: str) -> None:
    assert ALTERED.format(7) in findings_after(filled, statement)


def test_a_cut_tail_of_the_journal_is_found(filled: Path) -> None:
    found = findings_after(filled, "DELETE FROM change WHERE id > 38")
    assert found == ["What stands about “GB 38-2016” with “ISO 38” is not what the journal says."]
    with store.open_store(str(filled), read_only=True) as project:
        assert project.head()[0] == 38


def test_an_altered_decision_is_found(filled: Path) -> None:
    found = findings_after(filled, "DELETE FROM standing WHERE first_key = 'GB 3-2016'")
    assert found == ["What stands about “GB 3-2016” with “ISO 3” is not what the journal says."]


def test_the_journal_can_be_verified_alone(filled: Path) -> None:
    findings_after(filled, "UPDATE change SET action = 'undo' WHERE id = 3")
    with store.open_store(str(filled), read_only=True) as project:
        assert [finding.values for finding in project.verify()] == [{"number": 3}]


def test_altered_standards_and_candidates_are_found(filled: Path) -> None:
    assert findings_after(
        filled, "UPDATE standard_column SET piece = CAST(replace(piece, '7', '8') AS BLOB) WHERE id = 1"
    ) == ["Standards of the catalogue “list.xlsx” are not as they were loaded; load the file again."]
    assert "Candidates are not as matching stored them; match again." in findings_after(
        filled, "UPDATE candidate SET rank = 2 WHERE id = 5"
    )


def test_flipped_bytes_in_stored_text_are_found(filled: Path) -> None:
    content = filled.read_bytes()
    for text in (b'"verdict":"confirmed"', b"Title of number 17", b"Quality management"):
        place = content.index(text) + len(text) // 2
        filled.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with store.open_store(str(filled), read_only=True) as project:
            assert project.check() != [], text


def damage(content: bytes, dice: random.Random) -> bytes:
    """The file after an accident: a cut, a page of zeros, or some bytes of noise."""
    kind = dice.randrange(3)
    place = dice.randrange(len(content))
    if kind == 0:
        return content[:place]
    if kind == 1:
        page = place // 4096 * 4096
        return content[:page] + bytes(4096) + content[page + 4096 :]
    damaged = bytearray(content)
    for _ in range(dice.choice((1, 10, 200))):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    return bytes(damaged)


def read_everything(project: Store) -> tuple[object, ...]:
    return (
        project.decisions(),
        project.head(),
        project.standards(Level.INTERNATIONAL).columns,
        project.candidates().columns,
        project.catalogues(),
        [project.catalogue_problems(catalogue.id) for catalogue in project.catalogues()],
        len(project.history()),
    )


def test_a_damaged_file_is_opened_or_refused_clearly_and_never_lies(filled: Path, tmp_path: Path) -> None:
    """What opens and passes the check gives what was stored; everything else is a sentence or a finding."""
    content = filled.read_bytes()
    with store.open_store(str(filled), read_only=True) as project:
        truth = read_everything(project)[:4]
    dice = random.Random(20260105)
    refused: list[str] = []
    found = sound = 0
    path = tmp_path / "damaged.aligner"
    without_header = bytes(4096) + content[4096:]
    for damaged in (without_header, *(damage(content, dice) for _ in range(150))):
        path.write_bytes(damaged)
        try:
            with store.open_store(str(path), read_only=True) as project:
                if project.check():
                    found += 1
                    read_everything(project)
                else:
                    sound += 1
                    assert read_everything(project)[:4] == truth
        except AlignerError as error:
            refused.append(str(error))
    assert len(refused) > 10
    assert found > 10
    assert sound > 0
    beginnings = {sentence.partition("” ")[2][:10] for sentence in refused}
    assert {"is damaged", "is not a p"} <= beginnings <= {"is damaged", "is not a p", "holds “sql"}
