"""Why a work counts as converted or does not: the one reason that holds for it, in words (domain.md 8.1, 8.12)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.decision import Coverage, Verdict
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.counting.nationals import is_counted_body, is_upcoming
from aligner.indicators.counting.pairings import Pairing

COVERED = N_("adopted by a national standard")
COVERED_JOINTLY = N_("covered by several national standards together")
PLANNED = N_("a plan under way will adopt it")
UNCONFIRMED_DRAFT = N_("a draft was adopted that has been published since; to be confirmed again")
OUTDATED = N_("adopted in an edition that the rules do not count")
EDITION_UNKNOWN = N_("adopted, but in an unknown edition")
PARTIAL = N_("only partially covered")
JOINT_OPEN = N_("the joint group is not complete")
NOT_EQUIVALENT = N_("only a non-equivalent national standard, which is not an adoption")
OTHER_DEGREE = N_("adopted with a degree that the rules do not count")
NO_DEGREE = N_("stated without a degree")
MERGED = N_("only a standard that was merged into it is adopted; to be reviewed again")
PREDECESSOR = N_("only a standard that it was split from is adopted; to be reviewed again")
UNSURE = N_("a reviewer left the pair open")
UNDECIDED = N_("stated by the national catalogue; not decided yet")
OTHER_LEVEL = N_("adopted only by standards that are not national ones: industry, local or group standards")
NOT_YET = N_("adopted by a national standard that is not in force yet")
NO_LONGER = N_("adopted only by a national standard that is no longer in force")
PLAN_ONLY = N_("not adopted yet; a plan is under way")
NO_ADOPTION = N_("no national standard in force adopts it")

OPEN: Final = (
    UNDECIDED,
    UNSURE,
    NO_ADOPTION,
    NO_LONGER,
    OTHER_LEVEL,
    MERGED,
    PREDECESSOR,
    NOT_EQUIVALENT,
    OTHER_DEGREE,
    NO_DEGREE,
    PARTIAL,
    JOINT_OPEN,
    UNCONFIRMED_DRAFT,
    EDITION_UNKNOWN,
    OUTDATED,
    NOT_YET,
    PLAN_ONLY,
)
"""The reasons of works that are not converted, in the order of a worklist: what a desk settles first, then what nothing
is done about, then what is half done, then what is on its way."""


def why(counting: Counting, work: int, *, is_covered: bool) -> str:
    """Why a work is in the numerator or not, in one phrase marked for translation.

    Of several reasons the one that is nearest to a conversion holds: what has to be done next follows from it.
    """
    links = [link for link in counting.links_of_work.get(work, ()) if counting.is_international(link)]
    valid = [link for link in links if counting.is_valid(link)]
    if is_covered:
        if not valid:
            return PLANNED
        return COVERED if any(link.pairing.coverage is Coverage.FULL for link in valid) else COVERED_JOINTLY
    if any(link.awaits_confirmation for link in links):
        return UNCONFIRMED_DRAFT
    if valid:
        return _refused(counting, work, valid)
    return of_degree(links) or _around(counting, work)


def nationals_to_settle(counting: Counting, work: int) -> tuple[int, ...]:
    """The rows of the national standards whose pair with this work nobody has settled: stated ones, and open ones."""
    known = counting.derived(_open_pairs)
    return known.unsure.get(work) or known.undecided.get(work, ())


def why_open(counting: Counting, national: int) -> str:
    """What keeps a stated pair of this national row open, `UNSURE` or `UNDECIDED`; "" when no pair of it is open."""
    known = counting.derived(_open_pairs)
    if national in known.unsure_rows:
        return UNSURE
    return UNDECIDED if national in known.undecided_rows else ""


def _refused(counting: Counting, work: int, valid: Sequence[Link]) -> str:
    """Why valid adoptions do not convert the work: their edition, or because they cover a part of it only."""
    if all(link.pairing.merged is not None for link in valid):
        return MERGED
    if work not in counting.covered("any"):
        return JOINT_OPEN if any(link.pairing.coverage is Coverage.JOINT for link in valid) else PARTIAL
    ways = counting.ways_covered.get(work, ())
    states = [{link.state for link in way} for way in ways]
    is_unknown = all(EditionState.UNDATED in way for way in states)
    return EDITION_UNKNOWN if is_unknown else OUTDATED


def of_degree(links: Iterable[Link]) -> str:
    """Why the links of national standards in force adopt nothing; "" when there are none."""
    degrees = {link.pairing.degree for link in links}
    if degrees - {Degree.NEQ, None}:
        return OTHER_DEGREE
    if Degree.NEQ in degrees:
        return NOT_EQUIVALENT
    return NO_DEGREE if degrees else ""


def _around(counting: Counting, work: int) -> str:
    """What there is beside links of national standards in force."""
    if any(one in counting.adopted_works for one in _split_sources(counting, work)):
        return PREDECESSOR
    known = counting.derived(_open_pairs)
    if work in known.unsure:
        return UNSURE
    if work in known.undecided:
        return UNDECIDED
    outside = counting.derived(_outside).get(work, set())
    for reason in (NOT_YET, OTHER_LEVEL):
        if reason in outside:
            return reason
    if work in counting.planned:
        return PLAN_ONLY
    return NO_LONGER if outside else NO_ADOPTION


def _split_sources(counting: Counting, work: int) -> Iterator[int]:
    """The works that this one was split from; what was merged into it has come with its links."""
    works = counting.inputs.works
    return (one for one in works.all_predecessors(work) if works.heir(one, counting.current) != work)


@dataclass(frozen=True)
class _OpenPairs:
    """The national rows of pairs on which nothing is settled, by work."""

    unsure: dict[int, tuple[int, ...]]
    undecided: dict[int, tuple[int, ...]]

    @cached_property
    def unsure_rows(self) -> frozenset[int]:
        """The national rows of all pairs that were left open."""
        return frozenset(chain.from_iterable(self.unsure.values()))

    @cached_property
    def undecided_rows(self) -> frozenset[int]:
        """The national rows of all stated pairs without a decision."""
        return frozenset(chain.from_iterable(self.undecided.values()))


def _open_pairs(counting: Counting) -> _OpenPairs:
    """The pairs that were left open, and stated ones without any decision."""
    listed = counting.inputs.catalogued
    latest = listed.latest(counting.inputs.decisions)
    unsure = (pairing for decision, pairing in latest.values() if decision.verdict is Verdict.UNSURE)
    undecided = (
        one
        for one in listed.stated
        if one.national in counting.nationals.in_force and (one.national, one.work) not in latest
    )
    return _OpenPairs(_by_work(unsure), _by_work(undecided))


def _by_work(pairings: Iterable[Pairing]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for one in pairings:
        if one.work is not None:
            found[one.work] = (*found.get(one.work, ()), one.national)
    return found


def _outside(counting: Counting) -> dict[int, set[str]]:
    """Why the national standards that adopt a work are not counted, by work."""
    table, rules = counting.inputs.national, counting.rules
    works = counting.inputs.national_works
    in_force = {
        edition.row for work in works.works for edition in work.editions if edition.is_in_force(counting.at, rules)
    }
    reasons: dict[int, set[str]] = defaultdict(set)
    for link in counting.links:
        row, work = link.pairing.national, link.pairing.work
        if work is None or row in counting.nationals.in_force or link.pairing.degree not in rules.degrees:
            continue
        if row not in in_force:
            reasons[work].add(NO_LONGER)
        elif not is_counted_body(table["publisher"][row], rules):
            reasons[work].add(OTHER_LEVEL)
        elif is_upcoming(table, row, counting.at):
            reasons[work].add(NOT_YET)
    return dict(reasons)
