import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations

from aligner.domain.catalogue import Level
from aligner.domain.change import Action, Subject
from aligner.domain.errors import AlignerError
from aligner.storage import store
from aligner.storage.file import header, opening
from aligner.storage.file.engine import backups_folder, reading, sqlite_engine
from aligner.storage.migrations import upgrade
from aligner.storage.store import Store
from aligner.storage.tables import schema

from ..building import Ticking, a_decision, deciding


def refused(path: Path, *, read_only: bool = False) -> str:
    """The sentence with which opening is refused."""
    with pytest.raises(AlignerError) as caught:
        store.open_store(str(path), read_only=read_only, busy_seconds=0.05)
    return str(caught.value)


def planted(path: Path, statement: str) -> None:
    """Run a statement on the file as an intruder would."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_what_is_no_project_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.aligner"
    assert "There is no project file" in refused(path)
    assert "is a folder" in refused(tmp_path)
    for content in (
        b"",
        b"SQLite format 3\0",
        b"PK\x03\x04" * 500,
        b"\x00" * 4096,
        b"-----BEGIN PGP MESSAGE-----\n" * 99,
    ):
        path.write_bytes(content)
        assert "is not a project file" in refused(path)
        assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.aligner"
    planted(path, "CREATE TABLE decision (id INTEGER)")
    assert "database of another program" in refused(path)


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path: Path, project: Store) -> None:
    project.close()
    planted(path, "PRAGMA user_version=99")
    before = path.read_bytes()
    assert "schema 99, this one knows" in refused(path)
    assert "schema 99, this one knows" in refused(path, read_only=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("CREATE TRIGGER gift AFTER INSERT ON change BEGIN DELETE FROM standing; END", "gift"),
        ("CREATE VIEW peek AS SELECT * FROM setting", "peek"),
        ("CREATE TABLE extra (id INTEGER)", "extra"),
        ("CREATE INDEX more ON setting (value)", "more"),
        ("CREATE VIRTUAL TABLE words USING fts5(text)", "words"),
        ("ALTER TABLE setting ADD COLUMN also TEXT DEFAULT 'x'", "sqlite_master"),
        ("DROP INDEX candidate_by_work", "sqlite_master"),
    ],
)
def test_whatever_was_planted_in_the_schema_is_refused(path: Path, project: Store, statement: str, name: str) -> None:
    project.close()
    planted(path, statement)
    assert f"contains “{name}”" in refused(path)
    assert f"contains “{name}”" in refused(path, read_only=True)


def test_a_project_locked_by_another_program_is_told(path: Path, project: Store) -> None:
    project.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "Another program is writing" in refused(path)
        other.execute("ROLLBACK")
        with store.open_store(str(path), busy_seconds=0.05) as opened:
            other.execute("BEGIN IMMEDIATE")
            assert opened.decisions() == []
            with pytest.raises(AlignerError, match="Another program is writing"):
                opened.append("secretary", Action.DECIDE, [deciding(a_decision())])
            other.execute("ROLLBACK")
            opened.append("secretary", Action.DECIDE, [deciding(a_decision())])


def test_a_full_disk_is_told_and_nothing_half_done_is_kept(project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    with project._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(AlignerError, match="The disk is full"):
        project.save_setting("large", "x" * 100_000)
    assert project.setting("large") is None
    assert project.decisions() == [a_decision()]
    assert project.check() == []


def test_a_file_left_by_a_crash_is_rolled_back_when_opened(path: Path, project: Store, tmp_path: Path) -> None:
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    project.close()
    crashed = tmp_path / "crashed.aligner"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE standing SET body = 'half done'")
        for number in range(200):
            connection.execute("INSERT INTO setting VALUES (?, ?)", (f"{number}", "x" * 3000))
        crashed.write_bytes(path.read_bytes())
        crashed.with_name("crashed.aligner-journal").write_bytes(path.with_name(path.name + "-journal").read_bytes())
        connection.execute("ROLLBACK")
    assert b"half done" in crashed.read_bytes()
    with store.open_store(str(crashed)) as opened:
        assert opened.decisions() == [a_decision()]
        assert opened.check() == []
    assert not crashed.with_name("crashed.aligner-journal").exists()


@pytest.mark.usefixtures("project")
def test_the_tables_in_code_are_those_that_the_migrations_make(path: Path) -> None:
    engine = sqlite_engine(path, read_only=True, busy_seconds=0)
    with reading(str(path), engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    engine.dispose()


def test_every_schema_has_its_migration_and_its_fingerprint() -> None:
    assert len(upgrade.UPGRADES) == schema.SCHEMA_NUMBER
    assert set(schema.FINGERPRINTS) == set(range(1, schema.SCHEMA_NUMBER + 1))


KINDS_OF_STEPS = {
    1: "applicability compare decide redo second settle take_back undo; "
    "applicability comparison decision second_opinion settlement",
    5: "applicability compare decide editions redo second settle take_back undo; "
    "applicability comparison decision second_opinion settlement",
    6: "applicability compare decide editions merge redo second settle take_back undo; "
    "applicability comparison decision further_opinion joined_entry joined_file other_applicability "
    "other_comparison second_opinion settlement",
}
"""Kinds of steps and of subjects that a journal may hold, from the schema on that brought a new one."""


def test_a_new_kind_of_step_comes_with_a_new_schema_so_that_earlier_programs_say_so() -> None:
    """Whoever adds one raises the schema number and writes a line above; the lines that are there stay."""
    known = f"{' '.join(sorted(Action))}; {' '.join(sorted(Subject))}"
    assert known == KINDS_OF_STEPS[max(KINDS_OF_STEPS)]
    assert max(KINDS_OF_STEPS) <= schema.SCHEMA_NUMBER


def test_a_program_of_schema_4_says_that_a_project_is_of_a_newer_one(
    path: Path, project: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.append("Aligner", Action.EDITIONS, [deciding(a_decision())])
    project.close()
    monkeypatch.setattr(schema, "SCHEMA_NUMBER", 4)
    with pytest.raises(AlignerError, match="newer version"):
        store.open_store(str(path))


def of_schema(number: int, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an empty file as the program of that time did."""
    path.touch()
    with monkeypatch.context() as then:
        then.setattr(upgrade, "UPGRADES", upgrade.UPGRADES[:number])
        then.setattr(schema, "SCHEMA_NUMBER", number)
        opening.migrate(path, 0)


def master(path: Path) -> list[tuple[str, str, str, str | None]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(header.MASTER).fetchall(), key=repr)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("number", range(1, schema.SCHEMA_NUMBER + 1))
def test_a_file_of_every_earlier_schema_becomes_like_a_new_one(
    number: int, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.aligner"
    of_schema(number, old, monkeypatch)
    with store.open_store(str(old)) as opened:
        assert opened.check() == []
    assert master(old) == master(path)


def with_rows(path: Path, checksum: str | None = None) -> None:
    """Two standards in a file of schema 2, row by row; with the checksum of that time unless another is given."""
    rows = [("ISO 1:2016", "ISO 1", "f1", '["Title","2016-01-01"]'), ("ISO 2:2020", "ISO 2", "f2", '["Größe",""]')]
    counted = 0
    for row in rows:
        counted = crc32("\x1f".join(row).encode(), counted)
    catalogue = (1, "international", "list.xlsx", "Sheet1", "ab", "", "2026-01-01", 2, 2, "{}", "1")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            f"INSERT INTO catalogue VALUES ({','.join('?' * 15)})",
            (*catalogue, '["title","published"]', checksum or f"{counted:08x}", "[]", None),
        )
        for row in rows:
            connection.execute(
                "INSERT INTO standard (catalogue, designation, work, fingerprint, body) VALUES (1, ?, ?, ?, ?)", row
            )


def test_standards_kept_row_by_row_become_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.aligner"
    of_schema(2, old, monkeypatch)
    with_rows(old)
    with store.open_store(str(old)) as opened:
        table = opened.standards(Level.INTERNATIONAL)
        assert opened.check() == []
    assert [table[name] for name in ("designation", "work", "fingerprint", "title", "published", "scope")] == [
        ["ISO 1:2016", "ISO 2:2020"],
        ["ISO 1", "ISO 2"],
        ["f1", "f2"],
        ["Title", "Größe"],
        ["2016-01-01", ""],
        ["", ""],
    ]


def test_standards_altered_before_they_became_columns_are_still_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.aligner"
    of_schema(2, old, monkeypatch)
    with_rows(old, checksum="0badc0de")
    with store.open_store(str(old)) as opened:
        assert [finding.code for finding in opened.check()] == ["catalogue-altered"]


def test_candidates_keep_their_evidence_when_it_is_set_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.aligner"
    of_schema(2, old, monkeypatch)
    row = ("GB 1-2016", "ISO 1", 1, '["ISO 1:2016",["title","相同"],87.5]')
    counted = crc32("\x1f".join(map(str, row)).encode())
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("INSERT INTO candidate (national, work, rank, body) VALUES (?, ?, ?, ?)", row)
        connection.execute(
            "INSERT INTO matching_run VALUES (1, '', '{}', 'inputs', ?, ?, '1')",
            ('["international","evidence","score"]', f"{counted:08x}"),
        )
    with store.open_store(str(old)) as opened:
        table = opened.candidates(columns=("national", "rank", "international", "evidence", "score", "band"))
        assert opened.check() == []
    assert table.row(0) == {
        "national": "GB 1-2016",
        "rank": 1,
        "international": "ISO 1:2016",
        "evidence": ["title", "相同"],
        "score": 87.5,
        "band": None,
    }


def add_colour(operations: Operations) -> None:
    """A step that a later program may bring."""
    operations.add_column("setting", sa.Column("colour", sa.Text))


def fail(operations: Operations) -> None:
    """A step that does half of its work."""
    add_colour(operations)
    raise OSError(28, "No space left on device")


@pytest.fixture
def older(path: Path, project: Store) -> bytes:
    """A project with a decision in it, closed: the bytes of its file."""
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    project.close()
    return path.read_bytes()


def bring(step: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Become a later program whose schema has one more step."""
    number = schema.SCHEMA_NUMBER + 1
    monkeypatch.setattr(upgrade, "UPGRADES", (*upgrade.UPGRADES, add_colour))
    monkeypatch.setattr(schema, "SCHEMA_NUMBER", number)
    fresh = tmp_path / "fresh.sqlite"
    fresh.touch()
    opening.migrate(fresh, 0)
    monkeypatch.setitem(schema.FINGERPRINTS, number, schema.fingerprint(master(fresh)))
    monkeypatch.setattr(upgrade, "UPGRADES", (*upgrade.UPGRADES[:-1], step))


@pytest.mark.usefixtures("older")
def test_an_older_file_is_brought_up_to_date_and_kept(
    path: Path, clock: Ticking, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number = schema.SCHEMA_NUMBER
    bring(add_colour, monkeypatch, tmp_path)
    with store.open_store(str(path), clock=clock) as opened:
        assert opened.decisions() == [a_decision()]
        assert opened.check() == []
    kept = backups_folder(path) / f"schema-{number}-20260105T090000Z-{path.name}"
    assert kept.exists()
    kept.replace(path)
    with store.open_store(str(path)) as opened:
        assert opened.decisions() == [a_decision()]


@pytest.mark.usefixtures("older")
def test_an_older_file_is_brought_up_to_date_for_reading_too(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bring(add_colour, monkeypatch, tmp_path)
    with store.open_store(str(path), read_only=True) as opened:
        assert opened.decisions() == [a_decision()]


@pytest.fixture
def nothing_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed to write anywhere."""
    monkeypatch.setattr("os.access", lambda *_: False)


@pytest.mark.usefixtures("nothing_can_be_written")
@pytest.mark.parametrize("read_only", [True, False])
def test_an_older_file_that_cannot_be_written_to_is_read_and_left_as_it_was(
    read_only: bool, path: Path, older: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bring(add_colour, monkeypatch, tmp_path)
    beside = sorted(path.parent.iterdir())
    with store.open_store(str(path), read_only=read_only) as opened:
        assert opened.decisions() == [a_decision()]
        assert opened.check() == []
        with pytest.raises(AlignerError, match="for reading"):
            opened.writing()
    assert path.read_bytes() == older
    assert sorted(path.parent.iterdir()) == beside


@pytest.mark.usefixtures("nothing_can_be_written")
@pytest.mark.parametrize("number", range(1, schema.SCHEMA_NUMBER + 1))
def test_a_file_of_every_earlier_schema_is_read_where_it_cannot_be_written_to(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.aligner"
    of_schema(number, old, monkeypatch)
    before = old.read_bytes()
    with store.open_store(str(old), read_only=True) as opened:
        assert opened.decisions() == []
        assert opened.check() == []
    assert old.read_bytes() == before
    assert list(tmp_path.iterdir()) == [old]


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, older: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bring(fail, monkeypatch, tmp_path)
    assert "could not be upgraded: No space left on device" in refused(path)
    assert path.read_bytes() == older
    assert not path.with_name(path.name + ".unfinished").exists()


def test_an_older_file_in_use_is_not_brought_up_to_date(
    path: Path, older: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bring(add_colour, monkeypatch, tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "Another program is writing" in refused(path)
    assert path.read_bytes() == older


def test_without_the_extra_a_server_address_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)  # as where it is not installed
    for use in (store.create, store.open_store):
        with pytest.raises(AlignerError, match="psycopg"):
            use("postgresql://li:secret@localhost/standards")


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(AlignerError, match="is not a database address"):
        store.open_store("postgresql://li@localhost:port/standards")
