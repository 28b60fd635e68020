"""Supporting indicators (domain.md 8.11): how far review and applicability analysis have come, plans, dead sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aligner.domain.applicability import APPLICABILITY_NAMES, REASONS, ApplicabilityVerdict
from aligner.domain.dates import first_day, months_between
from aligner.domain.figures.indicator import Slice
from aligner.domain.pairs.asked import asked_rows
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.text import N_
from aligner.domain.works.cited import cited_works
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.figure import Figure, Member, Side, number, number_of, ratio, slice_of
from aligner.indicators.figures.timeliness import SUBMISSION_LIMIT

CONFIRMED = N_("a counterpart is confirmed")
NO_COUNTERPART = N_("no counterpart, according to a reviewer")
UNSURE = N_("left open by the reviewer")
REJECTED = N_("candidates rejected, nothing confirmed")
UNDECIDED = N_("not decided yet")
STANDING_OF = {
    "confirmed": CONFIRMED,
    "no_counterpart": NO_COUNTERPART,
    "unsure": UNSURE,
    "rejected": REJECTED,
    "undecided": UNDECIDED,
}
"""What the decisions on a national standard come to, the weightiest first."""

SAME_DEGREE = N_("the reviewer confirms the stated pair and its degree")
OTHER_DEGREE = N_("the reviewer confirms the stated pair in another degree")
TURNED_DOWN = N_("the reviewer rejects the stated pair")
WITHOUT_DEGREE = N_("the reviewer confirms the stated pair, which has no stated degree")

ON_TIME = N_("under way")
OVERDUE = N_("under way for more than 12 months")
UNDATED_PLAN = N_("under way, start date unknown")

SOURCE_WITHDRAWN = N_("adopts an international standard that was withdrawn without a successor")
SOURCE_ALIVE = N_("everything it adopts is in force or has a successor")

JUDGED = N_("a verdict is in effect")
NOT_JUDGED = N_("no verdict, or one that a new edition has invalidated")


def review_coverage(counting: Counting) -> Figure:
    """Share of the national standards in force on which a reviewer decided: a counterpart confirmed, or none there.

    Of those that are asked for a review; one that was left open is not decided.
    """
    said: dict[int | None, set[Verdict]] = defaultdict(set)
    listed = counting.inputs.catalogued.listed
    for decision in counting.inputs.decisions:
        said[listed.national_row(decision)].add(decision.verdict)
    asked = (row for row in asked_rows(counting.inputs.national) if row in counting.nationals.in_force)
    standing = {row: _standing(said.get(row, set())) for row in asked}
    members = [
        Member(Side.NATIONAL, row, key in {"confirmed", "no_counterpart"}, reason=STANDING_OF[key])
        for row, key in standing.items()
    ]
    return Figure(members, ratio, breakdown=_shares(standing.values(), STANDING_OF))


def statement_agreement(counting: Counting) -> Figure:
    """Share of the decided pairs that the catalogue states, on which the reviewer agrees with it, degree included.

    A stated pair that the reviewer left open is not decided. Beside it what was confirmed though nobody states it.
    """
    stated = _stated_degrees(counting)
    members: list[Member] = []
    beyond = 0
    for position, decision in enumerate(counting.inputs.decisions):
        pair = _pair(counting, decision)
        if pair not in stated:
            beyond += pair is not None and decision.verdict is Verdict.CONFIRMED
        elif decision.verdict in {Verdict.CONFIRMED, Verdict.REJECTED}:
            reason = _agreement(decision, stated[pair])
            members.append(Member(Side.DECISION, position, reason == SAME_DEGREE, reason=reason))
    reasons = Counter(member.reason for member in members)
    lines = [
        slice_of(key, label, reasons[label], len(members))
        for key, label in (("other_degree", OTHER_DEGREE), ("no_degree", WITHOUT_DEGREE), ("rejected", TURNED_DOWN))
    ]
    lines.append(Slice("beyond", N_("confirmed pairs that no catalogue states"), beyond, beyond, None, "pairs"))
    lines.append(slice_of("decided", N_("stated pairs that are decided"), len(members), len(stated)))
    return Figure(members, ratio, breakdown=tuple(lines))


def applicability_judged(counting: Counting) -> Figure:
    """Share of the international standards in force whose applicability was judged, with verdicts and reasons."""
    verdicts = {work: counting.verdict(work) for work in counting.universe}
    members = [
        Member(Side.WORK, work, is_judged, reason=JUDGED if is_judged else NOT_JUDGED)
        for work, verdict in verdicts.items()
        for is_judged in [verdict is not ApplicabilityVerdict.UNDETERMINED]
    ]
    lines = _shares(verdicts.values(), APPLICABILITY_NAMES)
    return Figure(members, ratio, breakdown=lines + _reasons(counting, verdicts), is_stock=True)


def plans_under_way(counting: Counting) -> Figure:
    """National projects in progress; with those that take longer than the twelve months of the 2025 Measures."""
    issued = counting.inputs.national["plan_issued"]
    members = []
    for row in sorted(counting.nationals.plans):
        start = first_day(issued[row])
        late = start is not None and months_between(start, counting.at) > SUBMISSION_LIMIT
        reason = UNDATED_PLAN if start is None else OVERDUE if late else ON_TIME
        members.append(Member(Side.NATIONAL, row, is_counted=True, reason=reason))
    reasons = Counter(member.reason for member in members)
    adopting = {plan for work in counting.applicable for plan in counting.planned.get(work, ())}
    awaited = sum(work in counting.planned and work not in counting.covered("any") for work in counting.applicable)
    lines = (
        slice_of("overdue", OVERDUE, reasons[OVERDUE], len(members)),
        slice_of("undated", UNDATED_PLAN, reasons[UNDATED_PLAN], len(members)),
        slice_of("adopting", N_("of these to adopt an applicable standard"), len(adopting), len(members)),
        Slice("awaited", N_("unconverted standards that a plan will adopt"), awaited, awaited, None, "works"),
    )
    return Figure(members, number, breakdown=lines if members else ())


def adopts_withdrawn(counting: Counting) -> Figure:
    """Adopting national standards whose source was withdrawn without a successor: candidates for a national review."""
    dead: dict[int, bool] = {}
    for link in counting.adopting_links:
        row = link.pairing.national
        dead[row] = dead.get(row, False) or link.state is EditionState.WITHDRAWN
    members = [
        Member(Side.NATIONAL, row, is_dead, reason=SOURCE_WITHDRAWN if is_dead else SOURCE_ALIVE)
        for row, is_dead in sorted(dead.items())
    ]
    return Figure(members, number_of)


def _standing(verdicts: set[Verdict]) -> str:
    return next((key for key in STANDING_OF if key in verdicts), "undecided")


def _shares(found: Iterable[str], labels: Mapping[str, str] | Mapping[ApplicabilityVerdict, str]) -> tuple[Slice, ...]:
    counts = Counter(found)
    return tuple(slice_of(key, label, counts[key], counts.total()) for key, label in labels.items() if counts.total())


def _stated_degrees(counting: Counting) -> dict[tuple[int, int | None], set[str]]:
    """The degrees that the catalogue states for each pair of a standard in force and a known work; "" for none."""
    table, works = counting.inputs.national, counting.inputs.works
    stated: dict[tuple[int, int | None], set[str]] = defaultdict(set)
    for row in counting.nationals.in_force:
        for text, degree, *_ in table["statements"][row]:
            for one in cited_works(works, text):
                stated[row, one.work].add(degree or "")
    return stated


def _pair(counting: Counting, decision: Decision) -> tuple[int, int | None] | None:
    row = counting.inputs.catalogued.listed.national_row(decision)
    if row is None or not decision.work or row not in counting.nationals.in_force:
        return None
    return row, counting.inputs.catalogued.listed.work(decision)


def _agreement(decision: Decision, degrees: set[str]) -> str:
    if decision.verdict is Verdict.REJECTED:
        return TURNED_DOWN
    if decision.degree in degrees:
        return SAME_DEGREE
    return OTHER_DEGREE if degrees - {""} else WITHOUT_DEGREE


def _reasons(counting: Counting, verdicts: Mapping[int, ApplicabilityVerdict]) -> tuple[Slice, ...]:
    """How often each reason was given for a verdict that stands; a verdict may have several."""
    outside = [
        given.reason.split()
        for work, verdict in verdicts.items()
        if verdict in {ApplicabilityVerdict.NOT_APPLICABLE, ApplicabilityVerdict.DEFERRED}
        for given in [counting.inputs.applicability[work]]
    ]
    counts = _counted(outside)
    return tuple(
        slice_of(f"reason/{code}", REASONS[code], counts[code], len(outside)) for code in REASONS if counts[code]
    )


def _counted(listed: Sequence[Sequence[str]]) -> Counter[str]:
    return Counter(code for codes in listed for code in codes)
