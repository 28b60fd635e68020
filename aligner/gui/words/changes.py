"""A row of the journal in words."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from aligner.domain.change import Change, RowChange, Subject
from aligner.domain.comparisons.comparison import COMPARISON_VERDICT_NAMES, ComparedPair
from aligner.domain.journal_times import local_day
from aligner.domain.pairs.adopted import EDITION_BASIS_NAMES
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.text import N_
from aligner.gui.models.columns import Column
from aligner.gui.words.values import day, moment, verdict_marks
from aligner.i18n import Translator

WRONG_CLOCK = N_(
    "The clock of the computer was wrong here. For the state of a past day the order of the entries counts; the day "
    "in brackets follows from it."
)


Times = tuple[str, str]
"""`Change.at` and `Change.told_by_order`: what the clock said, and what the order tells where that is wrong."""


def times_of(change: Change) -> Times:
    """Both times of a step."""
    return change.at, change.told_by_order


def time_text(times: Times, translate: Translator) -> str:
    """What the clock said; with a question mark and the day that the order of the journal tells, where it was wrong."""
    at, told = times
    said = moment(at, translate)
    return translate("{time}? ({day})", time=said, day=day(local_day(told), translate)) if told else said


def time_meaning(times: Times, translate: Translator) -> str:
    """Why a time has a question mark; "" where it has none."""
    return translate(WRONG_CLOCK) if times[1] else ""


def time_column(translate: Translator, width: int) -> Column:
    """The column "at" over `times_of` the steps: when each was made, and whether the clock was right."""
    return Column(
        "at",
        translate("Time"),
        show=lambda times: time_text(times, translate),
        key=lambda times: times[1] or times[0],
        meaning=lambda times: time_meaning(times, translate),
        width=width,
        is_searched=False,
    )


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
