"""The forms of a report, each with what it shows: what no reader of it sees is not computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aligner.indicators.explaining.breakdowns import BREAKDOWNS
from aligner.indicators.sensitivity import RATE
from aligner.usecases.hand_outs.tables import TABLES

BROKEN_DOWN = (RATE, "conversion_rate_current", "adoption_rate", "gap_to_target", "adoption_lag_median")
"""The indicators that the workbook shows by ICS field, committee and year; five fit a printed page."""


@dataclass(frozen=True, slots=True)
class ReportForm:
    """What a report of this form holds besides the figures, the catalogues and the journal."""

    breakdowns: tuple[str, ...]
    broken_down: tuple[str, ...]
    """The indicators that each breakdown splits."""
    tables: tuple[str, ...] = ()
    has_steps: bool = False
    """Whether it shows how each counting rule moves the rate."""
    has_sensitivity: bool = False
    """Whether it shows the rate under every shipped profile."""
    has_problems: bool = False
    has_overview: bool = False
    """Whether it shows the charts of the overview."""


WORKBOOK = ReportForm(BREAKDOWNS, BROKEN_DOWN, tuple(TABLES), has_steps=True, has_sensitivity=True, has_problems=True)
ONE_PAGE = ReportForm(("ics", "committee"), BROKEN_DOWN)
BROWSER_PAGE = ReportForm(
    (), (), tables=("works", "nationals", "pairs", "gaps", "outdated"), has_steps=True, has_overview=True
)

FORMS: Final[Mapping[str, ReportForm]] = {".xlsx": WORKBOOK, ".pdf": ONE_PAGE, ".html": BROWSER_PAGE}
"""By how the name of the file ends."""


def form_of(target: Path) -> ReportForm:
    """The form of a report of this name, which ends as one of FORMS does."""
    return FORMS[target.suffix.casefold()]
