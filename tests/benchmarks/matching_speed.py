"""Prints time, memory and growth of matching; run by hand on real catalogues.

    python tests/benchmarks/matching_speed.py --data DIR [--double] [--brute-force ROWS]

`--double` also matches catalogues of twice the size (every row once more under another number and a changed title);
`--brute-force` compares with rapidfuzz.process.cdist(token_sort_ratio), extrapolated from so many rows.
"""

import argparse
import os
import re
import resource
import time
from pathlib import Path

from matching_quality import TODAY, Bench
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.domain.works.work import build_works
from aligner.matching.match import match
from aligner.matching.scoring.recipe import shipped_recipe
from aligner.matching.texts.language import normalized


class Gaps(Silent):
    """The longest time between two reports of progress: how long a stop request waits."""

    def __init__(self) -> None:
        self.last, self.longest, self.where = time.perf_counter(), 0.0, ""

    def step(self, done: int, total: int, text: str) -> None:
        now = time.perf_counter()
        if now - self.last > self.longest:
            self.longest, self.where = now - self.last, f"before {text} {done}/{total}"
        self.last = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--double", action="store_true")
    parser.add_argument("--brute-force", type=int, default=0)
    options = parser.parse_args()
    bench = Bench(options.data, shipped_recipe())
    once = timed("as they are", bench.national, bench.international)
    if options.brute_force:
        brute = brute_force(bench.national, bench.international, options.brute_force)
        print(f"brute force {brute:.0f} s (extrapolated): {brute / once:.0f} times as long")
    if options.double:
        twice = timed("doubled", doubled(bench.national), doubled(bench.international))
        print(f"twice the rows take {twice / once:.2f} times as long")


def timed(name: str, national: Table, international: Table) -> float:
    """Processor seconds for the works and the candidates; printed with the time that passed, load and peak memory."""
    gaps = Gaps()
    begin = time.perf_counter()
    spent = time.process_time()
    works = build_works(international)
    built = time.perf_counter() - begin
    gaps.last = time.perf_counter()
    found = match(national, international, shipped_recipe(), gaps, at=TODAY, works=works)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    spent = time.process_time() - spent
    print(
        f"{name}: {len(national)} x {len(international)}: {seconds:.1f} s "
        f"(works {built:.1f} s, processor {spent:.1f} s), "
        f"{len(found)} candidates, "
        f"peak {peak:.2f} GB, load {os.getloadavg()[0]:.1f}, longest silence {gaps.longest:.2f} s {gaps.where}"
    )
    return spent


def brute_force(national: Table, international: Table, rows: int) -> float:
    """Processor seconds for all national titles in English against all international ones, as one would write it."""
    ours = [normalized(title) for title in national["title_en"] if title]
    theirs = [normalized(title) for title in international["title_en"]]
    sample = ours[:: max(1, len(ours) // rows)][:rows]
    begin = time.process_time()
    cdist(sample, theirs, scorer=fuzz.token_sort_ratio)
    return (time.process_time() - begin) * len(ours) / len(sample)


def doubled(table: Table) -> Table:
    """Every row, and every row once more under another number with its longest word spelled backwards."""
    rows = list(table.rows())
    copies = [row | {name: _renumbered(row[name]) for name in ("designation", "work", "family")} for row in rows]
    for copy in copies:
        copy |= {name: _changed(copy[name]) for name in ("title", "title_en")}
        copy |= {name: [_renumbered(text) for text in copy[name]] for name in ("replaces", "replaced_by")}
    return Table.from_rows(table.columns, [*rows, *copies])


def _renumbered(designation: str) -> str:
    return re.sub(r"\d+", lambda number: f"{number.group()}7777", designation, count=1)


def _changed(title: str) -> str:
    longest = max(title.split() or [""], key=len)
    return title.replace(longest, longest[::-1], 1) if longest else ""


if __name__ == "__main__":
    main()
