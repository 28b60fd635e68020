"""The evidence of the kept candidates: what each feature added to the score, and the two texts behind it."""

from typing import Any

import numpy as np

from aligner.matching.features.registry import FEATURES
from aligner.matching.pairs import Pairs
from aligner.matching.recipe import Recipe
from aligner.matching.score import Scores

BASE, LIMIT = "base", "limit"
"""Names of the entries that are no features: what every pair starts with, and what is cut off beyond 0 and 100."""

_TELLING = 0.05
"""Contributions below this many points are put together with the base."""


def evidence(pairs: Pairs, scores: Scores, recipe: Recipe) -> list[list[list[Any]]]:
    """For each pair its entries [feature, value, contribution, national, international]; they add up to the score."""
    values, contributions = scores.values.tolist(), scores.contributions.astype(float)
    telling = np.abs(contributions) >= _TELLING
    base = recipe.base + np.where(telling, 0.0, contributions).sum(axis=1)
    over = scores.total.astype(float) - scores.points
    parts = contributions.tolist()
    entries: list[list[list[Any]]] = []
    for index, start in enumerate(base.tolist()):
        listed: list[list[Any]] = [[BASE, 1.0, round(start, 2), "", ""]]
        for place in np.flatnonzero(telling[index]).tolist():
            feature = FEATURES[place]
            value, points = round(values[index][place], 3), round(parts[index][place], 2)
            listed.append([feature.name, value, points, *feature.texts(pairs, index)])
        if over[index]:
            listed.append([LIMIT, 1.0, round(float(over[index]), 2), "", ""])
        entries.append(listed)
    return entries
