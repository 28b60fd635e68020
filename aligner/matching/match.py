"""Candidates for every national standard: from two tables of standards to one of candidates."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from aligner.domain.candidate import COLUMNS
from aligner.domain.progress import Progress
from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.domain.work import Works, build_works
from aligner.matching import degree
from aligner.matching.band import bands, caps
from aligner.matching.block import Index
from aligner.matching.editions import Teller, presumed_editions, stated_edition
from aligner.matching.evidence import evidence
from aligner.matching.pairs import Pairs
from aligner.matching.prepare import Internationals, Nationals, prepare
from aligner.matching.rank import Ranking, ranked
from aligner.matching.recipe import Recipe
from aligner.matching.score import Scores, score
from aligner.matching.spelling import respelled
from aligner.matching.titles import NONE
from aligner.matching.translate import learn_lexicon, with_native
from aligner.matching.vectors import Vocabulary

READING = N_("Reading titles")
LEARNING = N_("Learning words from bilingual titles")
COMPARING = N_("Comparing titles")


def match(
    national: Table,
    international: Table,
    recipe: Recipe,
    progress: Progress,
    *,
    at: date,
    works: Works | None = None,
) -> Table:
    """Candidates for every national standard, plans too, in the order of the table and of their ranks.

    The columns are those of domain.candidate. The same tables, recipe and day give the same candidates, whatever the
    chunk size and the number of threads. `works` are those of the international table, built when they are not given.
    """
    with _collector_at_rest():
        return _matched(national, international, recipe, progress, at, works)


def _matched(
    national: Table, international: Table, recipe: Recipe, progress: Progress, at: date, works: Works | None
) -> Table:
    progress.step(0, 3, READING)
    works = build_works(international) if works is None else works
    progress.step(1, 3, READING)
    nationals, internationals = prepare(national, international, works)
    progress.step(2, 3, READING)
    index = _index(nationals, internationals, works, progress)
    nationals = index.nationals
    progress.step(3, 3, READING)
    tell = presumed_editions(works, at)
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    done, total = 0, len(nationals.documents)
    for chunk in index.chunks(recipe.chunk):
        progress.step(done, total, COMPARING)
        pairs = index.pairs(chunk, recipe.titles, recipe.works, recipe.threads or os.cpu_count() or 1)
        done += len(chunk)
        if not len(pairs):
            continue
        scores = score(pairs, recipe)
        ranking = ranked(pairs, scores, recipe.top_n, recipe.floor)
        _append(columns, pairs.take(ranking.chosen), scores.take(ranking.chosen), ranking, recipe, works, at, tell)
    progress.step(total, total, COMPARING)
    return Table(columns)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for reference cycles meanwhile: there are none among millions of small values, and it takes seconds."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _index(nationals: Nationals, internationals: Internationals, works: Works, progress: Progress) -> Index:
    """Titles of both sides as vectors, and the statements resolved to works."""
    ours, theirs = nationals.titles.terms(), internationals.titles.terms()
    vocabulary = Vocabulary.of(theirs)
    national, titles = vocabulary.vectors(respelled(ours, vocabulary.index)), vocabulary.vectors(theirs)
    if nationals.titles.is_native.any():
        progress.step(0, 1, LEARNING)
        lexicon = learn_lexicon(nationals, vocabulary)
        nationals = replace(nationals, lexicon=lexicon)
        progress.step(1, 2, LEARNING)
        national = with_native(national, lexicon, nationals.titles)
        titles = lexicon.english_vectors(theirs, titles)
        progress.step(2, 2, LEARNING)
    return Index.of(nationals, internationals, national, titles, _stated(nationals, internationals, works))


def _stated(nationals: Nationals, internationals: Internationals, works: Works) -> dict[int, list[tuple[int, int]]]:
    """The works that each national catalogue row states, each with the place of its statement."""
    place_of = {work: place for place, work in enumerate(internationals.work.tolist())}
    statements = nationals.table["statements"]
    found: dict[int, list[tuple[int, int]]] = {}
    for position, row in enumerate(nationals.documents.row.tolist()):
        for place, statement in enumerate(statements[row]):
            work = works.position(statement[0])
            if work is not None and work in place_of:
                found.setdefault(position, []).append((place_of[work], place))
    return found


def _append(
    columns: dict[str, list[Any]],
    pairs: Pairs,
    scores: Scores,
    ranking: Ranking,
    recipe: Recipe,
    works: Works,
    at: date,
    tell: Teller,
) -> None:
    """Add the candidates of one chunk; `pairs` and `scores` are those of the ranking."""
    table, row_of = pairs.nationals.table, pairs.nationals.documents.row
    rows = row_of[pairs.national].tolist()
    work_positions = pairs.internationals.work[pairs.work].tolist()
    capped = caps(pairs, scores)
    translated = pairs.is_translated
    columns["national"] += [table["designation"][row] for row in rows]
    columns["work"] += [works.works[position].key for position in work_positions]
    columns["rank"] += ranking.rank.tolist()
    columns["score"] += [round(value, 1) for value in scores.total.tolist()]
    columns["margin"] += [round(value, 1) for value in ranking.margin.tolist()]
    columns["band"] += bands(ranking, scores.points, pairs.statement != NONE, translated, capped, recipe)
    columns["evidence"] += evidence(pairs, scores, recipe)
    columns["caps"] += [list(codes) for codes in capped]
    for row, position, place in zip(rows, work_positions, pairs.statement.tolist(), strict=True):
        statement = table["statements"][row][place] if place != NONE else None
        suggestion, basis = degree.suggested(statement, table["designation"][row])
        published = table["published"][row]
        edition, state = (
            tell(position, published) if statement is None else stated_edition(works, statement[0], published, at)
        )
        columns["suggested_degree"].append(suggestion)
        columns["degree_basis"].append(basis)
        columns["international"].append(edition)
        columns["edition_state"].append(state)
