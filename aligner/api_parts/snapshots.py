"""Snapshots: the project as it was, and what moved since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligner.api_parts.arguments import Day, day_of
from aligner.api_parts.opened import OpenProject
from aligner.api_parts.tables import frame, frame_of
from aligner.i18n import translator
from aligner.usecases.figures import compare_snapshots, measure, snapshots
from aligner.usecases.figures.measure import PROFILES
from aligner.usecases.hand_outs import report

if TYPE_CHECKING:
    import pandas as pd

    from aligner.domain.figures.snapshot import Snapshot
    from aligner.usecases.figures.snapshots import Drift


class Snapshots(OpenProject):
    """What was kept under a name."""

    def take_snapshot(
        self,
        name: str,
        *,
        profile: str = PROFILES[0],
        as_of: Day = None,
        decided_until: Day = None,
    ) -> Snapshot:
        """Keep the project as it is under a name: files, decisions, profile, day and figures."""
        return snapshots.take_snapshot(
            self._session, name, profile=profile, at=day_of(as_of), decided_until=day_of(decided_until)
        )

    def snapshots(self) -> pd.DataFrame:
        """The snapshots, oldest first: name, at (UTC), reviewer, profile, as_of, entries, head, conversion_rate."""
        columns = ["name", "at", "reviewer", "profile", "as_of", "entries", "head", "conversion_rate"]
        return frame_of([_snapshot_row(one) for one in snapshots.snapshots(self._session)], columns=columns)

    def snapshot_indicators(self, name: str, *, by: str | None = None) -> pd.DataFrame:
        """The figures of a snapshot, computed again from what was kept: columns as `indicators`."""
        measured, _ = snapshots.measure_snapshot(self._session, name, by=by)
        return frame(measure.as_table(measured))

    def snapshot_report(
        self, name: str, out: str | Path, *, language: str = "en", organization: str | None = None
    ) -> list[Drift]:
        """Write the report of a snapshot again; gives the figures that this program computes otherwise."""
        return report.write_snapshot_report(
            self._session, Path(out), translator(language), self._progress, name, organization=organization
        )

    def compare_snapshots(self, earlier: str, later: str, *, language: str = "en") -> tuple[pd.DataFrame, pd.DataFrame]:
        """What moved the rate: one row for each cause, and one for each work it moved.

        Columns `usecases.figures.compare_snapshots.STEP_COLUMNS` and MOVED_COLUMNS. The changes of the causes add up.
        """
        moved = compare_snapshots.compare_snapshots(self._session, earlier, later)
        translate = translator(language)
        return (
            frame(compare_snapshots.steps_table(moved, translate)),
            frame(compare_snapshots.moved_table(moved, translate)),
        )

    def forget_snapshot(self, name: str) -> None:
        """Drop a snapshot and what was kept for it alone."""
        snapshots.forget_snapshot(self._session, name)


def _snapshot_row(one: Snapshot) -> dict[str, Any]:
    rate = one.figure("conversion_rate")
    plain = {name: getattr(one, name) for name in ("name", "at", "reviewer", "as_of", "entries", "head")}
    return plain | {"profile": one.profile.get("name", ""), "conversion_rate": rate.value if rate else None}
