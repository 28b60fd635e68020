"""Two catalogues made ready for comparison: prepared, translated where needed, and indexed."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.cited import cited_works, parts_in_force
from aligner.domain.works.work import Works
from aligner.matching.sides.block import Index
from aligner.matching.sides.committees import learn_mirrors
from aligner.matching.sides.meaning import VectorsFinder, meanings, no_vectors
from aligner.matching.sides.prepare import Internationals, Nationals, prepare
from aligner.matching.sides.scopes import scope_search
from aligner.matching.sides.translate import learn_lexicons, with_lexicons, word_shares
from aligner.matching.texts.spelling import respelled
from aligner.matching.texts.vectors import Flags, Vocabulary

WEIGHING = N_("Weighting words")


def build_index(
    national: Table,
    international: Table,
    works: Works,
    progress: Progress,
    find_vectors: VectorsFinder = no_vectors,
    asked: Collection[str] | None = None,
) -> Index:
    """The titles of both sides as vectors, and the statements resolved to works.

    `find_vectors` gives what tells the meaning of titles; without it those in different languages are compared by
    their words alone. `asked` are the national designations that will be looked at, None for all of them.
    """
    nationals, internationals = prepare(national, international, works, progress, asked)
    progress.step(0, 3, WEIGHING)
    ours, theirs = nationals.titles.terms(), internationals.titles.terms()
    progress.step(1, 3, WEIGHING)
    vocabulary, titles = Vocabulary.with_vectors(theirs)
    progress.step(2, 3, WEIGHING)
    internationals = replace(internationals, vocabulary=vocabulary)
    own = vocabulary.vectors(respelled(ours, vocabulary.index))
    progress.step(3, 3, WEIGHING)
    lexicons = learn_lexicons(nationals, vocabulary, progress)
    nationals = replace(nationals, lexicons=lexicons)
    own, titles = with_lexicons(own, titles, lexicons, nationals.titles, theirs)
    stated = _stated(nationals, internationals, works)
    nationals = replace(
        nationals,
        states=nationals.states & _resolved(nationals, works),
        offered=_offered(stated, internationals, works),
    )
    mirrors = learn_mirrors(nationals.documents, internationals.documents, stated)
    meant = meanings(nationals.titles, internationals.titles, find_vectors, progress)
    shares = word_shares(nationals.titles, lexicons, meant)
    nationals = replace(nationals, mirrors=mirrors, word_shares=shares)
    scopes = scope_search(nationals, internationals, meant, find_vectors, progress)
    return Index.of(nationals, internationals, own, titles, stated, meant, scopes)


def _resolved(nationals: Nationals, works: Works) -> Flags:
    """Which national standards state a listed work; what no list has is no evidence against others (domain.md 11.5)."""
    statements = nationals.table["statements"]
    rows = nationals.documents.row.tolist()
    return np.asarray([any(cited_works(works, one[0]) for one in statements[row]) for row in rows], dtype=bool)


def _stated(nationals: Nationals, internationals: Internationals, works: Works) -> dict[int, list[tuple[int, int]]]:
    """The works that each national catalogue row states, each with the place of its statement."""
    place_of = {work: place for place, work in enumerate(internationals.work.tolist())}
    statements = nationals.table["statements"]
    found: dict[int, list[tuple[int, int]]] = {}
    for position, row in enumerate(nationals.documents.row.tolist()):
        for place, statement in enumerate(statements[row]):
            for one in cited_works(works, statement[0]):
                if one.work in place_of:
                    found.setdefault(position, []).append((place_of[one.work], place))
    return found


def _offered(
    stated: dict[int, list[tuple[int, int]]], internationals: Internationals, works: Works
) -> dict[int, tuple[int, ...]]:
    """The parts in force of each undivided, withdrawn work that a national standard states: it may go on with any."""
    positions = internationals.work.tolist()
    place_of = {work: place for place, work in enumerate(positions)}
    parts = {place: parts_in_force(works, positions[place]) for found in stated.values() for place, _ in found}
    offered = {
        position: tuple(place_of[part] for place, _ in found for part in parts[place] if part in place_of)
        for position, found in stated.items()
    }
    return {position: found for position, found in offered.items() if found}
