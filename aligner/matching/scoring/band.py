"""How sure a candidate is: by its score, its distance to the best rival, and what speaks against it."""

from typing import Final

import numpy as np

from aligner.domain.pairs.candidate import Band
from aligner.domain.text import N_
from aligner.matching.features.registry import FEATURES
from aligner.matching.scoring.rank import Ranking
from aligner.matching.scoring.recipe import Recipe
from aligner.matching.scoring.score import Scores
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Flags, Values

WITHDRAWN: Final = "withdrawn"
UNPUBLISHED: Final = "unpublished"

_CAPPING: Final = [(place, feature.cap) for place, feature in enumerate(FEATURES) if feature.cap]
"""The features whose low value keeps a pair out of the strong band, by their place in FEATURES."""

CAPS: Final = {cap.code: cap.words for _, cap in _CAPPING} | {
    WITHDRAWN: N_("the international standard is withdrawn and not replaced"),
    UNPUBLISHED: N_("no published edition of the international standard is listed, only a draft or a supplement"),
}
"""Reasons that keep a pair out of the strong band, as codes and as sentences."""


def caps(pairs: Pairs, scores: Scores, unpublished: Flags) -> list[tuple[str, ...]]:
    """The codes of CAPS that hold for each pair; `unpublished` are those whose work has no listed edition."""
    holds = {cap.code: scores.values[:, place] <= np.float32(cap.at_most) for place, cap in _CAPPING}
    ours = pairs.nationals.documents.in_force[pairs.national]
    theirs = pairs.internationals.documents.in_force[pairs.work]
    holds[WITHDRAWN] = ours & ~theirs & ~unpublished
    holds[UNPUBLISHED] = unpublished
    codes = list(CAPS)
    return [
        tuple(code for code, held in zip(codes, row, strict=True) if held)
        for row in zip(*(holds[code].tolist() for code in codes), strict=True)
    ]


def bands(
    ranking: Ranking,
    scores: Values,
    stated: Flags,
    translated: Flags,
    meant: Flags,
    capped: list[tuple[str, ...]],
    recipe: Recipe,
) -> list[Band]:
    """The band of each candidate; all columns in the order of the ranking.

    Only a first candidate, or one nearly as good, is more than weak. Stated pairs are strong. `meant` are the
    translated ones compared mostly by their meaning, which is weak on siblings.
    """
    strong_from = np.where(translated, recipe.translated_strong_score, recipe.strong_score).tolist()
    probable_from = np.where(translated, recipe.translated_probable_score, recipe.probable_score).tolist()
    margin_from = np.where(meant, recipe.meaning_strong_margin, recipe.strong_margin).tolist()
    ranks, margins = ranking.rank.tolist(), ranking.margin.tolist()
    return [
        Band.STRONG if is_stated else _band(rank, score, margin, limits, codes, recipe)
        for rank, score, margin, is_stated, limits, codes in zip(
            ranks,
            scores.tolist(),
            margins,
            stated.tolist(),
            zip(strong_from, margin_from, probable_from, strict=True),
            capped,
            strict=True,
        )
    ]


def _band(
    rank: int, score: float, margin: float, limits: tuple[float, float, float], capped: tuple[str, ...], recipe: Recipe
) -> Band:
    """The band of a candidate not stated; `limits`: score and margin of the strong, score of the probable band."""
    strong_from, margin_from, probable_from = limits
    if score < probable_from or "stated otherwise" in capped:
        return Band.WEAK
    if abs(margin) < recipe.ambiguous_margin:
        return Band.AMBIGUOUS
    if rank > 1:
        return Band.WEAK
    is_strong = score >= strong_from and margin >= margin_from and not capped
    return Band.STRONG if is_strong else Band.PROBABLE
