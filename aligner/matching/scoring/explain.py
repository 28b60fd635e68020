"""A candidate in words: one sentence that says why, and the steps that add up to its score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aligner.domain.pairs.candidate import Band, Candidate, Evidence
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.matching.scoring.band import CAPS
from aligner.matching.scoring.evidence import BASE, LIMIT
from aligner.matching.scoring.recipe import Recipe

LABELS: Final[Mapping[str, str]] = {
    BASE: N_("Start"),
    "statement": N_("Stated adoption"),
    "title": N_("Title"),
    "translated title": N_("Title, translated"),
    "part": N_("Part"),
    "numbers in the title": N_("Numbers in the title"),
    "turning words": N_("Words that turn the meaning"),
    "scope": N_("Scope"),
    "numbers": N_("Standard number"),
    "document type": N_("Kind of document"),
    "ICS": N_("ICS"),
    "committee": N_("Committee"),
    "dates": N_("Dates"),
    LIMIT: N_("Cut at 0 and 100"),
}
"""What each entry of the evidence is called on screen."""

_FOR: Final[Mapping[str, str]] = {
    "statement": N_("the national catalogue states it ({national})"),
    "translated title": N_("words of the title translate those of “{international}”"),
    "part": N_("both are part {international}"),
    "numbers in the title": N_("both titles name {international}"),
    "scope": N_("the scopes are alike"),
    "numbers": N_("the numbers agree ({national}, {international})"),
    "ICS": N_("both stand under the same ICS code"),
    "committee": N_("the committees mirror each other ({national}, {international})"),
}
_AGAINST: Final[Mapping[str, str]] = {
    "statement": N_("the national catalogue states another standard ({national})"),
    "part": N_("the parts differ (“{national}” and “{international}”)"),
    "numbers in the title": N_("numbers or letters in the titles differ (“{national}” and “{international}”)"),
    "turning words": N_("words that turn the meaning differ (“{national}” and “{international}”)"),
    "scope": N_("the scopes differ"),
    "numbers": N_("the numbers name different parts ({national}, {international})"),
    "document type": N_("the kinds of document differ ({national}, {international})"),
    "ICS": N_("the ICS codes differ"),
    "committee": N_("the committees have little to do with each other ({national}, {international})"),
    "dates": N_("the international standard appeared only in {international}"),
}
_ALIKE: Final[Sequence[tuple[float, str]]] = (
    (0.97, N_("the titles are equal")),
    (0.85, N_("the titles are nearly equal")),
    (0.6, N_("the titles are alike")),
    (0.0, N_("the titles have words in common")),
)
"""What is said of two titles from this value on."""

_BANDS: Final[Mapping[Band, str]] = {
    Band.STRONG: N_("strong"),
    Band.PROBABLE: N_("probable"),
    Band.AMBIGUOUS: N_("ambiguous"),
    Band.WEAK: N_("weak"),
}
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
    """Why this work is proposed, what speaks against it, and how sure that makes the proposal."""
    praise, doubts = _told(candidate, translate)
    places = {
        "work": candidate.work,
        "band": translate(_BANDS[candidate.band]),
        "score": translate.number(candidate.score, 1),
        "reasons": _listed(praise, translate),
        "doubts": _listed(doubts, translate),
    }
    if not _said(praise):
        return translate(N_("{work}: {band} ({score}), nothing speaks for it."), **places)
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
        band=translate(_BANDS[band]),
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
    if entry.feature == "title":
        return translate(next(text for least, text in _ALIKE if entry.value >= least))
    texts = _FOR if entry.contribution > 0 else _AGAINST
    places: dict[str, Any] = {"national": entry.national or NOTHING, "international": entry.international or NOTHING}
    return translate(texts[entry.feature], **places) if entry.feature in texts else ""


def _listed(clauses: Sequence[str], translate: Translator) -> str:
    """The clauses after one another."""
    return translate(N_(", ")).join(_said(clauses))


def _said(clauses: Sequence[str]) -> list[str]:
    return [clause for clause in clauses if clause]
