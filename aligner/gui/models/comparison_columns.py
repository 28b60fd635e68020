"""The columns in which key technical indicators are entered, and how verdicts and rates are called and marked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aligner.domain.comparisons.comparison import (
    COMPARISON_VERDICT_NAMES,
    DIRECTION_NAMES,
    EQUIVALENCE_NAMES,
    ComparisonVerdict,
    JudgedCase,
)
from aligner.domain.text import N_
from aligner.gui.models.columns import Badge
from aligner.gui.surroundings.theme import Tone
from aligner.i18n import Translator
from aligner.usecases.comparing.entry import Entered, Rate

DERIVED = "derived"
"""The column that is computed: the verdict that counts."""

_VERDICTS = {
    ComparisonVerdict.EQUAL: ("success", Tone.GOOD),
    ComparisonVerdict.STRICTER: ("strong", Tone.SUGGESTED),
    ComparisonVerdict.LOOSER: ("weak", Tone.BAD),
    ComparisonVerdict.INCOMPARABLE: ("unsure", Tone.ATTENTION),
    ComparisonVerdict.NATIONAL_ONLY: ("added", Tone.MUTED),
    ComparisonVerdict.INTERNATIONAL_ONLY: ("none", Tone.BAD),
}

VERDICTS = {verdict.value: name for verdict, name in COMPARISON_VERDICT_NAMES.items()}
KEY = {"yes": N_("yes"), "no": N_("no")}
EQUIVALENCES = {equivalence.value: name for equivalence, name in EQUIVALENCE_NAMES.items()}
DIRECTIONS = {direction.value: name for direction, name in DIRECTION_NAMES.items()}

RATES = {
    "equal": N_("Equal rate"),
    "not_below": N_("Not below international"),
    "comparability": N_("Comparable"),
    "coverage": N_("Covered"),
}


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """A column of the table; `words` are its only values, code by text, when it has few; texts are English."""

    name: str
    label: str
    width: int
    words: Mapping[str, str] = field(default_factory=dict)
    is_right: bool = False


ENTRY_COLUMNS = (
    EntryColumn("indicator", N_("Indicator"), 160),
    EntryColumn("key", N_("Key?"), 54, KEY),
    EntryColumn("national_value", N_("National value"), 88),
    EntryColumn("national_unit", N_("National unit"), 74),
    EntryColumn("national_method", N_("National method"), 102),
    EntryColumn("international_value", N_("International value"), 108),
    EntryColumn("international_unit", N_("International unit"), 102),
    EntryColumn("international_method", N_("International method"), 108),
    EntryColumn("method_equivalence", N_("Method equivalence"), 96, EQUIVALENCES),
    EntryColumn("direction", N_("Direction"), 124, DIRECTIONS),
    EntryColumn(DERIVED, N_("Verdict"), 146),
    EntryColumn("verdict", N_("Overriding verdict"), 92, VERDICTS),
    EntryColumn("reason", N_("Reason"), 96),
    EntryColumn("weight", N_("Indicator weight"), 76, is_right=True),
    EntryColumn("note", N_("Note"), 96),
    EntryColumn("product", N_("Product"), 100),
    EntryColumn("category", N_("Category"), 90),
    EntryColumn("national_clause", N_("National clause"), 90),
    EntryColumn("international_clause", N_("International clause"), 110),
)


def verdict_badge(entered: Entered | None, translate: Translator) -> Badge | None:
    """The verdict that counts, with a star for boundary cases; what is missing when a row cannot be stored."""
    if entered is None:
        return None
    comparison = entered.comparison
    if entered.is_unfilled:
        return Badge("draft", translate("to be filled in"), Tone.MUTED)
    if comparison is None:
        return Badge("error", translate("incomplete"), Tone.BAD)
    icon, tone = _VERDICTS[comparison.verdict]
    text = translate(COMPARISON_VERDICT_NAMES[comparison.verdict])
    return Badge(icon, f"{text}*" if comparison.is_boundary else text, tone)


def reason_text(entered: Entered | None, translate: Translator) -> str:
    """Why the verdict is what it is, or what has to be mended, as sentences."""
    if entered is None:
        return translate("Type or paste: each row is judged while you type.")
    if entered.is_unfilled:
        return translate("Enter what the national and the international standard require.")
    sentences = []
    if entered.complaint is not None:
        sentences.append(translate.sentence(entered.complaint))
    derived, comparison = entered.derived, entered.comparison
    if derived is not None and comparison is None:
        verdict = translate(COMPARISON_VERDICT_NAMES[derived.verdict])
        sentences.append(translate("Derived from the values: {verdict}.", verdict=verdict))
    if derived is not None:
        sentences.append(translate(derived.template, **derived.values))
    if comparison is not None and derived is not None:
        if comparison.is_overridden:
            verdict = translate(COMPARISON_VERDICT_NAMES[derived.verdict])
            sentences.append(translate("Overridden by a reviewer; derived verdict: {verdict}.", verdict=verdict))
        elif comparison.is_boundary and derived.strictly is not None:
            verdict = translate(COMPARISON_VERDICT_NAMES[derived.strictly])
            sentences.append(translate("* Boundary case: strictly “{verdict}”.", verdict=verdict))
        elif derived.is_open:
            sentences.append(translate("Counts as incomparable until a reviewer writes a verdict."))
    return " ".join(sentences)


def understood_text(entered: Entered | None, translate: Translator) -> str:
    """What was read from both values; "" when nothing was."""
    if entered is None or not any(entered.understood):
        return ""
    if len(entered.cases) > 1:
        cases = "   ".join(_case_text(case, translate) for case in entered.cases)
        return translate("Understood by case: {cases}", cases=cases)
    ours, theirs = (text or "–" for text in entered.understood)
    return translate("Understood: {national} | {international}", national=ours, international=theirs)


def _case_text(case: JudgedCase, translate: Translator) -> str:
    """ "[t ≤ 16 mm] ≥ 235 MPa | ≥ 235 MPa: equal"."""
    ours, theirs = case.national or "–", case.international or "–"
    bound = f"[{case.condition}] " if case.condition else ""
    return f"{bound}{ours} | {theirs}: {translate(COMPARISON_VERDICT_NAMES[case.verdict])}"


def rate_text(rate: Rate, translate: Translator) -> str:
    """ "66.7 % (6 / 9)"."""
    above, below = (translate.number(amount, 0 if amount == int(amount) else 2) for amount in (rate.above, rate.below))
    return f"{translate.percent(rate.value)}  ({above} / {below})"
