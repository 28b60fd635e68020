"""A candidate in words: one sentence that says why, and the steps that add up to its score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aligner.domain.pairs.candidate import BAND_NAMES, Band, Candidate, Evidence
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.matching.features.feature import Feature
from aligner.matching.features.registry import BY_NAME, FEATURES
from aligner.matching.features.title import taken_words
from aligner.matching.scoring.band import CAPS
from aligner.matching.scoring.evidence import BASE, LIMIT
from aligner.matching.scoring.recipe import Recipe

LABELS: Final[Mapping[str, str]] = {
    BASE: N_("Start"),
    **{feature.name: feature.label for feature in FEATURES},
    LIMIT: N_("Capped at 0 and 100"),
}
"""What each entry of the evidence is called on screen."""

_LEAST = 0.5
"""Contributions of fewer points are not worth a word."""

NOTHING = "–"
"""What stands for a side that says nothing."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall: `total` is the score after it, cut neither at 0 nor at 100 before the last step."""

    label: str
    contribution: float
    total: float
    value: float
    national: str
    international: str


def waterfall(candidate: Candidate, translate: Translator) -> list[Step]:
    """The contributions in the order in which they are added; the last total is the candidate's score."""
    steps: list[Step] = []
    total = 0.0
    for entry in candidate.evidence:
        total += entry.contribution
        label = translate(LABELS.get(entry.feature, entry.feature))
        steps.append(Step(label, entry.contribution, round(total, 2), entry.value, entry.national, entry.international))
    return steps


def sentence(candidate: Candidate, translate: Translator) -> str:
    """Why this work is proposed, what speaks against it, and how sure that makes the candidate."""
    praise, doubts = _told(candidate, translate)
    places = {
        "work": candidate.work,
        "band": translate(BAND_NAMES[candidate.band]),
        "score": translate.number(candidate.score, 1),
        "reasons": _listed(praise, translate),
        "doubts": _listed(doubts, translate),
    }
    if not _said(praise):
        return translate(N_("{work}: {band} ({score}), no evidence for it."), **places)
    if not _said(doubts):
        return translate(N_("{work}: {band} ({score}), because {reasons}."), **places)
    return translate(N_("{work}: {band} ({score}), because {reasons}; but {doubts}."), **places)


def because(candidate: Candidate, translate: Translator) -> str:
    """What speaks for the work and against it, the weightiest first, without naming it; "" when there is nothing."""
    for_it, against_it = (_listed(clauses, translate) for clauses in _told(candidate, translate))
    if for_it and against_it:
        return translate(N_("{reasons}; but {doubts}"), reasons=for_it, doubts=against_it)
    return for_it or (translate(N_("but {doubts}"), doubts=against_it) if against_it else "")


def reasons(candidate: Candidate, translate: Translator) -> str:
    """What keeps the candidate out of a higher band, in words; "" when nothing does."""
    return _listed([translate(CAPS[code]) for code in candidate.caps if code in CAPS], translate)


def calibration(band: Band, recipe: Recipe, translate: Translator) -> str:
    """How often the first candidates of a band were right on known pairs; "" when the recipe does not say."""
    figures = recipe.precision.get(band)
    if figures is None:
        return ""
    return translate(
        N_("{band}: {share} right of {pairs} known pairs (95 % interval {low} to {high})"),
        band=translate(BAND_NAMES[band]),
        share=translate.percent(figures.value),
        pairs=figures.pairs,
        low=translate.percent(figures.low),
        high=translate.percent(figures.high),
    )


def _told(candidate: Candidate, translate: Translator) -> tuple[list[str], list[str]]:
    """What speaks for the work and what against it, the weightiest first."""
    telling = [entry for entry in candidate.evidence if abs(entry.contribution) >= _LEAST]
    telling.sort(key=lambda entry: -abs(entry.contribution))
    return (
        [_clause(entry, translate) for entry in telling if entry.contribution > 0],
        [_clause(entry, translate) for entry in telling if entry.contribution < 0],
    )


def _clause(entry: Evidence, translate: Translator) -> str:
    """What one piece of evidence says; "" for the entries that are no features."""
    feature = BY_NAME.get(entry.feature)
    places: dict[str, Any] = {
        "national": entry.national or NOTHING,
        "international": entry.international or NOTHING,
        "words": taken_words(entry.national),
    }
    words = _words(feature, entry) if feature else ""
    return translate(words, **places) if words else ""


def _words(feature: Feature, entry: Evidence) -> str:
    """The clause before its places are filled."""
    return feature.clause(entry.value, entry.contribution, entry.national, entry.international)


def _listed(clauses: Sequence[str], translate: Translator) -> str:
    """The clauses after one another."""
    return translate(N_(", ")).join(_said(clauses))


def _said(clauses: Sequence[str]) -> list[str]:
    return [clause for clause in clauses if clause]
