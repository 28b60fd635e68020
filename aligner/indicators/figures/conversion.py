"""Conversion rate (国际标准转化率): international works that national standards adopt (domain.md 8.2, 8.3)."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from aligner.domain.dates import first_day, months_between
from aligner.domain.figures.indicator import Slice
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import stricter
from aligner.indicators.figures.editions import edition_lines
from aligner.indicators.figures.figure import Figure, Member, Side, Value, number, number_of, ratio, share_of, slice_of
from aligner.indicators.figures.reasons import OUTDATED, PLANNED, why

COVERED_WORK = N_("adopts an international standard in force")
WITHDRAWN_WORK = N_("adopts an international standard that is withdrawn or not in any catalogue")
AGES = ((12, N_("up to 12 months")), (36, N_("12 to 36 months")), (60, N_("36 to 60 months")))
OLDER = N_("over 60 months")
UNKNOWN_AGE = N_("age unknown")
OUTDATED_SHARE = N_("outdated adoption share: the difference from the conversion rate")


def conversion_rate(counting: Counting) -> Figure:
    """Share of applicable international works that national standards adopt (domain.md 8.2).

    IDT and MOD count, NEQ does not (GB/T 1.2-2020, 4.1.1), unless the rules say otherwise. The interval is over the
    works without a verdict: all applicable, or none.
    """
    return _rate(counting, counting.headline_covered(), counting.derived(headline_members))


def headline_members(counting: Counting) -> list[Member]:
    """The members of the conversion rate."""
    return unit_members(counting, counting.headline_covered(), counting.applicable)


def projected_conversion_rate(counting: Counting) -> Figure:
    """The conversion rate if every plan under way were published today (domain.md 8.2, I-1a)."""
    return _rate(counting, counting.projected(counting.rules.edition))


def current_conversion_rate(counting: Counting) -> Figure:
    """The conversion rate net of outdated editions, with what separates it from the other one (domain.md 8.3)."""
    current = counting.headline_covered(stricter(counting.rules.edition, "current"))
    lost = unit_share(counting, counting.headline_covered(), counting.applicable)
    kept = unit_share(counting, current, counting.applicable)
    fewer = int((lost.numerator or 0) - (kept.numerator or 0))
    share = slice_of("outdated", OUTDATED_SHARE, fewer, int(kept.denominator or 0))
    lines = (share,) if kept.denominator == lost.denominator else ()
    return replace(_rate(counting, current), breakdown=(*lines, *_rate_lines(counting, current, "current")))


def current_amended_conversion_rate(counting: Counting) -> Figure:
    """The conversion rate net of outdated editions and of missed amendments (domain.md 8.3)."""
    covered = counting.headline_covered(stricter(counting.rules.edition, "current_amendments"))
    return replace(_rate(counting, covered), breakdown=_rate_lines(counting, covered, "current_amendments"))


def outdated_adoptions(counting: Counting) -> Figure:
    """Converted works that are converted in an outdated edition only: what separates the two rates (domain.md 8.3)."""
    outdated = _outdated(counting)
    counted = frozenset(outdated)
    members = [
        Member(Side.WORK, work, is_counted, reason=OUTDATED if is_counted else "")
        for work in counting.applicable
        for is_counted in [work in counted]
    ]
    lines = (*_ages(counting, outdated), *_outdated_lines(counting, outdated))
    return Figure(members, number_of, breakdown=lines, explain=_explainer(counting), is_stock=True)


def ages_of_outdated(counting: Counting) -> tuple[Slice, ...]:
    """The works converted in an outdated edition only, by the age of the edition that should have been followed."""
    return _ages(counting, _outdated(counting))


def _outdated(counting: Counting) -> list[int]:
    covered = counting.headline_covered()
    current = counting.headline_covered(stricter(counting.rules.edition, "current"))
    return [work for work in counting.applicable if work in covered and work not in current]


def adopting_national_standards(counting: Counting) -> Figure:
    """Adopting national standards in force, the unit of the published figures (domain.md 8.2, I-1b). No rate."""
    adopting = {link.pairing.national for link in counting.valid_links if link.passes(counting.rules.edition)}
    alive = {
        link.pairing.national
        for link in counting.valid_links
        if link.pairing.work in counting.current and link.passes(counting.rules.edition)
    }
    members = [
        Member(Side.NATIONAL, row, row in alive, reason=COVERED_WORK if row in alive else WITHDRAWN_WORK)
        for row in sorted(adopting)
    ]
    return Figure(members, number)


def unit_members(counting: Counting, covered: frozenset[int], works: Sequence[int]) -> list[Member]:
    """The members of the rate in the unit of the rules: works, families, or national standards (domain.md 8.1).

    In national standards a converted work counts as the standards that adopt it, any other as the one it needs.
    """
    if counting.rules.unit == "part":
        return [Member(Side.WORK, work, work in covered) for work in works]
    if counting.rules.unit == "national":
        return _national_members(counting, covered, works)
    families: dict[str, list[int]] = defaultdict(list)
    for work in works:
        families[counting.inputs.works.works[work].family].append(work)
    is_enough = all if counting.rules.unit == "family_all" else any
    return [
        Member(Side.WORK, parts[0], is_enough(part in covered for part in parts), with_works=tuple(parts[1:]))
        for parts in families.values()
    ]


def unit_share(counting: Counting, covered: frozenset[int], works: Sequence[int]) -> Value:
    """The rate in the unit of the rules, without naming its members."""
    if counting.rules.unit != "part":
        return ratio(unit_members(counting, covered, works))
    counted = sum(work in covered for work in works)
    return Value(share_of(counted, len(works)), counted, len(works))


def _national_members(counting: Counting, covered: frozenset[int], works: Sequence[int]) -> list[Member]:
    wanted = set(works) & covered
    adopting = {link.pairing.national: None for link in counting.valid_links if link.pairing.work in wanted}
    with_link = {link.pairing.work for link in counting.valid_links}
    planned = [work for work in wanted if work not in with_link]
    return [
        *(Member(Side.NATIONAL, row, is_counted=True, reason=COVERED_WORK) for row in adopting),
        *(Member(Side.WORK, work, is_counted=True, reason=PLANNED) for work in planned),
        *(Member(Side.WORK, work, is_counted=False) for work in works if work not in wanted),
    ]


def _rate(counting: Counting, covered: frozenset[int], known_members: Sequence[Member] | None = None) -> Figure:
    bounds = [
        unit_share(counting, covered, counting.applicable_if(open_counts=counts)).value for counts in (True, False)
    ]
    known = [bound for bound in bounds if bound is not None]
    return Figure(
        members=unit_members(counting, covered, counting.applicable) if known_members is None else known_members,
        fold=ratio,
        low=min(known, default=None),
        high=max(known, default=None),
        explain=_explainer(counting),
        is_stock=True,
    )


def _rate_lines(counting: Counting, covered: frozenset[int], edition_rule: str) -> tuple[Slice, ...]:
    """How far a rate net of outdated editions rests on presumed ones."""
    rule = stricter(counting.rules.edition, edition_rule)
    stated = counting.covered_as_stated(rule) | (covered - frozenset(counting.covered(rule)))
    converted = [work for work in counting.applicable if work in covered]
    presumed = sum(work not in stated for work in converted)
    return edition_lines(presumed, len(converted), "ratio", unit_share(counting, stated, counting.applicable))


def _outdated_lines(counting: Counting, outdated: Sequence[int]) -> tuple[Slice, ...]:
    """How many of the works are outdated by a presumed edition alone or among others."""
    presumed = sum(any(link.is_presumed for link in counting.links_of_work.get(work, ())) for work in outdated)
    left = len(outdated) - presumed
    return edition_lines(presumed, len(outdated), "works", Value(left, left, None))


def _explainer(counting: Counting) -> Callable[[Member], str]:
    return lambda member: member.reason or why(counting, member.position, is_covered=member.is_counted)


def age_label(months: float | None) -> str:
    """In which class of ages this is, marked for translation."""
    return UNKNOWN_AGE if months is None else next((name for limit, name in AGES if months <= limit), OLDER)


def _ages(counting: Counting, works: Sequence[int]) -> tuple[Slice, ...]:
    """Outdated works by the age of the edition that should have been followed (domain.md 8.11)."""
    counts = dict.fromkeys([*(label for _, label in AGES), OLDER, UNKNOWN_AGE], 0)
    for work in works:
        published = first_day(counting.current[work].published)
        counts[age_label(None if published is None else months_between(published, counting.at))] += 1
    return tuple(slice_of(label, label, part, len(works)) for label, part in counts.items() if part)
