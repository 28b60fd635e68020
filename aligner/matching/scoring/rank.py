"""The order of the candidates of one national standard, and how far each is from its best rival."""

from dataclasses import dataclass

import numpy as np

from aligner.matching.scoring.score import Scores
from aligner.matching.sides.block import rank_within
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Indices, Values


@dataclass(frozen=True)
class Ranking:
    """Kept pairs in the order of nationals and ranks; columns of equal length."""

    chosen: Indices  # position in the pairs
    rank: Indices  # from 1
    margin: Values  # points to the best other candidate: negative for all but the first


def ranked(pairs: Pairs, scores: Scores, top_n: int, floor: float) -> Ranking:
    """The best `top_n` of each national standard; below `floor` points only the best three.

    Of equal scores the work in force comes first, then the one listed first.
    """
    in_force = pairs.internationals.documents.in_force[pairs.work]
    place = rank_within(pairs.national, scores.points + np.where(in_force, np.float32(1e-3), np.float32(0)))
    kept = np.flatnonzero((place < top_n) & ((scores.points >= floor) | (place < ALWAYS_KEPT)))
    chosen = kept[np.lexsort((place[kept], pairs.national[kept]))]
    return Ranking(chosen, place[chosen] + 1, _margins(pairs.national[chosen], scores.points[chosen]))


ALWAYS_KEPT = 3


def _margins(national: Indices, points: Values) -> Values:
    """Points above the best rival; both columns are sorted by national and rank, so it is one of the first two."""
    first = np.append(True, np.diff(national) != 0)
    starts = np.flatnonzero(first)
    group = np.cumsum(first) - 1
    best = points[starts]
    counts = np.diff(np.append(starts, len(points)))
    second = np.where(counts > 1, points[np.minimum(starts + 1, len(points) - 1)], np.float32(0))
    rival = np.where(first, second[group], best[group])
    return np.asarray(points - rival, dtype=np.float32)
