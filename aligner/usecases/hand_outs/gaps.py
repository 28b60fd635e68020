"""What is missing, in the order in which it should be done, and adoptions of editions that are not current."""

from typing import Any

from aligner.domain.pairs.decision import Verdict
from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.reasons import JOINT_OPEN, NOT_EQUIVALENT, OUTDATED, PARTIAL, PLAN_ONLY
from aligner.indicators.plans.worklist import LinkItem, WorklistItem, outdated_links, withdrawn_links, worklist
from aligner.reports.content.report import GAP_COLUMNS, OUTDATED_COLUMNS
from aligner.usecases.figures.measure import Judged
from aligner.usecases.project.session import Session

GAP_OF_REASON = {
    PARTIAL: "partial",
    JOINT_OPEN: "partial",
    NOT_EQUIVALENT: "not_equivalent",
    PLAN_ONLY: "planned",
    OUTDATED: "outdated",
}
"""What the report calls an applicable work that is not converted; "unconverted" for any other reason."""

Nearest = tuple[str, float, str]
"""A national standard that is most like a work: designation, score and band."""


def gaps_table(session: Session, counting: Counting, known: Judged) -> Table:
    """The worklist of applicable works that are not converted, then outdated and withdrawn adoptions; GAP_COLUMNS."""
    nearest = _nearest(session, counting, known)
    works = counting.inputs.works
    rows = [_open_work(counting, one, nearest.get(works.positions[one.work])) for one in worklist(counting)]
    rows += [_not_current(counting, one, "outdated") for one in outdated_links(counting)]
    rows += [_not_current(counting, one, "adopts withdrawn") for one in withdrawn_links(counting)]
    return Table.from_rows(GAP_COLUMNS, rows)


def outdated_table(counting: Counting) -> Table:
    """Adoptions of an edition that is not the current one, oldest first, then of withdrawn ones; OUTDATED_COLUMNS."""
    links = [*outdated_links(counting), *withdrawn_links(counting)]
    return Table.from_rows(OUTDATED_COLUMNS, (_outdated_row(counting, one) for one in links))


def _nearest(session: Session, counting: Counting, known: Judged) -> dict[int, Nearest]:
    """The best candidate for each work, seen from the international side; rejected pairs are left out."""
    works, listed = counting.inputs.works, counting.inputs.catalogued.listed
    rejected = {
        (listed.national_name(one), listed.work(one))
        for one in known.decisions
        if one.verdict in {Verdict.REJECTED, Verdict.NO_COUNTERPART}
    }
    candidates = session.store.candidates(top=1)
    columns = (candidates[name] for name in ("national", "work", "score", "band"))
    best: dict[int, Nearest] = {}
    for national, name, score, band in zip(*columns, strict=True) if len(candidates) else ():
        work = works.position(name)
        if work is None or {(national, work), (national, None)} & rejected:
            continue
        if work not in best or score > best[work][1]:
            best[work] = (national, score, band)
    return best


def _open_work(counting: Counting, item: WorklistItem, candidate: Nearest | None) -> dict[str, Any]:
    shown = None if item.nationals else candidate
    nationals = item.nationals or ((shown[0],) if shown else ())
    return {
        "gap": GAP_OF_REASON.get(item.reason, "unconverted"),
        "international": item.designation,
        "title_en": item.title,
        "title_native": "",
        "committee": item.committee,
        "ics": list(item.ics),
        "published": item.published,
        "national": list(nationals),
        "national_title": [_national(counting, one, "title") for one in nationals],
        "national_committee": list(dict.fromkeys(_national(counting, one, "committee") for one in nationals)),
        "score": shown[1] if shown else None,
        "band": shown[2] if shown else "",
        "plan": list(item.plans),
        "note": "",
    }


def _not_current(counting: Counting, item: LinkItem, gap: str) -> dict[str, Any]:
    table = counting.inputs.international
    edition = counting.inputs.works.find_edition(item.current or item.cited)
    row = edition.row if edition else None
    return {
        "gap": gap,
        "international": item.current or item.cited,
        "title_en": "" if row is None else table["title_en"][row] or table["title"][row],
        "committee": "" if row is None else table["committee"][row],
        "ics": [] if row is None else table["ics"][row],
        "published": "" if edition is None else edition.published,
        "national": [item.national],
        "national_title": [item.title],
        "national_committee": [_national(counting, item.national, "committee")],
        "note": ", ".join(item.missed),
    }


def _outdated_row(counting: Counting, item: LinkItem) -> dict[str, Any]:
    works = counting.inputs.works
    cited, current = works.find_edition(item.cited), works.find_edition(item.current) if item.current else None
    return {
        "national": item.national,
        "national_title": item.title,
        "national_committee": _national(counting, item.national, "committee"),
        "degree": item.degree,
        "adopted_edition": item.cited,
        "adopted_published": cited.published if cited else "",
        "current_edition": item.current,
        "current_published": current.published if current else "",
        "edition_state": item.state.value if item.state else "",
        "age_months": None if item.age_months is None else round(item.age_months, 1),
        "note": ", ".join(item.missed),
    }


def _national(counting: Counting, designation: str, column: str) -> str:
    row = counting.inputs.catalogued.listed.numbers.row(designation)
    return "" if row is None else str(counting.inputs.national[column][row])
