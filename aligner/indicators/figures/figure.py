"""What an indicator's function gives: its members, how they fold into one value, and what else is to be told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter
from statistics import fmean, median
from typing import NamedTuple

from aligner.domain.figures.indicator import Slice


class Side(StrEnum):
    """What a member of a figure is."""

    WORK = "work"  # position in Works
    NATIONAL = "national"  # row of the national table
    LINK = "link"  # position in Counting.links
    DECISION = "decision"  # position in Inputs.decisions
    COMPARISON = "comparison"  # position in Inputs.comparisons


class Member(NamedTuple):
    """One thing that a figure counts: in the numerator or not, with an amount where amounts are averaged.

    `with_works` are further works that stand behind it: the other parts of a family.
    """

    side: Side
    position: int
    is_counted: bool
    amount: float | None = None
    reason: str = ""
    with_works: tuple[int, ...] = ()


class Value(NamedTuple):
    """A value with what it is made of; all None when there is nothing to compute."""

    value: float | None
    numerator: float | None
    denominator: float | None


_IS_COUNTED: Callable[[Member], bool] = attrgetter("is_counted")

Share = int | Fraction
"""How much of a member falls to the group in which it is counted: 1, or a part of it in one of its ICS fields."""

Fold = Callable[[Sequence[Member], Sequence[Share] | None], Value]
"""Makes the value of a group of members; without shares each counts 1."""


@dataclass(frozen=True)
class Figure:
    """An indicator before it is named. `breakdown` are its own lines; `fold` makes the value of any group of members.

    `explain` gives the reason of one member when someone asks; by default that which the member carries.
    """

    members: Sequence[Member]
    fold: Fold
    low: float | None = None
    high: float | None = None
    breakdown: tuple[Slice, ...] = ()
    explain: Callable[[Member], str] = field(default=lambda member: member.reason)
    is_stock: bool = False
    """Counts what is there on a day: its years are the states at each 31 December (domain.md 8.1, year dimension)."""

    def total(self) -> Value:
        """The value over all members."""
        return self.fold(self.members, None)


def ratio(members: Sequence[Member], shares: Sequence[Share] | None = None) -> Value:
    """The share of counted members; n/a of none (domain.md 8.1, empty denominators)."""
    whole = len(members) if shares is None else sum(shares)
    counted = _counted(members, shares)
    return Value(share_of(counted, whole), plain(counted), plain(whole))


def number(members: Sequence[Member], shares: Sequence[Share] | None = None) -> Value:
    """How many members are counted; no rate."""
    counted = plain(_counted(members, shares))
    return Value(counted, counted, None)


def number_of(members: Sequence[Member], shares: Sequence[Share] | None = None) -> Value:
    """How many members are counted, beside how many there are; n/a of none."""
    share = ratio(members, shares)
    return Value(share.numerator if share.denominator else None, share.numerator, share.denominator)


def middle(members: Sequence[Member], _: Sequence[Share] | None = None) -> Value:
    """The median of the amounts; the denominator is how many there are."""
    amounts = _amounts(members)
    return Value(median(amounts) if amounts else None, None, len(amounts))


def mean(members: Sequence[Member], _: Sequence[Share] | None = None) -> Value:
    """The mean of the amounts; the denominator is how many there are."""
    amounts = _amounts(members)
    return Value(fmean(amounts) if amounts else None, None, len(amounts))


def share_of(part: Share, whole: Share) -> float | None:
    """A ratio of counts, n/a of nothing."""
    return float(Fraction(part, whole)) if whole else None


def slice_of(key: str, label: str, part: int, whole: int) -> Slice:
    """One line of a distribution."""
    return Slice(key, label, share_of(part, whole), part, whole, "ratio")


def plain(value: Share) -> float:
    """A count as an integer when it is one."""
    return value.numerator if value.denominator == 1 else float(value)


def _counted(members: Sequence[Member], shares: Sequence[Share] | None) -> Share:
    if shares is None:
        return sum(map(_IS_COUNTED, members))
    return sum(share for member, share in zip(members, shares, strict=True) if member.is_counted)


def _amounts(members: Sequence[Member]) -> list[float]:
    return [member.amount for member in members if member.amount is not None]
