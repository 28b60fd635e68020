"""Lists for a committee: what is to be converted, what is out of date, what contradicts itself (domain.md 8.11)."""

from dataclasses import dataclass

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.figures.reasons import OPEN, nationals_to_settle, why


@dataclass(frozen=True, slots=True)
class WorklistItem:
    """An applicable work that is not converted."""

    rank: int
    """1 is first."""
    work: str
    designation: str
    """Of the current edition."""
    title: str
    published: str
    committee: str
    ics: tuple[str, ...]
    verdict: ApplicabilityVerdict
    reason: str
    nationals: tuple[str, ...]
    plans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkItem:
    """A pair that deserves a look. Months and missed amendments are there where they are what is wrong."""

    national: str
    title: str
    cited: str
    current: str
    """The current edition; "" when there is none."""
    work: str
    degree: str
    state: EditionState | None
    age_months: float | None
    missed: tuple[str, ...]
    reason: str


def worklist(counting: Counting) -> list[WorklistItem]:
    """Applicable works that are not converted, in the order in which to take them up.

    By what is missing, works found applicable before those without a verdict, then the longest published first.
    """
    covered = counting.headline_covered()
    found = [(why(counting, work, is_covered=False), work) for work in counting.applicable if work not in covered]
    found.sort(key=lambda one: _urgency(counting, *one))
    return [_item(counting, rank, reason, work) for rank, (reason, work) in enumerate(found, 1)]


def outdated_links(counting: Counting) -> list[LinkItem]:
    """Adoptions of an edition that is not the current one or lacks its amendments, the oldest gap first."""
    states = {EditionState.OUTDATED, EditionState.GRACE, EditionState.AMENDMENT_OUTDATED}
    found = [link for link in counting.valid_links if link.state in states]
    found.sort(key=lambda link: (-(link.currency.age_months or 0), link.pairing.national))
    reasons = {
        EditionState.OUTDATED: N_("a newer edition is in force"),
        EditionState.GRACE: N_("a newer edition is in force, still within the grace period"),
        EditionState.AMENDMENT_OUTDATED: N_("newer amendments are not incorporated"),
    }
    return [link_item(counting, link, reasons[link.state]) for link in found if link.state in reasons]


def withdrawn_links(counting: Counting) -> list[LinkItem]:
    """Adoptions of what was withdrawn without successor: candidates for a review of the national standard."""
    reason = N_("the adopted standard is withdrawn and nothing replaces it")
    return [link_item(counting, one, reason) for one in counting.valid_links if one.state is EditionState.WITHDRAWN]


def _urgency(counting: Counting, reason: str, work: int) -> tuple[int, bool, str, int]:
    is_open = counting.verdict(work) is not ApplicabilityVerdict.APPLICABLE
    return OPEN.index(reason), is_open, counting.current[work].published, work


def _item(counting: Counting, rank: int, reason: str, work: int) -> WorklistItem:
    table, national = counting.inputs.international, counting.inputs.national
    edition = counting.current[work]
    rows = [link.pairing.national for link in counting.links_of_work.get(work, ())]
    rows = rows or list(nationals_to_settle(counting, work))
    return WorklistItem(
        rank=rank,
        work=counting.inputs.works.works[work].key,
        designation=edition.designation,
        title=table["title_en"][edition.row] or table["title"][edition.row],
        published=edition.published,
        committee=table["committee"][edition.row],
        ics=tuple(table["ics"][edition.row]),
        verdict=counting.verdict(work),
        reason=reason,
        nationals=tuple(national["designation"][row] for row in rows),
        plans=tuple(national["designation"][plan] for plan in counting.planned.get(work, ())),
    )


def link_item(counting: Counting, link: Link, reason: str) -> LinkItem:
    """The pair as it is listed."""
    table, row, currency = counting.inputs.national, link.pairing.national, link.currency
    work = link.pairing.work
    return LinkItem(
        national=table["designation"][row],
        title=table["title"][row] or table["title_en"][row],
        cited=currency.cited.designation if currency.cited else link.pairing.text,
        current=currency.current.designation if currency.current else "",
        work=counting.inputs.works.works[work].key if work is not None else "",
        degree=link.pairing.degree or "",
        state=link.state,
        age_months=currency.age_months,
        missed=currency.missed,
        reason=reason,
    )
