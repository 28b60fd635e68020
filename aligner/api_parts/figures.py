"""Figures: the indicators and what is behind them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from aligner.api_parts.arguments import Day, day_of
from aligner.api_parts.opened import OpenProject
from aligner.api_parts.tables import frame, frame_of
from aligner.usecases.figures import measure
from aligner.usecases.figures.measure import PROFILES, Measured
from aligner.usecases.hand_outs import report

if TYPE_CHECKING:
    import pandas as pd


class Figures(OpenProject):
    """Indicators, their rows, and why they are what they are."""

    def measure(
        self,
        *,
        profile: str = PROFILES[0],
        as_of: Day = None,
        decided_until: Day = None,
        by: str | None = None,
    ) -> Measured:
        """Every indicator with profile, reference date, files and journal; `by` is "ics", "committee" or "year"."""
        return measure.measure(
            self._session, profile=profile, at=day_of(as_of), decided_until=day_of(decided_until), by=by
        )

    def indicators(
        self,
        *,
        profile: str = PROFILES[0],
        as_of: Day = None,
        decided_until: Day = None,
        by: str | None = None,
    ) -> pd.DataFrame:
        """The figures of `measure` as a table: one row each, then one for each line of its breakdown."""
        measured = self.measure(profile=profile, as_of=as_of, decided_until=decided_until, by=by)
        return frame(measure.as_table(measured))

    def explain(
        self,
        indicator: str,
        *,
        profile: str = PROFILES[0],
        as_of: Day = None,
        decided_until: Day = None,
    ) -> pd.DataFrame:
        """The rows behind an indicator: columns of `domain.figures.indicator.Counted`."""
        measured = measure.measure(
            self._session, profile=profile, at=day_of(as_of), decided_until=day_of(decided_until), with_rows=[indicator]
        )
        return frame_of([asdict(row) for row in measured.indicator(indicator).rows])

    def waterfall(self, *, profile: str = PROFILES[0], as_of: Day = None, decided_until: Day = None) -> pd.DataFrame:
        """Why the rate is what it is: from all rows to the headline, one row for each rule.

        Columns of `reports.content.WaterfallStep`: label, numerator, denominator, rate 0..1 after the rule, change
        against the row above, and how many rows the rule left out, made unconverted or converted.
        """
        steps = report.steps_of(self._session, profile=profile, at=day_of(as_of), decided_until=day_of(decided_until))
        return frame_of([asdict(step) for step in steps])

    def sensitivity(self, *, as_of: Day = None, decided_until: Day = None) -> pd.DataFrame:
        """The conversion rate under every profile that comes with the program: profile, title, value 0..1, counts."""
        listed = [
            (one.profile, one.indicator("conversion_rate"))
            for one in (self.measure(profile=name, as_of=as_of, decided_until=decided_until) for name in PROFILES)
        ]
        return frame_of(
            [
                {
                    "profile": profile.name,
                    "title": profile.title_en,
                    "value": rate.value,
                    "numerator": rate.numerator,
                    "denominator": rate.denominator,
                }
                for profile, rate in listed
            ]
        )
