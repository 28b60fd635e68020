"""What it takes to reach the target: the ways to convert what is missing, and the rate when they are gone.

Domain.md 8.10 and our decisions: the efforts are this tool's own rough scale, without authority. They order a list,
they cost no project.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.conversion import unit_share
from aligner.indicators.figures.reasons import (
    JOINT_OPEN,
    NOT_EQUIVALENT,
    OUTDATED,
    PARTIAL,
    PLAN_ONLY,
    UNCONFIRMED_DRAFT,
    why,
)
from aligner.indicators.figures.target import gap


class Way(StrEnum):
    """How an applicable work that is not converted could become so; the least effort first."""

    DECIDE = "decide"  # a strong candidate waits for a reviewer
    RECONFIRM = "reconfirm"  # an adopted draft was published
    PLAN = "plan"  # a project is under way
    COMPLETE = "complete"  # a part of it is adopted already
    LOOK = "look"  # a probable candidate is to be examined
    REVISE = "revise"  # adopted in an edition that does not count
    STRENGTHEN = "strengthen"  # NEQ could become MOD
    SIBLING = "sibling"  # the other parts of its family are converted
    ADOPT = "adopt"  # nothing is there


EFFORTS: dict[Way, int] = {
    Way.DECIDE: 1,
    Way.RECONFIRM: 1,
    Way.PLAN: 2,
    Way.COMPLETE: 3,
    Way.LOOK: 3,
    Way.REVISE: 4,
    Way.STRENGTHEN: 5,
    Way.SIBLING: 7,
    Way.ADOPT: 10,
}
"""Effort of each way on a scale of 1 to 10, tool-defined."""

WAY_NAMES: dict[Way, str] = {
    Way.DECIDE: N_("Confirm a strong candidate"),
    Way.RECONFIRM: N_("Confirm again: the adopted draft was published"),
    Way.PLAN: N_("Finish the plan under way"),
    Way.COMPLETE: N_("Adopt the missing parts"),
    Way.LOOK: N_("Examine a probable candidate"),
    Way.REVISE: N_("Revise to the current edition"),
    Way.STRENGTHEN: N_("Revise the NEQ standard towards MOD"),
    Way.SIBLING: N_("Adopt: the other parts are nearly complete"),
    Way.ADOPT: N_("Start an adoption project"),
}

NEARLY_COMPLETE = 0.5
"""A family counts as nearly complete when more than this share of its applicable parts is converted."""

_OF_REASON = {
    UNCONFIRMED_DRAFT: Way.RECONFIRM,
    PLAN_ONLY: Way.PLAN,
    PARTIAL: Way.COMPLETE,
    JOINT_OPEN: Way.COMPLETE,
    OUTDATED: Way.REVISE,
    NOT_EQUIVALENT: Way.STRENGTHEN,
}
_OF_BAND = {"strong": Way.DECIDE, "probable": Way.LOOK}


@dataclass(frozen=True, slots=True)
class NearestStandard:
    """The national standard that matching found most like a work."""

    national: str
    score: float
    band: str


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An applicable work that is not converted, and the easiest way to change that."""

    work: int
    """Position in Works."""
    key: str
    """Undated designation."""
    designation: str
    title: str
    committee: str
    ics: tuple[str, ...]
    published: str
    verdict: ApplicabilityVerdict
    way: Way
    effort: int
    gain: float
    """What the rate wins when it is converted alone, 0..1; a share of it when its family has to be complete."""
    nationals: tuple[str, ...]
    """National standards and plans concerned."""
    score: float | None
    """Of the candidate, 0..1."""
    family: tuple[int, int]
    """Converted and applicable parts of its family; (0, 1) for a work of its own."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """The rate if some works were converted too."""

    rate: float | None
    converted: float
    applicable: float
    gap: int | None


def opportunities(counting: Counting, nearest: Mapping[int, NearestStandard]) -> list[Opportunity]:
    """Every applicable work that is not converted, by gain for the effort; `nearest` by position of the work.

    Among equals works found applicable come before those without a verdict, then the longest published.
    """
    covered = counting.headline_covered()
    families = _families(counting, covered)
    missing = [work for work in counting.applicable if work not in covered]
    found = [_opportunity(counting, work, families, nearest.get(work)) for work in missing]
    return sorted(found, key=_order)


def simulated(counting: Counting, converted: Collection[int]) -> Simulated:
    """The rate in the unit of the rules if these works were converted too."""
    rules = counting.rules
    share = unit_share(counting, counting.headline_covered() | frozenset(converted), counting.applicable)
    done, applicable = share.numerator or 0, share.denominator or 0
    missing = gap(int(applicable), int(done), rules.target_basis_points, strict=rules.strict_target)
    return Simulated(share.value, done, applicable, missing)


def cheapest(counting: Counting, found: list[Opportunity]) -> list[Opportunity]:
    """The head of the list that is enough to reach the target; all of it when even that is not enough."""
    chosen: list[Opportunity] = []
    missing = simulated(counting, ()).gap or 0
    while missing and len(chosen) < len(found):
        chosen += found[len(chosen) : len(chosen) + missing]
        missing = simulated(counting, {one.work for one in chosen}).gap or 0
    return chosen


def _order(one: Opportunity) -> tuple[float, bool, float, str, int]:
    is_open = one.verdict is not ApplicabilityVerdict.APPLICABLE
    return -one.gain / one.effort, is_open, -(one.score or 0), one.published, one.work


def _opportunity(
    counting: Counting, work: int, families: dict[str, tuple[int, int]], nearest: NearestStandard | None
) -> Opportunity:
    table, national = counting.inputs.international, counting.inputs.national
    edition = counting.current[work]
    family = families[counting.inputs.works.works[work].family]
    way = _way(counting, work, family, nearest)
    rows = [link.pairing.national for link in counting.links_of_work.get(work, ())]
    rows += counting.planned.get(work, ())
    nationals = [national["designation"][row] for row in rows]
    is_proposed = nearest is not None and way in _OF_BAND.values()
    if nearest is not None and is_proposed:
        nationals.append(nearest.national)
    return Opportunity(
        work=work,
        key=counting.inputs.works.works[work].key,
        designation=edition.designation,
        title=table["title_en"][edition.row] or table["title"][edition.row],
        committee=table["committee"][edition.row],
        ics=tuple(table["ics"][edition.row]),
        published=edition.published,
        verdict=counting.verdict(work),
        way=way,
        effort=EFFORTS[way],
        gain=_gain(counting, family, len(families)),
        nationals=tuple(dict.fromkeys(nationals)),
        score=nearest.score if nearest is not None and is_proposed else None,
        family=family,
    )


def _way(counting: Counting, work: int, family: tuple[int, int], nearest: NearestStandard | None) -> Way:
    """The way of least effort of those that are open."""
    ways = [Way.ADOPT]
    reason = why(counting, work, is_covered=False)
    if reason in _OF_REASON:
        ways.append(_OF_REASON[reason])
    if nearest is not None and nearest.band in _OF_BAND:
        ways.append(_OF_BAND[nearest.band])
    if family[1] > 1 and family[0] / family[1] > NEARLY_COMPLETE:
        ways.append(Way.SIBLING)
    return min(ways, key=EFFORTS.__getitem__)


def _families(counting: Counting, covered: frozenset[int]) -> dict[str, tuple[int, int]]:
    """Converted and applicable parts of each family with an applicable work."""
    found: dict[str, list[int]] = defaultdict(list)
    for work in counting.applicable:
        found[counting.inputs.works.works[work].family].append(work)
    return {name: (sum(part in covered for part in parts), len(parts)) for name, parts in found.items()}


def _gain(counting: Counting, family: tuple[int, int], families: int) -> float:
    done, parts = family
    match counting.rules.unit:
        case "family_all":
            return 1 / (parts - done) / families
        case "family_any":
            return 0.0 if done else 1 / families
        case _:
            return 1 / len(counting.applicable)
