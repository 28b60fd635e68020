import random
import sqlite3
from collections import Counter
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.change import Action
from aligner.domain.errors import AlignerError
from aligner.domain.figures.snapshot import KeptFile, Snapshot
from aligner.domain.pairs.candidate import MatchingRun
from aligner.storage import store
from aligner.storage.store import Store
from aligner.storage.tables import schema

from .building import a_catalogue, a_decision, a_row, a_table, deciding, some_candidates


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a project with something of everything."""
    path = tmp_path_factory.mktemp("filled") / "filled.aligner"
    with store.create(str(path)) as project:
        fill(project)
    return path.read_bytes()


@pytest.fixture
def filled(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def fill(project: Store) -> None:
    rows = [a_row(f"ISO {n}:2015", title=f"Title of number {n}", scope="Requirements " * 20) for n in range(300)]
    project.save_catalogue(a_catalogue(), a_table(*rows))
    project.save_candidates(
        MatchingRun("", {}, "inputs"), some_candidates([(f"GB {n}", f"ISO {n}", 1) for n in range(50)])
    )
    for n in range(40):
        project.append("secretary", Action.DECIDE, [deciding(a_decision(f"GB {n}-2016", f"ISO {n}"))])
    project.undo("secretary")
    project.save_setting("profile", {"name": "default"})
    files = tuple(
        KeptFile(**{name: getattr(one, name) for name in KeptFile.__dataclass_fields__}) for one in project.catalogues()
    )
    project.save_snapshot(
        Snapshot("then", "secretary", {}, {}, "2026-01-05", "", *project.head(), files=files, figures=())
    )


def findings_after(path: Path, statement: str) -> list[str]:
    """What the check says after somebody ran this statement on the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    with store.open_store(str(path), read_only=True) as project:
        return [finding.template.format(**finding.values) for finding in project.check()]


ALTERED = "Change {} of the journal was altered after it was written, or one before it is missing."


def test_an_altered_note_in_the_journal_is_found(filled: Path) -> None:
    found = findings_after(filled, "UPDATE change SET rows = replace(rows, 'IDT', 'MOD') WHERE id = 7")
    assert ALTERED.format(7) in found
    assert "The current decision on “GB 6-2016” and “ISO 6” does not match the journal." in found
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
    assert found == [
        "The current decision on “GB 38-2016” and “ISO 38” does not match the journal.",
        "The journal ends with change 38, but that is not the last one this program wrote.",
    ]
    with store.open_store(str(filled), read_only=True) as project:
        assert project.head()[0] == 41


def test_an_altered_decision_is_found(filled: Path) -> None:
    found = findings_after(filled, "DELETE FROM standing WHERE first_key = 'GB 3-2016'")
    assert found == ["The current decision on “GB 3-2016” and “ISO 3” does not match the journal."]


def test_the_journal_can_be_verified_alone(filled: Path) -> None:
    findings_after(filled, "UPDATE change SET action = 'undo' WHERE id = 3")
    with store.open_store(str(filled), read_only=True) as project:
        assert [finding.values for finding in project.verify()] == [{"number": 3}]


def test_altered_standards_and_candidates_are_found(filled: Path) -> None:
    assert findings_after(
        filled, "UPDATE standard_column SET piece = CAST(replace(piece, '7', '8') AS BLOB) WHERE id = 1"
    ) == ["The catalogue “list.xlsx” was altered after it was loaded."]
    assert "The stored candidates differ from what matching found." in findings_after(
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


def what_it_gives(project: Store) -> dict[str, object]:
    """Everything that figures follow from, part by part; what is refused with a sentence is left out."""
    readings = {
        "decisions": project.decisions,
        "head": project.head,
        "international": lambda: project.standards(Level.INTERNATIONAL).columns,
        "candidates": lambda: project.candidates().columns,
        "of one": lambda: project.candidates(national="GB 7").columns,
        "of a work": lambda: project.candidates(work="ISO 7").columns,
        "run": project.matching_run,
        "problems": lambda: project.catalogue_problems(1),
        "profile": lambda: project.setting("profile"),
        "snapshots": project.snapshots,
        "history": project.history,
        "in May": lambda: project.decisions(date(2026, 5, 1)),
        "then": lambda: list(project.past("then")[0].decisions()),
        "then proposed": lambda: project.past("then")[0].candidates().columns,
    }
    given: dict[str, object] = {}
    for name, reading in readings.items():
        with suppress(AlignerError):
            given[name] = reading()
    return given


def test_a_damaged_file_never_lies(filled: Path, tmp_path: Path) -> None:
    """What it gives is what was stored, the rest is refused with a sentence; and what passes the check gives all."""
    content = filled.read_bytes()
    with store.open_store(str(filled), read_only=True) as project:
        truth = what_it_gives(project)
    assert len(truth) == 14
    dice = random.Random(20260105)
    path = tmp_path / "damaged.aligner"
    outcomes = Counter[str]()
    without_header = bytes(4096) + content[4096:]
    for damaged in (without_header, *(damage(content, dice) for _ in range(60))):
        path.write_bytes(damaged)
        try:
            with store.open_store(str(path), read_only=True) as project:
                given = what_it_gives(project)
                assert given == {name: truth[name] for name in given}
                is_sound = project.check() == []
                assert not is_sound or given == truth
                outcomes["sound" if is_sound else "found"] += 1
        except AlignerError:
            outcomes["refused"] += 1
    assert min(outcomes[kind] for kind in ("sound", "found", "refused")) > 0


COLUMNS_OF_TABLES = [(table.name, column.name) for table in schema.metadata.sorted_tables for column in table.columns]


VALUES = ["NULL", "''", "'[]'", "2000000000", "x'00ff'"]


@pytest.mark.parametrize("place", range(len(COLUMNS_OF_TABLES)))
def test_whatever_value_is_edited_is_noticed_at_the_opening(filled: Path, place: int) -> None:
    (table, column), value = COLUMNS_OF_TABLES[place], VALUES[place % len(VALUES)]
    with store.open_store(str(filled), read_only=True) as project:
        truth = what_it_gives(project)
    with closing(sqlite3.connect(filled)) as connection:
        with suppress(sqlite3.IntegrityError):
            where = f"rowid = (SELECT max(rowid) FROM {table}) AND {column} IS NOT {value}"
            connection.execute(f"UPDATE {table} SET {column} = {value} WHERE {where}")
        is_changed = connection.total_changes > 0
        connection.commit()
    with store.open_store(str(filled), read_only=True) as project:
        given = what_it_gives(project)
        assert given == {name: truth[name] for name in given}
        assert bool(project.check()) == is_changed
        assert bool(project.notices) == is_changed or table == "candidate"


@pytest.mark.parametrize("table", sorted(schema.metadata.tables))
def test_rows_that_are_deleted_are_noticed(filled: Path, table: str) -> None:
    with store.open_store(str(filled), read_only=True) as project:
        truth = what_it_gives(project)
    assert findings_after(filled, f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})") != []
    with store.open_store(str(filled), read_only=True) as project:
        given = what_it_gives(project)
        assert given == {name: truth[name] for name in given}


def test_nothing_can_be_written_to_a_damaged_project(filled: Path) -> None:
    findings_after(filled, "DELETE FROM standing WHERE first_key = 'GB 3-2016'")
    with store.open_store(str(filled)) as project:
        assert project.read_only
        assert str(project.notices[0]) == "Decisions were altered outside this program."
        with pytest.raises(AlignerError, match="open for reading only"):
            project.append("secretary", Action.DECIDE, [deciding(a_decision())])
        with pytest.raises(AlignerError, match=r"This data is not counted\. To restore the newest sound backup"):
            project.decisions()
        assert len(project.standards(Level.INTERNATIONAL)) == 300
        assert len(project.history()) == 41
