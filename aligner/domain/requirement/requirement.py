"""What a requirement says: a value, limits, a list or words (domain.md 1.6).

Numbers are exact: fractions of the decimals as written. A requirement keeps its text; nothing is rounded or folded.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from aligner.domain.text import N_


class Shape(StrEnum):
    """What kind of requirement a text is."""

    NOTHING = "nothing"  # no requirement: an empty cell, a dash, "not specified"
    VALUE = "value"  # one number without an operator: 75 mm
    LIMIT = "limit"  # one end only: ≤ 75 dB(A)
    RANGE = "range"  # two ends: 10～20 ℃, 100 ± 5
    LIST = "list"  # several values that are allowed: 5、10、15
    DIMENSIONS = "dimensions"  # numbers multiplied, in their order: 3×2.5 mm², 19 × 25.4 mm
    WORDS = "words"  # everything else: no cracks


SHAPE_NAMES: dict[Shape, str] = {
    Shape.NOTHING: N_("no requirement"),
    Shape.VALUE: N_("value"),
    Shape.LIMIT: N_("limit"),
    Shape.RANGE: N_("range"),
    Shape.LIST: N_("list"),
    Shape.DIMENSIONS: N_("dimensions"),
    Shape.WORDS: N_("words"),
}


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of what is allowed; `unit` as written, "" when there is none. A value is both ends of itself."""

    value: Fraction
    unit: str = ""
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement as understood from its `written` text.

    VALUE, LIMIT and RANGE have a `low` end, a `high` end or both; LIST and DIMENSIONS have `items`, a list of
    words has `words` instead. Only the last of DIMENSIONS has a unit when the others were written without one.
    `doubt` is a sentence about what cannot be told, with a place {text}; the shape is WORDS then. "" when all is clear.
    """

    shape: Shape
    written: str
    low: Bound | None = None
    high: Bound | None = None
    items: tuple[Bound, ...] = ()
    words: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """Every number in it."""
        ends = (self.low,) if self.low == self.high else (self.low, self.high)
        return (*(end for end in ends if end is not None), *self.items)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit means: `dimension` in canonical words ("[length] [time]^-1", "" for a plain number).

    An amount in coherent units is `factor` times the number, plus `offset` for a temperature (not for a difference).
    """

    dimension: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class End:
    """One end of an interval in coherent units."""

    value: Fraction
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class Interval:
    """What is allowed, in coherent units; None: no end on that side."""

    low: End | None
    high: End | None
