"""Candidates: find them, measure how good they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligner.api_parts.opened import OpenProject
from aligner.api_parts.tables import frame
from aligner.i18n import translator

if TYPE_CHECKING:
    import pandas as pd

    from aligner.usecases.candidates.learn import Fit
    from aligner.usecases.candidates.match import Evaluated


class Candidates(OpenProject):
    """Matching and what it found."""

    def match(self, *, recipe: str | Path | None = None, full: bool = False) -> pd.DataFrame:
        """Find candidates for every national standard; gives and keeps them.

        After newer lists only what they touch is matched anew, unless `full`.
        """
        from aligner.usecases.candidates.match import match_standards  # noqa: PLC0415 - loads numpy

        match_standards(self._session, self._progress, recipe_file=Path(recipe) if recipe else None, full=full)
        return self.candidates()

    def learn(self) -> Fit:
        """Fit the recipe to the project's decisions; later matchings use it when it ranks unseen pairs no worse."""
        from aligner.usecases.candidates.learn import learn  # noqa: PLC0415 - loads numpy

        return learn(self._session, self._progress)

    def candidates(self, *, national: str | None = None, top: int | None = None, language: str = "en") -> pd.DataFrame:
        """The kept candidates, best first, with their reasons as a sentence in "en" or "zh"."""
        from aligner.usecases.candidates.match import candidates_of, candidates_table  # noqa: PLC0415 - loads numpy

        found = candidates_of(self._session, national=national, top=top)
        return frame(candidates_table(found, translator(language)))

    def evaluate(self, truth: str | Path, *, baseline: str | Path | None = None) -> Evaluated:
        """Quality of the candidates on known pairs in a csv or xlsx file (columns national, work)."""
        from aligner.usecases.candidates.match import evaluate_candidates  # noqa: PLC0415 - loads numpy

        return evaluate_candidates(
            self._session, Path(truth), self._progress, baseline=Path(baseline) if baseline else None
        )
