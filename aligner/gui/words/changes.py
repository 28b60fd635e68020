"""A row of the journal in words."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from aligner.domain.change import RowChange, Subject
from aligner.domain.comparisons.comparison import COMPARISON_VERDICT_NAMES, ComparedPair
from aligner.domain.pairs.adopted import EDITION_BASIS_NAMES
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.gui.words.values import verdict_marks
from aligner.i18n import Translator


def pair_text(row: RowChange) -> str:
    """What the row is about: the pair, or the work."""
    return " – ".join(part for part in row.key if part)


def values_text(row: RowChange, values: Mapping[str, Any] | None, translate: Translator) -> str:
    """One side of a changed row in a few words; "–" when nothing stood."""
    if values is None:
        return "–"
    if row.subject is Subject.COMPARISON:
        return _verdicts_text(ComparedPair.from_json(dict(values)), translate)
    if row.subject is Subject.SETTLEMENT:
        return _opinions_text(Settlement.from_json(values), translate)
    if row.subject is Subject.APPLICABILITY:
        return " ".join(str(values.get(name) or "") for name in ("verdict", "reason", "note")).strip()
    return decision_text(Decision.from_json(dict(values)), translate)


def _opinions_text(settled: Settlement, translate: Translator) -> str:
    """What two reviewers had said."""
    said = (", ".join(decision_text(one, translate) for one in opinion) for opinion in (settled.first, settled.second))
    return " | ".join(said)


def decision_text(decision: Decision, translate: Translator) -> str:
    """A decision in a few words."""
    verdict = verdict_marks(translate)(decision.verdict).text
    basis = translate(EDITION_BASIS_NAMES[decision.basis]) if decision.basis else ""
    edition = translate("{edition} ({basis})", edition=decision.edition, basis=basis) if decision.edition else basis
    return " · ".join(part for part in (verdict, str(decision.degree or ""), edition, decision.note) if part)


def _verdicts_text(pair: ComparedPair, translate: Translator) -> str:
    """How many indicators there are, and of which verdicts."""
    counts = Counter(one.verdict for one in pair.indicators)
    verdicts = (
        f"{translate(name)} {counts[verdict]}" for verdict, name in COMPARISON_VERDICT_NAMES.items() if counts[verdict]
    )
    number = translate.plural("{number} indicator", "{number} indicators", len(pair.indicators))
    return " · ".join((number, *verdicts))
