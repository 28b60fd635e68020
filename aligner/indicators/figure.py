"""What an indicator's function gives: its members, how they fold into one value, and what else is to be told."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from statistics import fmean, median
from typing import NamedTuple

from aligner.domain.indicator import Slice


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


Share = int | Fraction
Weighted = Sequence[tuple[Member, Share]]
"""Members with the share that falls to the group they are folded in; 1 in the total."""

Fold = Callable[[Weighted], Value]


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

    def total(self) -> Value:
        """The value over all members."""
        return self.fold(weighted_once(self.members))


def ratio(members: Weighted) -> Value:
    """The share of counted members; n/a of none (domain.md 8.1, empty denominators)."""
    whole = sum(share for _, share in members)
    counted = sum(share for member, share in members if member.is_counted)
    if not whole:
        return Value(None, 0, 0)
    return Value(share_of(counted, whole), plain(counted), plain(whole))


def number(members: Weighted) -> Value:
    """How many members are counted; no rate."""
    counted = plain(sum(share for member, share in members if member.is_counted))
    return Value(counted, counted, None)


def middle(members: Weighted) -> Value:
    """The median of the amounts; the denominator is how many there are."""
    amounts = _amounts(members)
    return Value(median(amounts) if amounts else None, None, len(amounts))


def mean(members: Weighted) -> Value:
    """The mean of the amounts; the denominator is how many there are."""
    amounts = _amounts(members)
    return Value(fmean(amounts) if amounts else None, None, len(amounts))


def share_of(part: Share, whole: Share) -> float | None:
    """A ratio of counts, n/a of nothing."""
    return float(Fraction(part, whole)) if whole else None


def slice_of(key: str, label: str, part: int, whole: int) -> Slice:
    """One line of a distribution."""
    return Slice(key, label, share_of(part, whole), part, whole)


def plain(value: Share) -> float:
    """A count as an integer when it is one."""
    return value.numerator if value.denominator == 1 else float(value)


def _amounts(members: Weighted) -> list[float]:
    return [member.amount for member, _ in members if member.amount is not None]


def weighted_once(members: Iterable[Member]) -> Weighted:
    """The members, each with the share 1."""
    return [(member, 1) for member in members]
