"""A pair proposed by matching, with its score, band and the evidence behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from aligner.domain.text import N_


class Band(StrEnum):
    """How sure the candidate is; ambiguous is decided by the margin to the second best, not by height."""

    STRONG = "strong"
    PROBABLE = "probable"
    AMBIGUOUS = "ambiguous"
    WEAK = "weak"


BAND_NAMES: Final[Mapping[Band, str]] = {
    Band.STRONG: N_("strong"),
    Band.PROBABLE: N_("probable"),
    Band.AMBIGUOUS: N_("ambiguous"),
    Band.WEAK: N_("weak"),
}


class EditionState(StrEnum):
    """The cited edition against the current one of the same work (domain.md 5.3)."""

    CURRENT = "current"
    AMENDMENT_OUTDATED = "amendment-outdated"
    OUTDATED = "outdated"
    GRACE = "grace"
    WITHDRAWN = "adopts withdrawn"
    UNDATED = "undated"
    AHEAD = "ahead"


EDITION_STATE_NAMES: Final[Mapping[EditionState, str]] = {
    EditionState.CURRENT: N_("current edition"),
    EditionState.AMENDMENT_OUTDATED: N_("amendment missing"),
    EditionState.OUTDATED: N_("outdated edition"),
    EditionState.GRACE: N_("outdated, in grace period"),
    EditionState.WITHDRAWN: N_("withdrawn, not replaced"),
    EditionState.UNDATED: N_("edition unknown"),
    EditionState.AHEAD: N_("newer than the catalogue"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature's value and the two texts that produced it.

    `value` is in 0..1; `contribution` is what it adds to the score of the pair, in points of 100 (negative when it
    speaks against): the contributions of a candidate, with the base, add up to its score.
    """

    feature: str
    value: float
    contribution: float
    national: str
    international: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row of the candidates: columns as in the command line's contract, and the evidence.

    `national` is the canonical designation, `international` that of the current edition (the cited one where it
    is stated), `work` the undated one. `score` is 0..100, `margin` the distance to the next work of the same
    national standard. `caps` names the reasons that keep the pair out of a higher band. `degree_basis` says in one
    sentence what the suggested degree rests on.
    """

    national: str
    international: str
    work: str
    rank: int
    score: float
    margin: float
    band: Band
    suggested_degree: str
    degree_basis: str
    edition_state: str
    evidence: tuple[Evidence, ...]
    caps: tuple[str, ...] = ()


COLUMNS = (
    "national",
    "international",
    "work",
    "rank",
    "score",
    "margin",
    "band",
    "suggested_degree",
    "degree_basis",
    "edition_state",
    "evidence",
    "caps",
)
"""Columns of a table of candidates; `evidence` holds [feature, value, contribution, national, international] lists."""


def candidate_from(row: dict[str, Any]) -> Candidate:
    """The candidate in one row of a table of candidates."""
    return Candidate(
        **{name: row[name] for name in COLUMNS if name not in {"band", "evidence", "caps"}},
        band=Band(row["band"]),
        evidence=tuple(Evidence(*piece) for piece in row["evidence"]),
        caps=tuple(row["caps"]),
    )


@dataclass(frozen=True, slots=True)
class MatchingRun:
    """How the stored candidates came about: when, by which recipe (as plain values), from which catalogues.

    `inputs` is a fingerprint of what was matched: the candidates are out of date when it would differ now.
    """

    at: str  # UTC, ISO 8601
    recipe: Mapping[str, Any]
    inputs: str
    program_version: str = ""
