"""Candidates: find them, measure how good they are."""

from pathlib import Path

import pandas as pd

from aligner.api_parts.opened import OpenProject, frame
from aligner.i18n import translator
from aligner.usecases.candidates import learn
from aligner.usecases.candidates import match as match_standards
from aligner.usecases.candidates.learn import Fit
from aligner.usecases.candidates.match import Evaluated


class Candidates(OpenProject):
    """Matching and what it found."""

    def match(self, *, recipe: str | Path | None = None, full: bool = False) -> pd.DataFrame:
        """Find candidates for every national standard; gives and keeps them.

        After newer lists only what they touch is matched anew, unless `full`.
        """
        match_standards.match_standards(
            self._session, self._progress, recipe_file=Path(recipe) if recipe else None, full=full
        )
        return self.candidates()

    def learn(self) -> Fit:
        """Fit the recipe to the project's decisions; later matchings use it when it ranks unseen pairs no worse."""
        return learn.learn(self._session, self._progress)

    def candidates(self, *, national: str | None = None, top: int | None = None, language: str = "en") -> pd.DataFrame:
        """The kept candidates, best first, with their reasons as a sentence in "en" or "zh"."""
        found = match_standards.candidates_of(self._session, national=national, top=top)
        return frame(match_standards.candidates_table(found, translator(language)))

    def evaluate(self, truth: str | Path, *, baseline: str | Path | None = None) -> Evaluated:
        """Quality of the candidates on known pairs in a csv or xlsx file (columns national, work)."""
        return match_standards.evaluate_candidates(
            self._session, Path(truth), self._progress, baseline=Path(baseline) if baseline else None
        )
