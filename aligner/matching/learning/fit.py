"""Weights found anew on known pairs: a project's own decisions, or the pairs behind the shipped recipe.

A careless fit loses to the plain order of the titles, so few weights are fitted, none of them against its sense, each
held near the weight it had, and the new ones are proposed only when they rank pairs they have not seen no worse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from aligner.domain.errors import AlignerError
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.work import Works
from aligner.i18n import translator
from aligner.matching.features.registry import FEATURES
from aligner.matching.learning.evaluate import Share, wilson
from aligner.matching.match import COMPARING
from aligner.matching.scoring.recipe import Recipe
from aligner.matching.scoring.score import score
from aligner.matching.sides.block import rank_within
from aligner.matching.sides.index import build_index
from aligner.matching.sides.meaning import VectorsFinder, no_vectors
from aligner.matching.texts.vectors import Indices

POINTS = 4.0
"""Points of the score for one unit of the logarithm of the odds."""
HOLD = 0.02
"""How strongly a weight is held at what it was: so many pairs outweigh one point."""
FOLDS = 5
LEAST_PAIRS = 50
TOO_FEW = N_(
    "New weights need at least {needed} confirmed pairs; there are {pairs} among the candidates. "
    "Decide more pairs first."
)
LEARNT = " (learnt)"
LEARNT_ON = N_("{pairs} confirmed and {rejected} rejected pairs of {national} national and {international} documents")

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Fit:
    """What the fit found. `before` and `after` are top-1 on pairs that the weights had not seen.

    `recipe` is the new one where it is no worse, else the old one.
    """

    recipe: Recipe
    pairs: int
    before: Share
    after: Share
    changed: Mapping[str, tuple[float, float]]
    """Old and new weight of each feature, for those that differ."""

    @property
    def is_better(self) -> bool:
        """Whether the new weights rank unseen pairs no worse than the old ones."""
        return self.after.numerator >= self.before.numerator


@dataclass(frozen=True)
class _Cases:
    """Pairs of nationals with a right candidate: deviations from neutral in points' units, and which are right."""

    national: Indices  # numbered from 0
    deviations: Floats  # one column for each fitted feature
    offset: Floats  # what the fixed features add
    right: NDArray[np.bool_]

    def only(self, nationals: NDArray[np.bool_]) -> "_Cases":
        chosen = nationals[self.national]
        _, numbered = np.unique(self.national[chosen], return_inverse=True)
        return _Cases(numbered, self.deviations[chosen], self.offset[chosen], self.right[chosen])


def fit(
    national: Table,
    international: Table,
    verdicts: Sequence[tuple[str, str, bool]],
    recipe: Recipe,
    progress: Progress,
    *,
    works: Works,
    at: date,
    find_vectors: VectorsFinder = no_vectors,
) -> Fit:
    """New weights from verdicts (national designation, work, confirmed or rejected).

    Raises AlignerError when too few confirmed pairs are among the candidates. Nothing is stored.
    """
    cases = _cases(national, international, verdicts, recipe, progress, works, find_vectors)
    count = int(cases.national.max(initial=-1)) + 1
    if count < LEAST_PAIRS:
        raise AlignerError(TOO_FEW, needed=LEAST_PAIRS, pairs=count)
    old = np.asarray([recipe.weights[name] for name in _fitted()], dtype=np.float64)
    unseen = np.zeros(len(cases.right))
    fold = np.arange(count) % FOLDS
    for held in range(FOLDS):
        weights = _weights(cases.only(fold != held), old)
        tested = fold[cases.national] == held
        unseen[tested] = (cases.deviations @ weights + cases.offset)[tested]
    before = _top_one(cases, cases.deviations @ old + cases.offset, count)
    after = _top_one(cases, unseen, count)
    new = np.round(_weights(cases, old), 1)
    changed = {name: (float(was), float(now)) for name, was, now in zip(_fitted(), old, new, strict=True) if was != now}
    if after.numerator < before.numerator:
        return Fit(recipe, count, before, after, changed)
    rejected = sum(not confirmed for _, _, confirmed in verdicts)
    basis = {"pairs": count, "rejected": rejected, "national": len(national), "international": len(international)}
    return Fit(_learnt(recipe, changed, basis, at), count, before, after, changed)


def _learnt(recipe: Recipe, changed: Mapping[str, tuple[float, float]], basis: Mapping[str, int], at: date) -> Recipe:
    """The recipe with the new weights; the precision of its bands is not known any more."""
    return replace(
        recipe.unmeasured(),
        name=recipe.name if recipe.name.endswith(LEARNT) else recipe.name + LEARNT,
        date=at.isoformat(),
        found_on=LEARNT_ON.format(**basis),
        found_on_zh=translator("zh")(LEARNT_ON, **basis),
        weights=dict(recipe.weights) | {name: new for name, (_, new) in changed.items()},
    )


def _fitted() -> list[str]:
    return [feature.name for feature in FEATURES if feature.is_fitted]


def _cases(
    national: Table,
    international: Table,
    verdicts: Sequence[tuple[str, str, bool]],
    recipe: Recipe,
    progress: Progress,
    works: Works,
    find_vectors: VectorsFinder,
) -> _Cases:
    """The candidates of the nationals with a confirmed work; statements are left out, for they decide alone."""
    wanted = {name for name, _, _ in verdicts}
    rows = [row for row, name in enumerate(national["designation"]) if name in wanted]
    named = national.take(rows)
    silent = Table({**named.columns, "statements": [[] for _ in rows]})
    index = build_index(silent, international, works, progress, find_vectors)
    progress.step(0, 1, COMPARING)
    documents = index.nationals.documents  # one for a standard that is listed twice
    everyone = np.arange(len(documents), dtype=np.int32)
    pairs = index.pairs(everyone, recipe.titles, recipe.works, 1)
    values = score(pairs, recipe).values
    progress.step(1, 1, COMPARING)
    confirmed = {(name, works.position(work)) for name, work, right in verdicts if right}
    designations = [silent["designation"][row] for row in documents.row]
    found = zip(pairs.national.tolist(), index.internationals.work[pairs.work].tolist(), strict=True)
    right = np.asarray([(designations[own], work) in confirmed for own, work in found], dtype=bool)
    neutral = np.asarray([feature.neutral for feature in FEATURES])
    fitted = np.asarray([feature.is_fitted for feature in FEATURES])
    weights = np.asarray([recipe.weights[feature.name] for feature in FEATURES])
    deviations = (values - neutral).astype(np.float64)
    cases = _Cases(pairs.national, deviations[:, fitted], deviations[:, ~fitted] @ weights[~fitted], right)
    has_right = np.zeros(len(documents), dtype=bool)
    has_right[pairs.national[right]] = True
    return cases.only(has_right)


def _weights(cases: _Cases, old: Floats) -> Floats:
    """The weights under which the right works come out most likely; each not below 0 and held at the old one."""
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load, and used here only

    count = int(cases.national.max(initial=-1)) + 1

    def loss(weights: Floats) -> tuple[float, Floats]:
        points = (cases.deviations @ weights + cases.offset) / POINTS
        highest = np.full(count, -np.inf)
        np.maximum.at(highest, cases.national, points)
        odds = np.exp(points - highest[cases.national])
        all_odds = np.bincount(cases.national, odds, minlength=count)
        right_odds = np.bincount(cases.national, odds * cases.right, minlength=count)
        pull = odds / all_odds[cases.national] - odds * cases.right / right_odds[cases.national]
        held = weights - old
        value = -np.log(right_odds / all_odds).sum() + HOLD * (held**2).sum()
        return float(value), cases.deviations.T @ pull / POINTS + 2 * HOLD * held

    found = minimize(loss, old, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(old))
    return np.asarray(found.x, dtype=np.float64)


def _top_one(cases: _Cases, points: Floats, count: int) -> Share:
    """How many nationals have a right candidate first."""
    first = rank_within(cases.national, np.asarray(points, dtype=np.float32)) == 0
    return wilson(int((first & cases.right).sum()), count)
