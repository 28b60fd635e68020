"""The rows of 国际标准转化情况统计表, one for each international work, and their sums by committee (domain.md 6)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.degree import Degree
from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link, stricter
from aligner.indicators.explaining.movement import LEFT_OUT
from aligner.indicators.explaining.rows import rows_behind
from aligner.indicators.figures.adoption import adoption_rate
from aligner.indicators.figures.degrees import NONE, degrees_by_work
from aligner.indicators.figures.figure import Figure
from aligner.indicators.figures.reasons import why
from aligner.indicators.figures.target import gap
from aligner.indicators.figures.timeliness import formulation_cycle_mean
from aligner.indicators.measure import definition_of
from aligner.reports.content.marks import CYCLE_MONTHS, NATIONAL_MARKS
from aligner.reports.content.report import COMMITTEE_COLUMNS, NATIONAL_COLUMNS, WORK_COLUMNS


def works_table(counting: Counting) -> Table:
    """One row for each work of the universe, those that are not applicable included; columns WORK_COLUMNS."""
    covered = counting.headline_covered()
    marks = _Marks(counting)
    return Table.from_rows(
        WORK_COLUMNS, (_work_row(counting, work, covered) | marks.of(work) for work in counting.universe)
    )


class _Marks:
    """Which rates a work is counted in; the sets are made once for all works."""

    def __init__(self, counting: Counting) -> None:
        edition = counting.rules.edition
        self._counting = counting
        self._applicable = frozenset(counting.applicable)
        self._covered = counting.headline_covered()
        self._degrees = {one.position: one.reason for one in degrees_by_work(counting).members if one.reason != NONE}
        self._numerators = {
            "in_numerator": self._covered,
            "in_current": counting.headline_covered(stricter(edition, "current")),
            "in_amended": counting.headline_covered(stricter(edition, "current_amendments")),
            "in_projected": counting.projected(edition),
            "in_degrees": frozenset(counting.adopted_degrees),
        }

    def of(self, work: int) -> dict[str, Any]:
        """1 and 0 for each rate, and why the headline counts the work or does not."""
        verdict = self._counting.verdict(work)
        judged = {
            "judged": int(verdict is not ApplicabilityVerdict.UNDETERMINED),
            "counted_degree": self._degrees.get(work, ""),
        }
        if work not in self._applicable:
            why_not = LEFT_OUT.get(verdict, "")
            return {"in_denominator": 0, "why": why_not} | judged | dict.fromkeys(self._numerators, 0)
        marks = judged | {name: int(work in numerator) for name, numerator in self._numerators.items()}
        return {"in_denominator": 1, "why": why(self._counting, work, is_covered=work in self._covered)} | marks


def nationals_table(counting: Counting) -> Table:
    """One row for each national standard in force, with its marks; columns NATIONAL_COLUMNS."""
    rate, national = adoption_rate(counting), counting.inputs.national
    marks = {name: _marks_of(definition_of(figure).function(counting)) for figure, name in NATIONAL_MARKS.items()}
    months = {member.position: member.amount for member in formulation_cycle_mean(counting).members}
    return Table.from_rows(
        NATIONAL_COLUMNS,
        (
            {
                "national": row.key,
                "title": row.title,
                "international": row.counterpart,
                "degree": row.degree,
                "why": row.reason,
                CYCLE_MONTHS: months.get(member.position),
                "committee": national["committee"][member.position],
                "ics": national["ics"][member.position],
            }
            | {name: known.get(member.position) for name, known in marks.items()}
            for member, row in zip(rate.members, rows_behind(counting, rate), strict=True)
        ),
    )


def _marks_of(figure: Figure) -> dict[int, int]:
    """1 for each member that is counted, 0 for each other one."""
    return {member.position: int(member.is_counted) for member in figure.members}


def _work_row(counting: Counting, work: int, covered: frozenset[int]) -> dict[str, Any]:
    table, edition = counting.inputs.international, counting.current[work]
    row = edition.row
    given = counting.inputs.applicability.get(work)
    links = _shown_links(counting, work)
    return {
        "international": table["designation"][row],
        "title_en": table["title_en"][row] or table["title"][row],
        "title_native": _native_title(counting, links),
        "type": table["type"][row],
        "published": table["published"][row],
        "stage": table["stage"][row],
        "status": table["status"][row],
        "committee": table["committee"][row],
        "ics": table["ics"][row],
        "applicable": counting.verdict(work).value,
        "applicability_reason": given.reason if given else "",
        "applicability_note": given.note if given else "",
        "converted": _converted(counting, work, covered, links),
    } | _national_side(counting, work, links)


def _national_side(counting: Counting, work: int, links: Sequence[Link]) -> dict[str, Any]:
    national = counting.inputs.national
    rows = [link.pairing.national for link in links]
    plans = counting.planned.get(work, ())
    states = [link.state for link in links if link.state is not None]
    return {
        "national_committee": _distinct(national["committee"][row] for row in [*rows, *plans]),
        "national": _distinct(national["designation"][row] for row in rows),
        "national_title": _distinct(national["title"][row] or national["title_en"][row] for row in rows),
        "degree": counting.adopted_degrees.get(work) or _best_degree(links),
        "adopted_edition": _distinct(link.pairing.text for link in links),
        "edition_state": states[0].value if len(set(states)) == 1 else "",
        "plan": _distinct(national["designation"][plan] for plan in plans),
        "plan_due": "",
        "note": "",
    }


def _shown_links(counting: Counting, work: int) -> list[Link]:
    """The links to show with a work: adoptions when there are any, else what is not equivalent."""
    links = counting.links_of_work.get(work, ())
    adopting = [link for link in links if counting.is_valid(link)]
    return adopting or list(links)


def _converted(counting: Counting, work: int, covered: frozenset[int], links: Sequence[Link]) -> str:
    if work in covered:
        return "yes"
    return "partial" if any(counting.is_valid(link) for link in links) else "no"


def _native_title(counting: Counting, links: Sequence[Link]) -> str:
    """What the national catalogue calls the adopted standard, else the title of the one that adopts it."""
    national = counting.inputs.national
    for link in links:
        row = link.pairing.national
        if title := national["adopted_title"][row] or national["title"][row]:
            return str(title)
    return ""


def _best_degree(links: Iterable[Link]) -> str:
    degrees = [link.pairing.degree for link in links if link.pairing.degree is not None]
    return max(degrees, key=lambda degree: degree.strength).value if degrees else ""


def _distinct(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value]


def committees_table(counting: Counting) -> Table:
    """The sums of `works_table` by owner committee; columns COMMITTEE_COLUMNS."""
    table = counting.inputs.international
    members: dict[str, list[int]] = defaultdict(list)
    for work in counting.universe:
        members[table["committee"][counting.current[work].row]].append(work)
    summing = _Summing(counting)
    return Table.from_rows(COMMITTEE_COLUMNS, (summing.row(name, members[name]) for name in sorted(members)))


class _Summing:
    """Counts the works of a committee; the sets are made once for all committees."""

    def __init__(self, counting: Counting) -> None:
        self._rules = counting.rules
        self._applicable = frozenset(counting.applicable)
        self._covered = counting.headline_covered()
        self._current = counting.headline_covered("current")
        self._degrees = counting.adopted_degrees
        self._planned = frozenset(counting.planned)
        self._not_equivalent = frozenset(
            work
            for work, links in counting.links_of_work.items()
            if any(link.pairing.degree is Degree.NEQ for link in links) and work not in self._degrees
        )

    def row(self, committee: str, works: Sequence[int]) -> dict[str, Any]:
        """The sums over these works."""
        applicable = [work for work in works if work in self._applicable]
        covered = [work for work in applicable if work in self._covered]
        open_ = [work for work in applicable if work not in self._covered]
        return {
            "committee": committee,
            "works": len(works),
            "applicable": len(applicable),
            "converted": len(covered),
            "converted_idt": sum(self._degrees.get(work) is Degree.IDT for work in covered),
            "converted_mod": sum(self._degrees.get(work) is Degree.MOD for work in covered),
            "neq": sum(work in self._not_equivalent for work in applicable),
            "planned": sum(work in self._planned for work in open_),
            "unconverted": len(open_),
            "rate": len(covered) / len(applicable) if applicable else None,
            "rate_current": sum(work in self._current for work in applicable) / len(applicable) if applicable else None,
            "gap": gap(
                len(applicable), len(covered), self._rules.target_basis_points, strict=self._rules.strict_target
            ),
        }
