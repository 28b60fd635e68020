"""A row of the journal in words."""

from collections.abc import Mapping
from typing import Any

from aligner.domain.change import RowChange, Subject
from aligner.domain.decision import Decision
from aligner.gui.words import verdict_marks
from aligner.i18n import Translator


def pair_text(row: RowChange) -> str:
    """What the row is about: the pair, or the work."""
    return " – ".join(part for part in row.key if part)


def said(row: RowChange, values: Mapping[str, Any] | None, translate: Translator) -> str:
    """One side of a changed row in a few words; "–" when nothing stood."""
    if values is None:
        return "–"
    if row.subject is not Subject.DECISION:
        return " ".join(str(values.get(name) or "") for name in ("verdict", "reason", "note")).strip()
    decision = Decision.from_json(dict(values))
    verdict = verdict_marks(translate)(decision.verdict).text
    return " · ".join(part for part in (verdict, str(decision.degree or ""), decision.note) if part)
