"""A row of the journal in words."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from aligner.domain.change import SUBJECT_NAMES, Action, Change, RowChange, Subject
from aligner.domain.comparisons.comparison import COMPARISON_VERDICT_NAMES, ComparedPair, Comparison
from aligner.domain.journal_times import local_day
from aligner.domain.pairs.adopted import EDITION_BASIS_NAMES
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.pairs.further_opinion import FurtherOpinion
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


def reversed_step(change: Change, translate: Translator) -> str:
    """Of which kind the step was that an undo or a redo reversed or repeated."""
    subjects = {row.subject for row in change.rows}
    subject = next(
        (one for one in (*TELLING, *(row.subject for row in change.rows)) if one in subjects), Subject.DECISION
    )
    if subject is not Subject.DECISION:
        return translate(SUBJECT_NAMES[subject])
    is_undo = change.action is Action.UNDO
    stood = [row.before if is_undo else row.after for row in change.rows]
    if stood and not any(stood):
        return translate("taking back a decision")
    if len(stood) > 1 and all(one and one.get("bulk") for one in stood):
        return translate("bulk acceptance")
    return translate(SUBJECT_NAMES[subject])


TELLING = (Subject.SETTLEMENT, Subject.SECOND_OPINION, Subject.COMPARISON, Subject.APPLICABILITY, Subject.DECISION)
"""A step is named after the first of these subjects that its rows are about."""


def pair_text(row: RowChange) -> str:
    """What the row is about: the pair, the work, or the file that was merged."""
    if row.subject is Subject.JOINED_FILE:
        return str((row.after or row.before or {}).get("file", ""))
    return " – ".join(part for part in row.key if part)


def values_text(row: RowChange, values: Mapping[str, Any] | None, translate: Translator) -> str:
    """One side of a changed row in a few words; "–" when nothing stood."""
    if values is None:
        return "–"
    words = _WORDS.get(row.subject)
    return words(values, translate) if words is not None else decision_text(Decision.from_json(dict(values)), translate)


def _further_text(values: Mapping[str, Any], translate: Translator) -> str:
    said = (decision_text(one, translate) for one in FurtherOpinion.from_json(values).decisions)
    return f"{values['reviewer']}: {', '.join(said)}"


def _other_verdicts(values: Mapping[str, Any], translate: Translator) -> str:
    return "; ".join(f"{one['reviewer']}: {_applicability_text(one, translate)}" for one in values["others"])


def _other_comparisons(values: Mapping[str, Any], translate: Translator) -> str:
    others = tuple(Comparison.from_json(one) for one in values["others"])
    return _verdicts_text(ComparedPair("", "", others), translate)


def _applicability_text(values: Mapping[str, Any], _translate: Translator) -> str:
    return " ".join(str(values.get(name) or "") for name in ("verdict", "reason", "note")).strip()


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


_WORDS: Mapping[Subject, Callable[[Mapping[str, Any], Translator], str]] = {
    Subject.COMPARISON: lambda values, translate: _verdicts_text(ComparedPair.from_json(dict(values)), translate),
    Subject.SETTLEMENT: lambda values, translate: _opinions_text(Settlement.from_json(values), translate),
    Subject.APPLICABILITY: _applicability_text,
    Subject.FURTHER_OPINION: _further_text,
    Subject.OTHER_APPLICABILITY: _other_verdicts,
    Subject.OTHER_COMPARISON: _other_comparisons,
    Subject.JOINED_FILE: lambda values, _translate: f"SHA-256 {values['sha256']}",
    Subject.JOINED_ENTRY: lambda values, _translate: str(values["reviewer"]),
}
"""How each kind of row is told; decisions and second opinions as `decision_text`."""
