"""Whether the numbers and test letters inside both titles agree: "Test Kc", "Type 2", "1,5 mm"."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import ONLY_INTERNATIONAL, ONLY_NATIONAL, Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

NEITHER = 0.5
PARTLY = 0.4
"""What titles come near to that have some numbers or letters in common and others not."""


def agreement(pairs: Pairs) -> Values:
    """1 where both have the same ones, below PARTLY where not all are the same; in the middle where neither has any."""
    ours, theirs = pairs.nationals.titles, pairs.internationals.titles
    own, other, known = pairs.title_columns(ours.particulars, theirs.particulars)
    value = np.where(own == other, np.float32(1), np.float32(0))
    value[(own == 0) & (other == 0) | ~known] = NEITHER
    for index in np.flatnonzero((value == 0) & (own != 0) & (other != 0)).tolist():
        left = ours.facets[pairs.national_title[index]].particulars
        right = theirs.facets[pairs.title[index]].particulars
        value[index] = PARTLY * len(left & right) / len(left | right)
    return value


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The numbers and letters of both."""
    own, other = pairs.national_title[index], pairs.title[index]
    return (
        ", ".join(sorted(pairs.nationals.titles.facets[own].particulars)),
        ", ".join(sorted(pairs.internationals.titles.facets[other].particulars)),
    )


FEATURE = Feature(
    name="numbers in the title",
    label=N_("Numbers in the title"),
    weight=12,
    neutral=NEITHER,
    measure=agreement,
    texts=texts,
    speaks_for=N_("both titles name {international}"),
    speaks_against=N_("numbers or letters in the titles differ (“{national}” and “{international}”)"),
    only_national=ONLY_NATIONAL,
    only_international=ONLY_INTERNATIONAL,
    cap=Cap("numbers in the title", N_("numbers or letters in the titles differ"), at_most=PARTLY),
)
