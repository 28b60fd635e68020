"""Why an adoption is not identical: the cases of ISO/IEC Guide 21-1 for MOD, and what the catalogue states."""

import re

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


_NAMES = {name: code for code, name in REASONS.items()} | {
    "alternative content": "alternative",
    **{"内容减少": "less", "内容增加": "more", "内容变更": "altered", "技术选择不同": "alternative"},
}
"""What hand-ins say for them, in words."""
_BETWEEN = re.compile(r"[;,；，、\n]")


def codes_of(reason: str) -> tuple[str, ...]:
    """The codes that a decision's reason consists of, as codes or as their names; () when it says anything else."""
    codes: list[str] = []
    for piece in _BETWEEN.split(reason):
        words = " ".join(piece.split()).casefold()
        found = [_NAMES[words]] if words in _NAMES else words.split()
        if not all(code in REASONS for code in found):
            return ()
        codes += found
    return tuple(dict.fromkeys(codes))


def needs_reason(degree: Degree | None) -> bool:
    """Whether a decision of this degree must say what differs: deviations are identified and explained."""
    return degree in {Degree.MOD, Degree.NEQ}
