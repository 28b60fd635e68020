"""What a use-case changed: faces read it to know what to show anew."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The parts of a project that faces show."""

    CATALOGUES = "catalogues"
    CANDIDATES = "candidates"
    DECISIONS = "decisions"
    APPLICABILITY = "applicability"
    COMPARISONS = "comparisons"


@dataclass(frozen=True, slots=True)
class Changed:
    """`parts` were changed; `keys` are the pairs or works touched, empty when it may be all of them."""

    parts: frozenset[Part]
    keys: tuple[tuple[str, str], ...] = ()


NOTHING_CHANGED = Changed(frozenset())
"""What a use-case changed that only looked."""


def changed(*parts: Part, keys: tuple[tuple[str, str], ...] = ()) -> Changed:
    """These parts, and when only some rows of them, which."""
    return Changed(frozenset(parts), keys)
