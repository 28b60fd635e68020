"""Key technical indicators of pairs, and templates for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligner.api_parts.opened import OpenProject
from aligner.api_parts.tables import frame, frame_of
from aligner.i18n import translator
from aligner.usecases.comparing import compare, forms, templates
from aligner.usecases.review.hand_in import OnConflict

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from aligner.usecases.review.decide import Recorded


class Comparison(OpenProject):
    """Indicators side by side."""

    def compare(self, file: str | Path, *, template: str = "", on_conflict: OnConflict = OnConflict.LIST) -> Recorded:
        """Record the key technical indicators of a csv or xlsx file as one step; see `compare` in the command line.

        Rows that differ from what another reviewer says are listed and not taken, unless `on_conflict` is REPLACE.
        """
        left_out = templates.left_out_by(self._session, template) if template else {}
        chosen = OnConflict(on_conflict)
        return compare.compare_file(self._session, Path(file), self._progress, left_out, on_conflict=chosen)

    def comparisons(self, *, national: str | None = None, language: str = "en") -> pd.DataFrame:
        """The compared indicators: COMPARISON_COLUMNS and EXPLAINING_COLUMNS of `usecases.comparison_forms`."""
        return frame(forms.explained_table(self._session, translator(language), national=national))

    def save_indicator_template(self, name: str, source: str | Path | tuple[str, str]) -> None:
        """Keep indicators for a product group: those of a csv or xlsx file, or of a pair (national, international)."""
        if isinstance(source, tuple):
            templates.save_template_of(self._session, name, *source)
        else:
            templates.save_template_file(self._session, name, Path(source), self._progress)

    def indicator_templates(self) -> pd.DataFrame:
        """Own templates: `template` and the columns of `domain.comparisons.comparison.IndicatorTemplate`."""
        kept = templates.own_templates(self._session)
        return frame_of([{"template": name} | one.to_json() for name, listed in kept.items() for one in listed])

    def comparison_form(
        self, template: str, pairs: Iterable[tuple[str, str]], out: str | Path, *, language: str = "en"
    ) -> None:
        """Write a form (xlsx or csv) with the indicators of a template for (national, international) pairs.

        The template is one of the project's own, or one that comes with the program, such as "steel-products".
        """
        translate = translator(language)
        table = templates.comparison_form(self._session, template, pairs, translate)
        forms.write_comparisons(table, Path(out), translate)
