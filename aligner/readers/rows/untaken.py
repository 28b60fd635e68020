"""What of the cells with adopted standards was not taken, said in sentences."""

from collections.abc import Mapping
from typing import Final

from aligner.domain.degree import ALTERNATIVES, SIGN, UNASSIGNED
from aligner.domain.designation.scanning import RANGE
from aligner.domain.pairs.statement import (
    CONTRADICTION,
    DEGREE_ALONE,
    LEFT_OVER,
    NOT_ADOPTED,
    REPLACED,
    UNKNOWN_DEGREE,
    Untaken,
)
from aligner.domain.problem import Severity
from aligner.domain.text import N_
from aligner.domain.words.phrases import Doubt
from aligner.readers.findings import Findings


def tell_untaken(one: Untaken, findings: Findings, row: int, headings: Mapping[str, str], by_number: object) -> None:
    """Add the problem of this text to the findings; `by_number` is what the number itself states, if anything.

    A degree beside a number that carries the adopted one belongs to that number.
    """
    if one.reason == DEGREE_ALONE and by_number is not None:
        return
    code, sentence, field = _SENTENCES.get(one.reason, _NOT_UNDERSTOOD)
    findings.add(code, Severity.WARNING, sentence, row=row, column=headings.get(field, ""), text=one.text)


_NOT_UNDERSTOOD: Final = (
    "adopted_not_understood",
    N_("The adopted standard “{text}” was not understood; decide on it in the review."),
    "adopted",
)
_DOUBTFUL: Final = (
    "doubtful_degree",
    N_("“{text}” leaves the degree open, so none was recorded; decide on it in the review."),
    "degree",
)
_SENTENCES: Final[dict[str, tuple[str, str, str]]] = {
    **dict.fromkeys(Doubt, _DOUBTFUL),
    ALTERNATIVES: (
        "doubtful_degree",
        N_("“{text}” names more than one degree for one standard, so none was recorded; decide on it in the review."),
        "degree",
    ),
    SIGN: (
        "doubtful_degree",
        N_("The sign in “{text}” is used for “equivalent” and for “refers to”, so no degree was recorded."),
        "degree",
    ),
    UNASSIGNED: (
        "unassigned_degrees",
        N_("“{text}” has more or fewer degrees than there are adopted standards, so none was recorded."),
        "degree",
    ),
    CONTRADICTION: (
        "contradicting_degrees",
        N_("The columns of this row state different degrees (“{text}”), so none was recorded."),
        "degree",
    ),
    UNKNOWN_DEGREE: ("unknown_degree", N_("The degree “{text}” was not understood, so none was recorded."), "degree"),
    DEGREE_ALONE: (
        "degree_without_number",
        N_("The degree “{text}” has no adopted standard next to it, so it was not used."),
        "degree",
    ),
    NOT_ADOPTED: (
        "not_adopted",
        N_("The list says that this is not adopted, so it was not recorded as adopted: “{text}”."),
        "adopted",
    ),
    REPLACED: (
        "replaced_not_adopted",
        N_("“{text}” is listed as replaced or replacing, so it was not recorded as adopted."),
        "adopted",
    ),
    LEFT_OVER: (
        "adopted_partly_read",
        N_("What follows the number in “{text}” was not understood; check the part and the year."),
        "adopted",
    ),
    RANGE: (
        "range_not_read",
        N_("“{text}” is a range; the standards in it cannot be determined, so nothing was recorded."),
        "adopted",
    ),
}
