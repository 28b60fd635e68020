"""Whether the kind of document fits: a national technical specification adopts a TS, a standard an IS."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

BOTH_LOWER = 0.5


def agreement(pairs: Pairs) -> Values:
    """1 for the same kind, half for two kinds below a standard, 0 where one side is a standard and the other not."""
    own = pairs.nationals.documents.kinds[pairs.national]
    other = pairs.internationals.documents.kinds[pairs.work]
    value = np.where((own != 0) & (other != 0), np.float32(BOTH_LOWER), np.float32(0))
    return np.where(own == other, np.float32(1), value)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both kinds as the designations print them."""
    return (
        pairs.nationals.documents.types[pairs.national[index]],
        pairs.internationals.documents.types[pairs.work[index]],
    )


FEATURE = Feature(
    name="document type",
    label=N_("Kind of document"),
    weight=6,
    neutral=1.0,
    measure=agreement,
    texts=texts,
    speaks_against=N_("the kinds of document differ ({national}, {international})"),
    cap=Cap("document type", N_("the kinds of document differ")),
)
