"""Codes of the tables in the words of the reader; the values of an enum are named beside it."""

from collections.abc import Mapping
from typing import Any, Final

from aligner.domain.pairs.candidate import EDITION_STATE_NAMES, EditionState
from aligner.domain.pairs.decision import VERDICT_NAMES
from aligner.domain.pairs.deviation import REASONS, codes_of
from aligner.domain.text import N_
from aligner.i18n import Translator

PAIR_VERDICTS: Final[Mapping[str, str]] = {verdict.value: name for verdict, name in VERDICT_NAMES.items()} | {
    "declared": N_("declared by the catalogue")
}
"""Of a pair in the report: what a reviewer said, or nobody yet."""
CONVERTED: Final[Mapping[str, str]] = {"yes": N_("yes"), "partial": N_("partly"), "no": N_("no")}
GAPS: Final[Mapping[str, str]] = {
    "unconverted": N_("not converted"),
    "partial": N_("partly covered"),
    "not_equivalent": N_("not equivalent only"),
    "planned": N_("plan under way"),
    "outdated": EDITION_STATE_NAMES[EditionState.OUTDATED],
    "adopts withdrawn": EDITION_STATE_NAMES[EditionState.WITHDRAWN],
}
_IS_CURRENT: Final[Mapping[EditionState, str]] = {
    EditionState.CURRENT: N_("yes"),
    EditionState.AMENDMENT_OUTDATED: N_("yes"),
    EditionState.OUTDATED: N_("no"),
    EditionState.GRACE: N_("no"),
    EditionState.WITHDRAWN: N_("no"),
    EditionState.UNDATED: N_("unknown"),
    EditionState.AHEAD: N_("unknown"),
}


def in_word(code: str, labels: Mapping[Any, str], translate: Translator) -> str:
    """One code in the reader's words."""
    return in_words([code], labels, translate)[0]


def in_words(codes: list[str], labels: Mapping[Any, str], translate: Translator) -> list[str]:
    """Each code in the reader's words; a code without words stays as it is."""
    words = {code: translate(label) for code, label in labels.items()}
    return [words.get(code, code) for code in codes]


def deviation_in_words(reason: str, translate: Translator) -> str:
    """Why an adoption is not identical, its codes in the reader's words; free text stays as it was written."""
    codes = codes_of(reason)
    return translate("; ").join(translate(REASONS[code]) for code in codes) if codes else reason


def is_current_in_words(states: list[str], translate: Translator) -> list[str]:
    """Whether each cited edition is the current one, with its state where yes or no is not all of it."""
    plain = {EditionState.CURRENT, EditionState.OUTDATED}
    words = {
        state.value: translate(answer)
        if state in plain
        else translate("{answer}, {state}", answer=translate(answer), state=translate(EDITION_STATE_NAMES[state]))
        for state, answer in _IS_CURRENT.items()
    }
    return [words.get(state, state) for state in states]
