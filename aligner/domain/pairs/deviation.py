"""Why an adoption is not identical: the cases of ISO/IEC Guide 21-1 for MOD, and what the catalogue states."""

from aligner.domain.degree import Degree
from aligner.domain.text import N_

REASONS: dict[str, str] = {
    "less": N_("less content"),
    "more": N_("more content"),
    "altered": N_("altered content"),
    "alternative": N_("alternative choice"),
    "stated": N_("as the catalogue states"),
}
"""Reason codes of MOD and NEQ; several may hold at once, joined by spaces in a decision."""


def needs_reason(degree: Degree | None) -> bool:
    """Whether a decision of this degree must say what differs: deviations are identified and explained."""
    return degree in {Degree.MOD, Degree.NEQ}
