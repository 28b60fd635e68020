"""Damages projects in every way and asks them everything: what is given is true, the rest is refused by a sentence.

Run: python -m tests.campaigns.damage [--rounds 600] [--seed 1] [--seconds 3600] [--resume FILE]
"""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from aligner import paths
from aligner.api import Project
from aligner.domain.errors import AlignerError
from aligner.usecases.samples.project import CATALOGUES, SAMPLE_DAY

from .campaign import run

PAGE = 4096
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


def main() -> None:
    """Play the rounds."""
    with tempfile.TemporaryDirectory() as folder:
        run("damage", Damaging(Path(folder)).play, 600)


class Damaging:
    """A sound project, what it says, and a place for its damaged copies."""

    def __init__(self, folder: Path) -> None:
        self._sound = make(folder / "sound.aligner")
        self._copy = folder / "copy.aligner"
        with Project.open(self._sound, reviewer="ann", read_only=True) as project:
            self._truth, silent = answers(project)
            assert not silent

    def play(self, _: int, dice: random.Random) -> str:
        """Damage one copy and ask it everything."""
        shutil.rmtree(self._copy.with_name(self._copy.name + ".backups"), ignore_errors=True)
        shutil.copy(self._sound, self._copy)
        kind = dice.choice(sorted(KINDS))
        is_changed = KINDS[kind](self._copy, dice)
        try:
            return self._outcome(is_changed)
        except AlignerError:
            return "refused"
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the campaign looks for
            return f"!fault after {kind}: {type(fault).__name__}"

    def _outcome(self, is_changed: bool) -> str:
        with Project.open(self._copy, reviewer="ann") as project:
            given, refused = answers(project)
            findings = project.check()
        wrong = sorted(name for name, answer in given.items() if answer != self._truth[name])
        if wrong:
            return f"!silently wrong: {', '.join(wrong)}"
        if findings:
            return "found and named"
        if refused or is_changed:
            return "!called sound"
        return "harmless"


def make(path: Path) -> Path:
    """A project with something of everything."""
    samples = paths.sample_data()
    with Project.new(path, reviewer="ann") as project:
        for name, level in CATALOGUES:
            project.load(samples / name, level.value)
        project.match()
        project.decide(samples / "decisions.csv")
        project.judge_applicability(samples / "applicability.csv")
        project.compare(samples / "comparisons.csv")
        project.take_snapshot("year", as_of=SAMPLE_DAY)
        project.load(samples / CATALOGUES[1][0], CATALOGUES[1][1].value)
        project.take_back(*project.decisions().iloc[0][["national", "work"]])
        project.undo()
    return path


def answers(project: Project) -> tuple[dict[str, str], list[str]]:
    """What the project says to every question, as text; and the questions that it refused."""
    given: dict[str, str] = {}
    refused: list[str] = []
    for name, question in QUESTIONS.items():
        try:
            answer = question(project)
            given[name] = answer.to_json() if hasattr(answer, "to_json") else repr(answer)
        except AlignerError:
            refused.append(name)
    return given, refused


QUESTIONS: dict[str, Callable[[Project], Any]] = {
    "indicators": lambda project: project.indicators(as_of=SAMPLE_DAY),
    "indicators of a day": lambda project: project.indicators(as_of=SAMPLE_DAY, decided_until=SAMPLE_DAY),
    "snapshot": lambda project: project.snapshot_indicators("year"),
    "snapshots": lambda project: project.snapshots(),
    "decisions": lambda project: project.decisions(),
    "applicability": lambda project: project.applicability(),
    "comparisons": lambda project: project.comparisons(),
    "national": lambda project: project.standards("national"),
    "international": lambda project: project.standards("international"),
    "problems": lambda project: project.problems(),
    "candidates of one": lambda project: project.candidates(national="GB/T 19001-2016"),
    "candidates": lambda project: project.candidates(),
    "history": lambda project: project.history(),
}


def _flipped(path: Path, dice: random.Random) -> bool:
    content = bytearray(path.read_bytes())
    for _ in range(dice.choice((1, 1, 3, 20, 200))):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    path.write_bytes(content)
    return False


def _zeroed(path: Path, dice: random.Random) -> bool:
    content = bytearray(path.read_bytes())
    place = dice.randrange(len(content) // PAGE) * PAGE
    content[place : place + PAGE] = bytes(PAGE)
    path.write_bytes(content)
    return False


def _swapped(path: Path, dice: random.Random) -> bool:
    content = bytearray(path.read_bytes())
    one, other = (dice.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE], content[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )
    path.write_bytes(content)
    return False


def _cut(path: Path, dice: random.Random) -> bool:
    content = path.read_bytes()
    path.write_bytes(content[: dice.randrange(len(content))])
    return False


def _edited(path: Path, dice: random.Random) -> bool:
    """Some rows get another value in one column."""
    with _opened(path, dice) as connection:
        table = dice.choice(_tables(connection))
        column = dice.choice([row[1] for row in connection.execute(f"PRAGMA table_info({table})")])
        value = dice.choice(VALUES)
        rows = dice.choice((1, 1, 5, 50))
        try:
            connection.execute(
                f"UPDATE {table} SET {column} = {value.format(column=column)} "
                f"WHERE rowid IN (SELECT rowid FROM {table} ORDER BY chance() LIMIT {rows}) "
                f"AND {column} IS NOT {value.format(column=column)}"
            )
        except sqlite3.IntegrityError:
            return False
        return connection.total_changes > 0 and (table, column) not in ORDER_ONLY


ORDER_ONLY = {("candidate", "id"), ("standard_column", "id")}
"""Numbers of rows that say nothing but their order: another number in the same order changes nothing."""

VALUES = (
    "NULL",
    "''",
    "'[]'",
    "'{{}}'",
    "0",
    "-1",
    "2000000000",
    "1e300",
    "x'00ff'",
    "'x' || {column}",
    "replace({column}, 'IDT', 'MOD')",
    "replace({column}, '1', '2')",
    "substr({column}, 2)",
    "CAST({column} AS BLOB)",
)


def _deleted(path: Path, dice: random.Random) -> bool:
    with _opened(path, dice) as connection:
        table = dice.choice(_tables(connection))
        rows = dice.choice((1, 5, 50, 100_000))
        connection.execute(
            f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} ORDER BY chance() LIMIT {rows})"
        )
        return connection.total_changes > 0


def _exchanged(path: Path, dice: random.Random) -> bool:
    """Two rows change places in one column."""
    with _opened(path, dice) as connection:
        table = dice.choice(_tables(connection))
        plain = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if not row[5]]
        column = dice.choice(plain or ["rowid"])
        found = connection.execute(f"SELECT rowid, {column} FROM {table} ORDER BY chance() LIMIT 2").fetchall()
        if len(found) < 2 or found[0][1] == found[1][1] or column == "rowid":
            return False
        (one, its), (other, others) = found
        try:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (others, one))
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (its, other))
        except sqlite3.IntegrityError:
            connection.rollback()
            return False
        return True


@contextmanager
def _opened(path: Path, dice: random.Random) -> Iterator[sqlite3.Connection]:
    """The file as an intruder opens it; `chance()` takes its numbers from the dice, which `random()` would not."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.create_function("chance", 0, dice.random)
        yield connection


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute(TABLES)]


KINDS: dict[str, Callable[[Path, random.Random], bool]] = {
    "bytes flipped": _flipped,
    "a page zeroed": _zeroed,
    "pages exchanged": _swapped,
    "cut off": _cut,
    "values edited": _edited,
    "rows deleted": _deleted,
    "values exchanged": _exchanged,
}
"""Each damages a project; gives whether content was surely changed."""


if __name__ == "__main__":
    main()
