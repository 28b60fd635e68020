"""A computed figure that can be traced to its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from aligner.domain.text import N_

KEY_INDICATOR_RATES: Final = ("key_indicator_equal_rate", "key_indicator_not_below_rate")
"""The two rates of key indicators; the counting rules say which of them is the headline and comes first (8.6)."""
UNIT_NAMES: Final[Mapping[str, str]] = {
    "ratio": N_("share"),
    "standards": N_("standards"),
    "works": N_("works"),
    "months": N_("months"),
}
"""The units of indicators."""

BREAKDOWN_NAMES: Final[Mapping[str, str]] = {
    "ics": N_("ICS field"),
    "committee": N_("Committee"),
    "year": N_("Year"),
}
"""What indicators can be broken down by."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One line of a breakdown: a degree, an ICS field, a committee or a year, counted on its own."""

    key: str
    label: str
    value: float | None
    numerator: float | None
    denominator: float | None
    unit: str = ""
    """Where it differs from the indicator's: "ratio", "standards", "works", "pairs", "months", or "index"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One row behind a figure: a work, a national standard or a pair, and why it counts or does not."""

    key: str  # designation of the work or national standard
    title: str
    counterpart: str  # what it is paired with, "" when nothing
    degree: str
    in_numerator: bool
    reason: str  # English sentence marked for translation: why it is or is not in the numerator
    months: float | None = None  # what the lag and the cycle are made of; None behind all other figures
    weight: float = 1  # how much the row counts: the weight of a key indicator, 1 behind all other figures
    flags: tuple[str, ...] = ()  # what is worth checking about it: English sentences marked for translation


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure with everything that makes it up.

    `value` is None when the denominator is 0 or nothing can be computed ("n/a"). Rates are 0..1 with unit "ratio"; the
    other units are "standards", "works" and "months". `low` and `high` bound the value over the open applicability
    verdicts.
    `rows` are the members of the denominator, each marked whether it is in the numerator.
    """

    id: str
    name: str  # English, marked for translation
    rule: str  # one English sentence, marked for translation: what is counted over what
    value: float | None
    numerator: float | None
    denominator: float | None
    unit: str
    low: float | None = None
    high: float | None = None
    breakdown: tuple[Slice, ...] = ()
    rows: tuple[Counted, ...] = ()
