"""What one looks at before one reads: the figures behind the charts of the overview, and the charts themselves."""

from datetime import date

from aligner.domain.catalogue import Level
from aligner.domain.change import Subject
from aligner.domain.figures.indicator import Slice
from aligner.domain.figures.overview import Overview
from aligner.domain.figures.pace import ReviewPace
from aligner.domain.journal_times import local_day
from aligner.domain.pairs.asked import asked_rows
from aligner.domain.pairs.decision import REVIEWED
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.breakdowns import year_ends
from aligner.indicators.explaining.groups import groups
from aligner.indicators.figures.conversion import ages_of_outdated
from aligner.indicators.figures.past_days import rates_on
from aligner.reports.content import charts
from aligner.reports.content.charts import Chart, Look, Mark, Shape
from aligner.usecases.project.session import Session

__all__ = ["Chart", "Look", "Mark", "Shape", "ages_of_outdated", "charts"]


def overview(session: Session, counting: Counting) -> Overview:
    """The figures for the day and the rules of a counting."""
    return Overview(
        fields=rates_by(counting, "ics"),
        committees=rates_by(counting, "committee"),
        years=rates_by_year(counting),
        ages=ages_of_outdated(counting),
        pace=review_pace(session, counting),
    )


def rates_by(counting: Counting, by: str) -> tuple[Slice, ...]:
    """The rate of each ICS field ("ics") or committee, those that lack most first."""
    return tuple(Slice(one.key, one.label, one.rate, one.converted, one.applicable) for one in groups(counting, by))


def rates_by_year(counting: Counting) -> tuple[Slice, ...]:
    """The rate on 31 December of the last years, and on the reference date in its own, with today's decisions."""
    ends = year_ends(counting.at)
    return tuple(
        Slice(str(day.year), day.isoformat(), *rate) for day, rate in zip(ends, rates_on(counting, ends), strict=True)
    )


def review_pace(session: Session, counting: Counting) -> ReviewPace:
    """How many of the standards that are reviewed now were so by the end of each day of the journal."""
    national = session.standards(Level.NATIONAL)
    asked = frozenset(national["designation"][row] for row in asked_rows(national))
    first, name_of = _first_days(session), counting.inputs.catalogued.listed.national_name
    day_of: dict[str, str] = {}
    for one in counting.inputs.decisions:
        name = name_of(one)
        if one.verdict in REVIEWED and name in asked:
            day = first.get(one.key) or local_day(one.at)
            day_of[name] = min(day, day_of.get(name, day))
    days = sorted(day for day in day_of.values() if _is_day(day))
    return ReviewPace(len(asked), tuple({day: amount for amount, day in enumerate(days, 1)}.items()))


def _first_days(session: Session) -> dict[tuple[str, str], str]:
    """The first day on which each pair got a verdict after which its national standard counts as reviewed."""
    first: dict[tuple[str, str], str] = {}
    for change in session.store.history():
        day = local_day(change.happened)
        for row in change.rows:
            if row.subject is Subject.DECISION and row.after is not None and row.after.get("verdict") in REVIEWED:
                first[row.key] = min(day, first.get(row.key, day))
    return first


def _is_day(text: str) -> bool:
    """Whether a time of the journal could be read."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
