"""A reviewer's verdict on a pair, or on a national standard that has no counterpart."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final, Self

from aligner.domain.degree import Degree
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.text import N_


class Verdict(StrEnum):
    """What a reviewer said."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"
    NO_COUNTERPART = "no_counterpart"


CLOSING = frozenset({Verdict.CONFIRMED, Verdict.NO_COUNTERPART})
"""A national standard with one of these needs no further candidate."""

REVIEWED = CLOSING | {Verdict.UNSURE}
"""A national standard with one of these counts as reviewed: a rejected candidate alone settles nothing."""

VERDICT_NAMES: Final[Mapping[Verdict, str]] = {
    Verdict.CONFIRMED: N_("confirmed"),
    Verdict.REJECTED: N_("rejected"),
    Verdict.UNSURE: N_("unsure"),
    Verdict.NO_COUNTERPART: N_("no counterpart"),
}


class Coverage(StrEnum):
    """How much of the work the national standard covers (domain.md 8.1)."""

    FULL = "full"
    PARTIAL = "partial"
    JOINT = "joint"


COVERAGE_NAMES: Final[Mapping[Coverage, str]] = {
    Coverage.FULL: N_("in full"),
    Coverage.PARTIAL: N_("in part"),
    Coverage.JOINT: N_("jointly with others"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict; the pair is (`national`, `work`), and `work` is "" for NO_COUNTERPART.

    `national` is a canonical designation, `international` the number decided on, dated or undated, `work` its undated
    designation. `edition` is the adopted edition, "" when it is unknown, and `basis` what it rests on; None in
    decisions that were recorded before editions were (`adopted_edition` tells it then). A confirmed decision has a
    degree. `joint` names the group whose nationals cover the work
    together. The fingerprints are those of the two standards when it was decided: the decision is stale when one of
    them differs now (`Listed.staleness`). `at` is UTC, ISO 8601.
    """

    national: str
    international: str
    work: str
    verdict: Verdict
    degree: Degree | None = None
    coverage: Coverage = Coverage.FULL
    joint: str = ""
    reason: str = ""
    note: str = ""
    reviewer: str = ""
    at: str = ""
    bulk: bool = False
    national_fingerprint: str = ""
    international_fingerprint: str = ""
    edition: str = ""
    basis: EditionBasis | None = None

    @property
    def key(self) -> tuple[str, str]:
        """The pair this is a verdict on."""
        return (self.national, self.work)

    def renumbered(self, national: str) -> Self:
        """The same decision on the national standard under this designation."""
        return replace(self, national=national)

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The decision that `to_json` gave; fields of a later program that this one does not know are ignored."""
        known = {name: values[name] for name in cls.__dataclass_fields__ if name in values}
        return cls(
            **known
            | {
                "verdict": Verdict(values["verdict"]),
                "degree": Degree(values["degree"]) if values.get("degree") else None,
                "coverage": Coverage(values.get("coverage", Coverage.FULL)),
                "basis": EditionBasis(values["basis"]) if values.get("basis") else None,
            }
        )


def confirmed_beside_none(decisions: Iterable[Decision]) -> Decision | None:
    """The confirmed pair that stands beside "no counterpart" of the same national standard, which cannot be.

    None when there is no such pair; the decisions are those on one national standard.
    """
    listed = list(decisions)
    if all(decision.verdict is not Verdict.NO_COUNTERPART for decision in listed):
        return None
    return next((decision for decision in listed if decision.verdict is Verdict.CONFIRMED), None)
