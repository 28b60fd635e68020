"""Catalogues: load them, see what is in them."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligner.api_parts.arguments import level_of
from aligner.api_parts.opened import OpenProject
from aligner.api_parts.tables import frame, frame_of
from aligner.i18n import translator
from aligner.usecases.catalogues import browse, removed
from aligner.usecases.catalogues import load as load_catalogue
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.catalogues.unlisted import unlisted_problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from aligner.domain.problem import Problem
    from aligner.usecases.catalogues.load import Loaded, Preview


class Catalogues(OpenProject):
    """Files into the project, and the standards in it."""

    def preview(self, file: str | Path, level: str, **options: Any) -> Preview:
        """What is recognized in a file; options as in `load`. Nothing is stored."""
        return load_catalogue.preview(self._session, _request(file, level, options), self._progress)

    def load(self, file: str | Path, level: str, **options: Any) -> Loaded:
        """Load a catalogue; `level` is "national" or "international".

        Options: sheet, blocks (names of tables as `preview` lists them), columns (field -> heading), encoding,
        import_anyway, update (see `LoadRequest`).
        """
        return load_catalogue.load(self._session, _request(file, level, options), self._progress)

    def catalogues(self) -> pd.DataFrame:
        """The loaded catalogues: one row each, columns of `domain.catalogue.Catalogue`."""
        return frame_of([asdict(one) for one in browse.catalogues(self._session)])

    def removed_catalogues(self) -> pd.DataFrame:
        """The removed catalogues, as `catalogues` gives the others."""
        return frame_of([asdict(one) for one in removed.removed_catalogues(self._session)])

    def remove_catalogue(self, catalogue: int) -> None:
        """Take the catalogue of this number out of all that is listed, matched and counted; it can be put back."""
        removed.remove_catalogue(self._session, catalogue)

    def put_back_catalogue(self, catalogue: int) -> None:
        """Let a removed catalogue be as it was."""
        removed.put_back_catalogue(self._session, catalogue)

    def standards(self, level: str) -> pd.DataFrame:
        """Every standard of a level: columns of `domain.fields` and `catalogue`, the id of its catalogue."""
        return frame(self._session.standards(level_of(level)))

    def problems(self) -> pd.DataFrame:
        """What was found in the files: code, severity, sentence, file, sheet, row, column.

        With it comes, as code "unlisted", what the national list states and no international list has.
        """
        english = translator("en")
        return frame_of(
            [
                {
                    "code": problem.code,
                    "severity": problem.severity.value,
                    "sentence": english.sentence(problem),
                    "file": problem.file,
                    "sheet": problem.sheet,
                    "row": problem.row,
                    "column": problem.column,
                }
                for problem in self._found()
            ],
            columns=["code", "severity", "sentence", "file", "sheet", "row", "column"],
        )

    def _found(self) -> list[Problem]:
        in_files = (browse.problems(self._session, one.id) for one in browse.catalogues(self._session))
        return [*chain.from_iterable(in_files), *unlisted_problems(self._session)]


def _request(file: str | Path, level: str, options: Mapping[str, Any]) -> LoadRequest:
    return LoadRequest(path=Path(file), level=level_of(level), **options)
