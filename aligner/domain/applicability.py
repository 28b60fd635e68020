"""Whether an international work counts in the denominator, and why (domain.md 1.5)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final, Self

from aligner.domain.text import N_


class ApplicabilityVerdict(StrEnum):
    """The four verdicts of the applicability analysis (适用性分析); coding is this project's decision."""

    APPLICABLE = "Y"
    NOT_APPLICABLE = "N"
    DEFERRED = "D"
    UNDETERMINED = "?"


APPLICABILITY_NAMES: Final[Mapping[ApplicabilityVerdict, str]] = {
    ApplicabilityVerdict.APPLICABLE: N_("applicable"),
    ApplicabilityVerdict.NOT_APPLICABLE: N_("not applicable"),
    ApplicabilityVerdict.DEFERRED: N_("deferred"),
    ApplicabilityVerdict.UNDETERMINED: N_("not determined"),
}

REASONS: dict[str, str] = {
    "N1": N_("object not produced or used in the country"),
    "N2": N_("climate, geography or infrastructure"),
    "N3": N_("conflicts with law or a mandatory standard"),
    "N4": N_("safety, security or health"),
    "N5": N_("content specific to a region or country"),
    "N6": N_("covered by another applicable international standard"),
    "N7": N_("organizational document of ISO or IEC"),
    "N8": N_("under withdrawal"),
    "D1": N_("awaiting revision"),
    "D2": N_("verification needed"),
    "D3": N_("copyright or patent"),
}
"""Reason codes for N and D, several may hold at once."""


@dataclass(frozen=True, slots=True)
class Applicability:
    """The verdict on one work, by its undated designation; `reason` holds codes of REASONS joined by spaces."""

    work: str
    verdict: ApplicabilityVerdict
    reason: str = ""
    note: str = ""
    reviewer: str = ""
    at: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The verdict that `to_json` gave; unknown fields are ignored."""
        known = {name: values[name] for name in cls.__dataclass_fields__ if name in values}
        return cls(**known | {"verdict": ApplicabilityVerdict(values["verdict"])})
