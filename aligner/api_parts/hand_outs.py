"""What is handed to others: rows, exports, the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligner.api_parts.arguments import Day, day_of
from aligner.api_parts.opened import OpenProject
from aligner.api_parts.tables import frame
from aligner.i18n import translator
from aligner.usecases.figures.measure import PROFILES
from aligner.usecases.hand_outs import export as exporting
from aligner.usecases.hand_outs import meeting
from aligner.usecases.hand_outs import report as write_report

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd


class HandOuts(OpenProject):
    """Tables and files for other programs and for the authorities."""

    def rows(
        self,
        what: str,
        *,
        profile: str = PROFILES[0],
        as_of: Day = None,
        decided_until: Day = None,
        snapshot: str | None = None,
    ) -> pd.DataFrame:
        """The rows behind the figures, with codes instead of words; `what` is one of

        "works" (columns `reports.content.report.WORK_COLUMNS`: one row for each work, its verdict, what adopts it, and
        1 or 0 for each rate it counts in), "nationals" (NATIONAL_COLUMNS), "pairs" (PAIR_COLUMNS), "decisions"
        (`usecases.hand_outs.export.DECISION_COLUMNS`), "gaps" (GAP_COLUMNS), "outdated" (OUTDATED_COLUMNS),
        "flags" (`reports.sheets.flags.COLUMNS`: adoptions that count and yet deserve a look), "committees"
        (COMMITTEE_COLUMNS), and of `reports.content.outlook_columns` "committee-mapping"
        (MAPPING_COLUMNS: which national committee answers to which of ISO or IEC), "plan" (PLAN_COLUMNS: what to
        convert first) and "moved"
        (MOVED_COLUMNS: the rows behind each step of `waterfall`), "unlisted"
        (`usecases.catalogues.unlisted.COLUMNS`: what the national list states and no international list has), and
        "queue" (`usecases.hand_outs.queue.COLUMNS`: where the review of each national standard stands).
        A snapshot brings its own profile and days.
        """
        return frame(
            exporting.table_of(
                self._session,
                what,
                profile=profile,
                at=day_of(as_of),
                decided_until=day_of(decided_until),
                snapshot=snapshot,
            )
        )

    def export(
        self,
        out: str | Path,
        what: str = "pairs",
        *,
        form: str | None = None,
        profile: str = PROFILES[0],
        as_of: Day = None,
        decided_until: Day = None,
        snapshot: str | None = None,
    ) -> int:
        """Write the rows of `rows` as "csv", "json", "xlsx", or confirmed pairs as "sssom"; gives how many."""
        return exporting.export(
            self._session,
            Path(out),
            what,
            form=form,
            profile=profile,
            at=day_of(as_of),
            decided_until=day_of(decided_until),
            snapshot=snapshot,
        )

    def minutes(
        self,
        out: str | Path,
        *,
        kinds: Collection[str] = meeting.FOR_THE_MEETING,
        committees: Collection[str] = (),
        language: str = "en",
    ) -> int:
        """Write the pairs that a meeting has to decide as a sheet with room for the vote; gives how many there are.

        `kinds` are of "flagged", "unsure", "disputed", "conflict", "stale" and "all"; with `committees` only the rows
        of these national committees. `decide(out, on_conflict="settle")` reads the filled sheet back.
        """
        return meeting.write_sheet(self._session, Path(out), translator(language), kinds=kinds, committees=committees)

    def report(
        self,
        out: str | Path,
        *,
        profile: str = PROFILES[0],
        language: str = "en",
        as_of: Day = None,
        decided_until: Day = None,
        organization: str | None = None,
        paper: str = "A4",
    ) -> None:
        """Write the report workbook, its summary on one page when `out` ends in .pdf, or a page for a browser (.html).

        `language` is "en" or "zh"; the page for a browser holds both and opens in this one. `organization` is who
        files it; on `paper` "A3" the sheets of the workbook print more of their columns.
        """
        write_report.write_report(
            self._session,
            Path(out),
            translator(language),
            self._progress,
            profile=profile,
            at=day_of(as_of),
            decided_until=day_of(decided_until),
            organization=organization,
            paper=paper,
        )
