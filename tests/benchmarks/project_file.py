"""Times of the project file: saving and reading catalogues, single and bulk decisions, checking.

Run: python tests/benchmarks/project_file.py [ROWS]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.standards import fields
from aligner.domain.standards.table import Table
from aligner.storage import store
from aligner.storage.store import Store

SCOPE = "This document specifies requirements and test methods for the products named in its title. "


def timed(name: str, work: Callable[[], Any]) -> Any:
    """The result of the work, its time printed."""
    begin = time.perf_counter()
    result = work()
    print(f"{name:<42}{time.perf_counter() - begin:8.3f} s")
    return result


def standards(rows: int) -> Table:
    """Made-up standards of about 900 bytes each."""
    empty = {field.name: fields.empty_value(field.kind) for field in fields.FIELDS}
    return Table.from_rows(fields.COLUMN_NAMES, [empty | _varied(number) for number in range(1, rows + 1)])


def _varied(number: int) -> dict[str, Any]:
    return {
        "designation": f"ISO {number}:2015",
        "printed": f"ISO {number}:2015",
        "work": f"ISO {number}",
        "family": f"ISO {number}",
        "title": f"Products of kind {number} - Requirements and test methods for each of them",
        "scope": f"{number} " + SCOPE * 6,
        "published": "2015-09-15",
        "status": "in_force",
        "stage": 9060,
        "ics": ["03.100.01", "03.120.10"],
        "committee": "ISO/TC 176",
        "publisher": "ISO",
        "type": "IS",
        "year": 2015,
        "understood": True,
        "row": number,
        "fingerprint": f"{number * 2654435761:032x}",
    }


def decided(number: int) -> RowChange:
    """A first decision on a pair of its own."""
    decision = Decision(
        f"GB/T {number}-2016", f"ISO {number}:2015", f"ISO {number}", Verdict.CONFIRMED, Degree.IDT, reviewer="A"
    )
    return RowChange(Subject.DECISION, decision.key, None, decision.to_json())


def catalogues(project: Store, rows: int) -> None:
    """Save, read and reload a catalogue."""
    table = standards(rows)
    catalogue = Catalogue(0, Level.INTERNATIONAL, "made up", "", "", "", "2026-01-01", rows, rows)
    saved, _ = timed(f"save {rows} standards", lambda: project.save_catalogue(catalogue, table))
    timed("read them, first", lambda: project.standards(Level.INTERNATIONAL))
    timed("read them, again", lambda: project.standards(Level.INTERNATIONAL))
    timed("difference to the same", lambda: project.difference(saved.id, table))
    timed("save in the place of the same", lambda: project.save_catalogue(catalogue, table, replacing=saved.id))


def decisions(project: Store) -> None:
    """One by one, and 20,000 at once."""
    times = []
    for number in range(200):
        begin = time.perf_counter()
        project.append("A", Action.DECIDE, [decided(number)])
        times.append(time.perf_counter() - begin)
    print(f"{'one decision, median':<42}{statistics.median(times):8.4f} s")
    print(f"{'one decision, 95 of 100':<42}{statistics.quantiles(times, n=20)[-1]:8.4f} s")
    many = [decided(number) for number in range(1_000, 21_000)]
    timed("20,000 decisions in one change", lambda: project.append("A", Action.DECIDE, many))
    timed("undo them", lambda: project.undo("A"))
    timed("redo them", lambda: project.redo("A"))
    timed("read all decisions", project.decisions)


def main(rows: int) -> None:
    """Print the time of everything."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "measured.aligner"
        with timed("create", lambda: store.create(str(path))) as project:
            catalogues(project, rows)
            decisions(project)
            timed("check", project.check)
        timed("open, with a backup", lambda: store.open_store(str(path)).close())
        timed("open, without", lambda: store.open_store(str(path)).close())
        print(f"{'size':<42}{path.stat().st_size / 1e6:8.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 61_638)
