"""Compute the indicators of a project under a counting profile."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from aligner.domain.catalogue import Catalogue
from aligner.domain.counting import CountingRules
from aligner.domain.figures.indicator import Indicator
from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.profiles import PROFILES, Profile, load_profile
from aligner.indicators.measure import definition_of, measured
from aligner.reports.exchange.delimited import indicators_table
from aligner.reports.exchange.json import indicators_json
from aligner.usecases.project.counted import Judged, countings, standing_judgements
from aligner.usecases.project.exchange import as_text
from aligner.usecases.project.session import Session

__all__ = [
    "PROFILES",
    "Judged",
    "Measured",
    "Profile",
    "as_csv_text",
    "as_json_text",
    "as_table",
    "load_profile",
    "measure",
]


@dataclass(frozen=True, slots=True)
class Measured:
    """Indicators with everything that must be printed beside them.

    `at` is the day the figures speak of; `decided_until` the last day (UTC) whose decisions were counted, None when
    all were. `journal` is the number of journal entries and the hash of the last.
    """

    profile: Profile
    at: date
    decided_until: date | None
    by: str | None
    indicators: tuple[Indicator, ...]
    catalogues: tuple[Catalogue, ...]
    journal: tuple[int, str]
    misplaced_times: int = 0
    """Entries of the journal with the time of a wrong clock, where a past day was asked for: their order counts."""

    def indicator(self, name: str) -> Indicator:
        """The indicator of this id. Raises AlignerError when there is none."""
        definition_of(name)
        return next(indicator for indicator in self.indicators if indicator.id == name)


def judged(session: Session, decided_until: date | None) -> Judged:
    """The standing decisions, applicability verdicts and comparisons, or those that stood at the end of a day (UTC)."""
    if decided_until is None:
        return standing_judgements(session)
    store = session.store
    compared = session.as_listed({pair.key: pair for pair in store.comparisons(decided_until)})
    indicators = [indicator for pair in compared.values() for indicator in pair.indicators]
    return Judged(
        store.decisions(decided_until),
        store.applicability(decided_until),
        indicators,
        store.second_opinions(decided_until),
    )


def chosen_profile(profile: str | Profile) -> Profile:
    """The profile of this name or in this file, or the given one itself. Raises AlignerError."""
    return profile if isinstance(profile, Profile) else load_profile(profile)


def counting_of(session: Session, known: Judged, rules: CountingRules, at: date) -> Counting:
    """What all indicators are computed from: works, links and what they cover, on one day under these rules."""
    return countings(session).of(known, rules, at)


def measure(
    session: Session,
    *,
    profile: str | Profile = PROFILES[0],
    at: date | None = None,
    decided_until: date | None = None,
    by: str | None = None,
    with_rows: Collection[str] = (),
) -> Measured:
    """Every indicator under a profile (a name, a TOML file or the profile itself) on a reference date, today when None.

    The reference date says which standards are in force and which editions are current; decisions count whenever they
    were recorded, unless `decided_until` goes back to what was decided by the end of that day. `by` breaks down by
    "ics", "committee" or "year"; `with_rows` names the indicators whose rows are wanted. Raises AlignerError for a
    profile that is none and for an indicator that does not exist.
    """
    for name in with_rows:
        definition_of(name)
    chosen = chosen_profile(profile)
    day = at or session.today()
    counting = counting_of(session, judged(session, decided_until), chosen.rules, day)
    return Measured(
        profile=chosen,
        at=day,
        decided_until=decided_until,
        by=by,
        indicators=tuple(measured(counting, by=by, with_rows=with_rows)),
        catalogues=tuple(session.store.catalogues()),
        journal=session.store.head(),
        misplaced_times=session.store.misplaced_times() if decided_until else 0,
    )


def as_json_text(measured: Measured) -> str:
    """The figures as the JSON document of the command line's contract."""
    return indicators_json(
        measured.indicators,
        profile=measured.profile.name,
        as_of=measured.at.isoformat(),
        rules=measured.profile.rules.to_mapping(),
        catalogues=measured.catalogues,
    )


def as_csv_text(measured: Measured) -> str:
    """The figures as CSV: one line each, followed by the lines of its breakdown."""
    return as_text(as_table(measured), "csv")


def as_table(measured: Measured) -> Table:
    """The figures as a table: one row each, followed by one for each line of its breakdown."""
    return indicators_table(measured.indicators)
