"""The conversion rate by ICS field, committee or year of publication, with what each group lacks (domain.md 8.1)."""

from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction

from aligner.domain.figures.indicator import Counted
from aligner.domain.standards.ics import field_label
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.breakdowns import WITHOUT, groups_of
from aligner.indicators.explaining.rows import rows_behind
from aligner.indicators.figures.conversion import conversion_rate, current_conversion_rate
from aligner.indicators.figures.figure import Figure, Member, Share, Side
from aligner.indicators.figures.target import gap


@dataclass(frozen=True, slots=True)
class Group:
    """One ICS field, committee or year. Counts are whole numbers, unless works are shared between their fields."""

    key: str
    label: str
    """English, marked for translation where it is a word of the program."""
    converted: float
    applicable: float
    rate: float | None
    rate_current: float | None
    """Net of outdated editions."""
    gap: int | None
    """What this group alone would have to adopt; the gaps do not add up to that of the whole (domain.md 8.10)."""

    @property
    def lacking(self) -> float:
        """What is applicable and not converted."""
        return self.applicable - self.converted


def groups(counting: Counting, by: str) -> list[Group]:
    """One line for each group, those that lack most first.

    `by` is "ics", "committee" or "year". Years are those of the international publication (cohorts); a work with
    several ICS counts in each of its fields, so that the fields add up to more than the total.
    """
    figure, current = conversion_rate(counting), current_conversion_rate(counting)
    is_current = {(member.side, member.position): member.is_counted for member in current.members}
    members: dict[str, list[Member]] = defaultdict(list)
    shares: dict[str, list[Share]] = defaultdict(list)
    for member in figure.members:
        keys = _groups_of(counting, member, by)
        for key in keys:
            members[key].append(member)
            shares[key].append(Fraction(1, len(keys)) if len(keys) > 1 else 1)
    is_fractional = by == "ics" and counting.rules.ics_counting == "fractional"
    found = []
    for key, mine in members.items():
        share = shares[key] if is_fractional else None
        net = [member._replace(is_counted=is_current.get((member.side, member.position), False)) for member in mine]
        found.append(_group(counting, key, by, figure, mine, net, share))
    return sorted(found, key=lambda group: (-group.lacking, -group.applicable, group.key))


def rows_of_group(counting: Counting, by: str, key: str) -> tuple[Counted, ...]:
    """The rows behind the conversion rate of one group, those that are not converted first."""
    figure = conversion_rate(counting)
    mine = [member for member in figure.members if key in _groups_of(counting, member, by)]
    rows = rows_behind(counting, replace(figure, members=mine))
    return tuple(sorted(rows, key=lambda row: row.in_numerator))


def _group(
    counting: Counting,
    key: str,
    by: str,
    figure: Figure,
    members: list[Member],
    current: list[Member],
    shares: list[Share] | None,
) -> Group:
    value = figure.fold(members, shares)
    converted, applicable = value.numerator or 0, value.denominator or 0
    rules = counting.rules
    is_whole = applicable == int(applicable)
    missing = gap(int(applicable), int(converted), rules.target_basis_points, strict=rules.strict_target)
    return Group(
        key=key,
        label=WITHOUT[by] if not key else field_label(key) if by == "ics" else key,
        converted=converted,
        applicable=applicable,
        rate=value.value,
        rate_current=figure.fold(current, shares).value,
        gap=missing if is_whole else None,
    )


def _groups_of(counting: Counting, member: Member, by: str) -> list[str]:
    """As in breakdowns, but works by the year of their edition in force."""
    if by == "year" and member.side is Side.WORK:
        edition = counting.current.get(member.position)
        return [edition.published[:4] if edition else ""]
    return groups_of(counting, member, by)
