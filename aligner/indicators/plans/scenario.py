"""What it takes to reach the target: the ways to convert what is missing, and the rate when they are gone.

Domain.md 8.10 and our decisions: the efforts are this tool's own rough scale, without authority. They order a list,
they cost no project.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.conversion import unit_share
from aligner.indicators.figures.flags import Flags, flags_of
from aligner.indicators.figures.reasons import nationals_to_settle, why
from aligner.indicators.figures.target import gap
from aligner.indicators.plans.ways import EFFORTS, Way, easiest_way, rests_on_candidate


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
    flags: tuple[str, ...] = ()
    """What is worth checking about it (domain.md 8.12): English, marked for translation."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """The rate if some works were converted too."""

    rate: float | None
    converted: float
    applicable: float
    gap: int | None


def opportunities(counting: Counting, nearest: Mapping[int, NearestStandard]) -> list[Opportunity]:
    """Every applicable work that is not converted, by gain for the effort; `nearest` by position of the work.

    Among equals works found applicable come before those without a verdict, then the most alike, then those whose
    family is nearest to complete, then those of the committees where most is missing (one meeting settles many), then
    the newest: an old work may be withdrawn before its adoption is done. A decision of this project.
    """
    covered = counting.headline_covered()
    families = _families(counting, covered)
    missing = [work for work in counting.applicable if work not in covered]
    flags = flags_of(counting)
    found = [_opportunity(counting, work, families, nearest.get(work), flags) for work in missing]
    lacking = Counter(one.committee for one in found if one.committee)
    found.sort(key=lambda one: (one.published, one.work), reverse=True)
    return sorted(found, key=lambda one: _order(one, lacking[one.committee]))


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


def _order(one: Opportunity, lacking: int) -> tuple[float, bool, float, float, int, str]:
    """What makes a work worth taking up before another; `lacking` works of its committee are not converted."""
    is_open = one.verdict is not ApplicabilityVerdict.APPLICABLE
    complete = one.family[0] / one.family[1]
    return -one.gain / one.effort, is_open, -(one.score or 0), -complete, -lacking, one.committee


def _opportunity(
    counting: Counting,
    work: int,
    families: dict[str, tuple[int, int]],
    nearest: NearestStandard | None,
    flags: Flags,
) -> Opportunity:
    table, national = counting.inputs.international, counting.inputs.national
    edition = counting.current[work]
    family = families[counting.inputs.works.works[work].family]
    reason = why(counting, work, is_covered=False)
    way = easiest_way(reason, family, nearest.band if nearest is not None else "")
    rows = [link.pairing.national for link in counting.links_of_work.get(work, ())]
    rows += counting.planned.get(work, ())
    rows = rows or list(nationals_to_settle(counting, work))
    nationals = [national["designation"][row] for row in rows]
    is_proposed = nearest is not None and rests_on_candidate(way)
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
        flags=flags.of_work.get(work, ()),
    )


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
