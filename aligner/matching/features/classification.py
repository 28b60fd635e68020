"""How deep both standards share their place in the International Classification for Standards."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values, row_products

UNKNOWN = 0.75
DEPTHS = (0.4, 0.7, 1.0)
"""Value of a common field (03), a common group (03.100), a common code (03.100.01)."""


def agreement(pairs: Pairs) -> Values:
    """1 for a common exact code, 0 for no common field; in between where one side has no code at all."""
    ours, theirs = pairs.nationals.documents.classes, pairs.internationals.documents.classes
    value = np.zeros(len(pairs), dtype=np.float32)
    for own, other, depth in zip(ours, theirs, DEPTHS, strict=True):
        common = row_products(own, pairs.national, other, pairs.work) > 0
        value[common] = depth
    known = (np.diff(ours[0].indptr)[pairs.national] > 0) & (np.diff(theirs[0].indptr)[pairs.work] > 0)
    return np.where(known, value, np.float32(UNKNOWN))


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The codes of both."""
    own = pairs.nationals.documents.row[pairs.national[index]]
    other = pairs.internationals.documents.row[pairs.work[index]]
    return ", ".join(pairs.nationals.table["ics"][own]), ", ".join(pairs.internationals.table["ics"][other])


FEATURE = Feature(
    name="ICS",
    label=N_("ICS"),
    weight=10,
    neutral=UNKNOWN,
    measure=agreement,
    texts=texts,
    speaks_for=N_("both have the same ICS code"),
    speaks_against=N_("the ICS codes differ"),
)
