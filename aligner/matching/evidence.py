"""The evidence of the kept candidates: what each feature added to the score, and the two texts behind it."""

from typing import Any

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
    values, contributions = scores.values.tolist(), scores.contributions.tolist()
    points, totals = scores.points.tolist(), scores.total.tolist()
    entries: list[list[list[Any]]] = []
    for index in range(len(pairs)):
        listed: list[list[Any]] = [[BASE, 1.0, recipe.base, "", ""]]
        for feature, value, contribution in zip(FEATURES, values[index], contributions[index], strict=True):
            if abs(contribution) >= _TELLING:
                listed.append([feature.name, round(value, 3), round(contribution, 2), *feature.texts(pairs, index)])
        rest = round(totals[index], 1) - sum(entry[2] for entry in listed)
        if abs(points[index] - totals[index]) >= _TELLING:
            listed.append([LIMIT, 1.0, round(rest, 2), "", ""])
        else:
            listed[0][2] = round(recipe.base + rest, 2)
        entries.append(listed)
    return entries
