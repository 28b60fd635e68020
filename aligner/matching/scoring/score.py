"""The score of a pair: points of 100 that its features add to a base, each contribution on its own."""

from dataclasses import dataclass

import numpy as np

from aligner.matching.features.registry import FEATURES
from aligner.matching.scoring.recipe import Recipe
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Indices, Values


@dataclass(frozen=True)
class Scores:
    """One row for each pair: `values` and `contributions` have a column for each of FEATURES."""

    values: Values
    contributions: Values
    points: Values  # the base and the contributions; may lie below 0 or above 100

    @property
    def total(self) -> Values:
        """The points cut to 0..100: the score that is shown."""
        return np.clip(self.points, 0, 100)

    def take(self, chosen: Indices) -> "Scores":
        """The rows of the chosen pairs, in this order."""
        return Scores(self.values[chosen], self.contributions[chosen], self.points[chosen])


def score(pairs: Pairs, recipe: Recipe) -> Scores:
    """The features of each pair and what they add up to."""
    values = np.stack([feature.measure(pairs) for feature in FEATURES], axis=1)
    weights = np.asarray([recipe.weights.get(feature.name, 0.0) for feature in FEATURES], dtype=np.float32)
    neutral = np.asarray([feature.neutral for feature in FEATURES], dtype=np.float32)
    contributions = (values - neutral) * weights
    points = recipe.base + contributions.sum(axis=1)
    return Scores(values, contributions.astype(np.float32), points.astype(np.float32))
