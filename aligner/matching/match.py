"""Candidates for every national standard: from two tables of standards to one of candidates."""

import os
from collections.abc import Collection
from datetime import date

import numpy as np

from aligner.collecting import collector_at_rest
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.work import Works, build_works
from aligner.matching.features.title import MEANING
from aligner.matching.scoring.candidates import CandidateRows
from aligner.matching.scoring.rank import ranked
from aligner.matching.scoring.recipe import Recipe
from aligner.matching.scoring.score import score
from aligner.matching.sides.block import Index
from aligner.matching.sides.index import build_index
from aligner.matching.sides.meaning import VectorsFinder, no_vectors
from aligner.matching.texts.vectors import Indices

COMPARING = N_("Comparing titles")


def match(
    national: Table,
    international: Table,
    recipe: Recipe,
    progress: Progress,
    *,
    at: date,
    works: Works | None = None,
    find_vectors: VectorsFinder = no_vectors,
) -> Table:
    """Candidates for every national standard, plans too, in the order of the table and of their ranks.

    The columns are those of domain.candidate. The same tables, recipe and day give the same candidates, whatever the
    chunk size and the number of threads. `works` are those of the international table, built when they are not given.
    `find_vectors` is asked only when a title is not in English.
    """
    with collector_at_rest():
        works = build_works(international) if works is None else works
        index = build_index(national, international, works, progress, _asked(recipe, find_vectors))
        everyone = np.arange(len(index.nationals.documents), dtype=np.int32)
        return Table(_compared(index, everyone, recipe, progress, works, at).columns)


def match_changed(
    previous: Table,
    national: Table,
    international: Table,
    recipe: Recipe,
    progress: Progress,
    *,
    at: date,
    works: Works,
    nationals: Collection[str],
    internationals: Collection[str],
    find_vectors: VectorsFinder = no_vectors,
) -> Table:
    """The candidates after a few rows changed: those of untouched national standards are taken from `previous`.

    `nationals` and `internationals` are the designations of rows that were added or changed, or are gone. Touched are
    these nationals, those which had a changed work among their candidates, those whose catalogue states it, and those
    to which a changed work comes near enough to become one. Weights of words shift a little with every row: `match`
    may differ by tenths of a point.
    """
    if not nationals and not internationals and set(previous["national"]) <= set(national["designation"]):
        return previous
    with collector_at_rest():
        changed = {position for position in map(works.position, internationals) if position is not None}
        wanted = set(nationals) | _bereft(previous, works, set(internationals), changed)
        # a changed work may come near to any title, a changed title only to what it meets itself
        asked = None if internationals else wanted
        index = build_index(national, international, works, progress, _asked(recipe, find_vectors), asked)
        touched = _touched(index, wanted, changed, recipe)
        fresh = _compared(index, touched, recipe, progress, works, at).columns
        return _merged(previous, Table(fresh), national, {_name(index, position) for position in touched.tolist()})


def _asked(recipe: Recipe, find_vectors: VectorsFinder) -> VectorsFinder:
    """A recipe in which the meaning weighs nothing does without it."""
    return find_vectors if recipe.weights.get(MEANING.name) else no_vectors


def _compared(
    index: Index, nationals: Indices, recipe: Recipe, progress: Progress, works: Works, at: date
) -> CandidateRows:
    """The candidates of these nationals, chunk by chunk."""
    found = CandidateRows(recipe, works, at)
    threads = recipe.threads or os.cpu_count() or 1
    for start in range(0, len(nationals), recipe.chunk):
        progress.step(start, len(nationals), COMPARING)
        pairs = index.pairs(nationals[start : start + recipe.chunk], recipe.titles, recipe.works, threads)
        if len(pairs):
            scores = score(pairs, recipe)
            ranking = ranked(pairs, scores, recipe.top_n, recipe.floor)
            found.add(pairs.take(ranking.chosen), scores.take(ranking.chosen), ranking)
    progress.step(len(nationals), len(nationals), COMPARING)
    return found


def _bereft(previous: Table, works: Works, internationals: set[str], changed: set[int]) -> set[str]:
    """The nationals that had a changed work or edition among their candidates."""
    return {
        name
        for name, work, edition in zip(previous["national"], previous["work"], previous["international"], strict=True)
        if edition in internationals or work in internationals or works.position(work) in changed
    }


def _touched(index: Index, wanted: set[str], changed: set[int], recipe: Recipe) -> Indices:
    """Positions of the wanted nationals, of those that state a changed work, and to which one comes near."""
    near = set(index.near_works(changed, recipe.works).tolist()) | index.stating(changed) if changed else set()
    count = len(index.nationals.documents)
    chosen = [position for position in range(count) if position in near or _name(index, position) in wanted]
    return np.asarray(chosen, dtype=np.int32)


def _merged(previous: Table, fresh: Table, national: Table, touched: set[str]) -> Table:
    """Both in the order of the national table; what is no longer in it is left out."""
    rows: dict[str, list[tuple[Table, int]]] = {}
    for index, name in enumerate(previous["national"]):
        if name not in touched:
            rows.setdefault(name, []).append((previous, index))
    for index, name in enumerate(fresh["national"]):
        rows.setdefault(name, []).append((fresh, index))
    order = [row for name in dict.fromkeys(national["designation"]) for row in rows.get(name, ())]
    return Table({name: [table[name][index] for table, index in order] for name in fresh.columns})


def _name(index: Index, position: int) -> str:
    """The designation of the national standard in this position."""
    name: str = index.nationals.table["designation"][index.nationals.documents.row[position]]
    return name
