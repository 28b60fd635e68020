"""Review: decisions, applicability, the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligner.api_parts.arguments import Day, day_of
from aligner.api_parts.opened import OpenProject
from aligner.api_parts.tables import frame, frame_of
from aligner.i18n import translator
from aligner.usecases.catalogues import browse
from aligner.usecases.project import history, merging
from aligner.usecases.review import applicability, packing, settle, unpacking
from aligner.usecases.review import decide as review
from aligner.usecases.review.hand_in import OnConflict

if TYPE_CHECKING:
    import pandas as pd

    from aligner.domain.change import Change
    from aligner.usecases.project.merging import StagedMerge
    from aligner.usecases.review.decide import Recorded
    from aligner.usecases.review.packing import Packed
    from aligner.usecases.review.unpacking import StagedPack


class Review(OpenProject):
    """Decisions into the journal, and what stands there."""

    def decide(self, file: str | Path, *, on_conflict: OnConflict = OnConflict.LIST) -> Recorded:
        """Record the decisions of a csv or xlsx file as one step.

        Rows that differ from what another reviewer has decided are listed among the problems and not taken; with
        REPLACE they take its place, with SECOND they are kept beside it as second opinions, with SETTLE they take its
        place and settle what two reviewers differ on.
        """
        return review.decide_file(self._session, Path(file), self._progress, on_conflict=OnConflict(on_conflict))

    def judge_applicability(self, file: str | Path, *, on_conflict: OnConflict = OnConflict.LIST) -> Recorded:
        """Record the applicability verdicts of a csv or xlsx file as one step; `on_conflict` is LIST or REPLACE."""
        chosen = OnConflict(on_conflict)
        return applicability.judge_file(self._session, Path(file), self._progress, on_conflict=chosen)

    def take_back(self, national: str, work: str = "") -> Change:
        """Remove one standing decision; `work` is "" for "no counterpart"."""
        change, _ = review.take_back(self._session, national, work)
        return change

    def decisions(self, *, until: Day = None) -> pd.DataFrame:
        """The standing decisions, or those that stood at the end of a day (UTC): columns of `domain.decision`."""
        return frame_of([one.to_json() for one in browse.decisions_at(self._session, day_of(until))])

    def applicability(self, *, until: Day = None) -> pd.DataFrame:
        """The applicability verdicts, now or at the end of a day (UTC): columns of `domain.applicability`."""
        return frame_of([one.to_json() for one in browse.applicability_at(self._session, day_of(until))])

    def pack(
        self,
        out: str | Path,
        reviewer: str,
        *,
        view: str = "",
        committee: str = "",
        is_handed: bool = False,
        limit: int | None = None,
        language: str = "en",
    ) -> Packed:
        """Write a review pack for this reviewer; the choice as in `usecases.review.packing.PackChoice`."""
        choice = packing.PackChoice(view, committee, is_handed, limit)
        return packing.pack(self._session, Path(out), reviewer, translator(language), choice)

    def stage_pack(self, file: str | Path) -> StagedPack:
        """Look at a review pack that came back, row by row; nothing is recorded."""
        return unpacking.stage_pack(self._session, Path(file), self._progress)

    def unpack(self, file: str | Path, *, with_changed: bool = False) -> Recorded:
        """Record the decisions of a review pack that came back, under the name of its reviewer."""
        return unpacking.unpack(self._session, Path(file), self._progress, with_changed=with_changed)

    def merge(self, other: str | Path, *, preview: bool = False) -> StagedMerge:
        """Join the steps of another copy of this project, with authors and times; gives what was joined.

        Where the copies differ, the earlier decision counts and the other is kept beside it, to be settled. With
        `preview` nothing is written.
        """
        staged = merging.stage_merge(self._session, str(other))
        return staged if preview else merging.merge_staged(self._session, staged).staged

    def open_differences(self, *, language: str = "en") -> pd.DataFrame:
        """The national standards on which two reviewers differ: columns of `usecases.review.settle.COLUMNS`."""
        return frame(settle.differences_table(self._session, translator(language)))

    def settle(self, file: str | Path) -> Recorded:
        """Settle differences by a csv or xlsx file, as one step; see `settle` in the command line."""
        return settle.settle_file(self._session, Path(file), self._progress)

    def history(self, *, limit: int | None = None) -> pd.DataFrame:
        """The journal, newest first: columns of `usecases.project.history.COLUMNS`."""
        return frame(history.as_table(history.history(self._session, limit=limit)))

    def undo(self) -> Change:
        """Take back this reviewer's last standing step."""
        return history.undo(self._session)[0]

    def redo(self) -> Change:
        """Do again what this reviewer took back last."""
        return history.redo(self._session)[0]
