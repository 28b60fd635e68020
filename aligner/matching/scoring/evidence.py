"""The evidence of the kept candidates: what each feature added to the score, and the two texts behind it."""

from typing import Any

import numpy as np

from aligner.matching.features.registry import FEATURES
from aligner.matching.scoring.recipe import Recipe
from aligner.matching.scoring.score import Scores
from aligner.matching.sides.pairs import Pairs

BASE, LIMIT = "base", "limit"
"""Names of the entries that are no features: what every pair starts with, and what is cut off beyond 0 and 100."""

_TELLING = 0.05
"""Contributions below this many points are put together with the base."""


def evidence(pairs: Pairs, scores: Scores, recipe: Recipe) -> list[list[list[Any]]]:
    """For each pair its entries [feature, value, contribution, national, international]; they add up to the score."""
    telling = np.abs(scores.contributions) >= _TELLING
    points = np.where(telling, scores.contributions, 0).astype(np.float64).round(2)
    rest = scores.total.astype(np.float64).round(1) - recipe.base - points.sum(axis=1)
    is_cut = np.abs(scores.points - scores.total) >= _TELLING
    bases = np.where(is_cut, recipe.base, recipe.base + rest).round(2).tolist()
    entries: list[list[list[Any]]] = [[[BASE, 1.0, base, "", ""]] for base in bases]
    pair, place = np.nonzero(telling)
    values = scores.values[pair, place].astype(np.float64).round(3)
    columns = (pair.tolist(), place.tolist(), values.tolist(), points[pair, place].tolist())
    for index, number, value, contribution in zip(*columns, strict=True):
        feature = FEATURES[number]
        entries[index].append([feature.name, value, contribution, *feature.texts(pairs, index)])
    for index in np.flatnonzero(is_cut).tolist():
        entries[index].append([LIMIT, 1.0, round(float(rest[index]), 2), "", ""])
    return entries
