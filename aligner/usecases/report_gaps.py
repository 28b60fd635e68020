"""What is missing, in the order in which it should be done, and adoptions of editions that are not current."""

from collections.abc import Iterator
from typing import Any

from aligner.domain.candidate import EditionState
from aligner.domain.decision import Verdict
from aligner.domain.degree import is_adoption
from aligner.domain.table import Table
from aligner.indicators.conversion import JOINT_OPEN, NOT_EQUIVALENT, PARTIAL, PLAN_ONLY, why
from aligner.indicators.count import Counting
from aligner.indicators.links import Link
from aligner.reports.content import GAP_COLUMNS, OUTDATED_COLUMNS
from aligner.usecases.measure import Judged
from aligner.usecases.session import Session

GAP_OF_REASON = {
    PARTIAL: "partial",
    JOINT_OPEN: "partial",
    NOT_EQUIVALENT: "not_equivalent",
    PLAN_ONLY: "planned",
}
"""What an applicable work that is not converted is called; "unconverted" for any other reason."""

ORDER = ("partial", "not_equivalent", "unconverted", "planned")
"""Nearly done first; what a plan already takes care of last."""

NOT_CURRENT = frozenset(
    {EditionState.OUTDATED, EditionState.GRACE, EditionState.AMENDMENT_OUTDATED, EditionState.WITHDRAWN}
)


def gaps_table(session: Session, counting: Counting, known: Judged) -> Table:
    """Applicable works that are not converted, nearly done ones first, those with a good candidate before the rest.

    After them the adoptions of outdated and withdrawn editions. Columns GAP_COLUMNS.
    """
    proposed = _best_nationals(session, counting, known)
    covered = counting.headline_covered()
    rows = [_open_work(counting, work, proposed.get(work)) for work in counting.applicable if work not in covered]
    rows.sort(key=lambda row: (ORDER.index(row["gap"]), -(row["score"] or 0), row["international"]))
    return Table.from_rows(GAP_COLUMNS, [*rows, *_not_current_gaps(counting)])


def outdated_table(counting: Counting) -> Table:
    """National standards in force whose adopted edition is not the current one, oldest first; OUTDATED_COLUMNS."""
    rows = [_outdated_row(counting, link) for link in _not_current(counting)]
    rows.sort(key=lambda row: (-(row["age_months"] or 0), row["national"]))
    return Table.from_rows(OUTDATED_COLUMNS, rows)


def _best_nationals(session: Session, counting: Counting, known: Judged) -> dict[int, tuple[str, float, str]]:
    """For each work the national standard most like it: (designation, score, band); rejected pairs are left out."""
    works = counting.inputs.works
    rejected = {
        (one.national, works.position(one.work))
        for one in known.decisions
        if one.verdict in {Verdict.REJECTED, Verdict.NO_COUNTERPART}
    }
    candidates = session.store.candidates(top=1)
    columns = (candidates[name] for name in ("national", "work", "score", "band"))
    best: dict[int, tuple[str, float, str]] = {}
    for national, name, score, band in zip(*columns, strict=True) if len(candidates) else ():
        work = works.position(name)
        is_better = work is not None and score > best.get(work, ("", 0.0, ""))[1]
        if work is not None and is_better and (national, work) not in rejected and (national, None) not in rejected:
            best[work] = (national, score, band)
    return best


def _open_work(counting: Counting, work: int, proposed: tuple[str, float, str] | None) -> dict[str, Any]:
    links = counting.links_of_work.get(work, ())
    national = counting.inputs.national
    rows = [link.pairing.national for link in links]
    plans = [national["designation"][plan] for plan in counting.planned.get(work, ())]
    reason = why(counting, work, is_covered=False)
    shown = proposed if not rows else None
    return _work_cells(counting, work) | {
        "gap": GAP_OF_REASON.get(reason, "unconverted"),
        "national": [national["designation"][row] for row in rows] or ([shown[0]] if shown else []),
        "national_title": [national["title"][row] for row in rows] or _title_of(counting, shown),
        "national_committee": list(dict.fromkeys(national["committee"][row] for row in rows)),
        "score": shown[1] if shown else None,
        "band": shown[2] if shown else "",
        "plan": plans,
        "note": "",
    }


def _work_cells(counting: Counting, work: int) -> dict[str, Any]:
    table, row = counting.inputs.international, counting.current[work].row
    return {
        "international": table["designation"][row],
        "title_en": table["title_en"][row] or table["title"][row],
        "title_native": "",
        "committee": table["committee"][row],
        "ics": table["ics"][row],
        "published": table["published"][row],
    }


def _title_of(counting: Counting, proposed: tuple[str, float, str] | None) -> list[str]:
    if proposed is None:
        return []
    row = counting.national_rows.get(proposed[0])
    return [] if row is None else [counting.inputs.national["title"][row]]


def _not_current(counting: Counting) -> Iterator[Link]:
    """Adopting links of standards in force whose edition is not the current one."""
    for link in counting.standing_links:
        if is_adoption(link.pairing.degree) and link.state in NOT_CURRENT:
            yield link


def _not_current_gaps(counting: Counting) -> list[dict[str, Any]]:
    rows = []
    for link in _not_current(counting):
        outdated = _outdated_row(counting, link)
        has_current = link.pairing.work in counting.current and link.pairing.work is not None
        cells = _work_cells(counting, link.pairing.work) if has_current and link.pairing.work is not None else {}
        is_withdrawn = link.state is EditionState.WITHDRAWN
        rows.append(
            {
                "international": outdated["current_edition"] or outdated["adopted_edition"],
                "ics": [],
                **cells,
                "gap": "adopts withdrawn" if is_withdrawn else "outdated",
                "national": [outdated["national"]],
                "national_title": [outdated["national_title"]],
                "national_committee": [outdated["national_committee"]],
                "note": outdated["note"],
                "age": outdated["age_months"] or 0,
            }
        )
    return sorted(rows, key=lambda row: (row["gap"] != "outdated", -row["age"], row["international"]))


def _outdated_row(counting: Counting, link: Link) -> dict[str, Any]:
    national, row = counting.inputs.national, link.pairing.national
    currency = link.currency
    return {
        "national": national["designation"][row],
        "national_title": national["title"][row] or national["title_en"][row],
        "national_committee": national["committee"][row],
        "degree": link.pairing.degree.value if link.pairing.degree else "",
        "adopted_edition": link.pairing.text,
        "adopted_published": currency.cited.published if currency.cited else "",
        "current_edition": currency.current.designation if currency.current else "",
        "current_published": currency.current.published if currency.current else "",
        "edition_state": link.state.value if link.state else "",
        "age_months": None if currency.age_months is None else round(currency.age_months, 1),
        "note": ", ".join(currency.missed),
    }
