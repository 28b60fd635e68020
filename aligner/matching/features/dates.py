"""Whether the national standard can have adopted the work: not one that appeared long after it."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

AHEAD = 2.0
"""Years by which national standards appear before the international one they adopt as a draft."""


def possibility(pairs: Pairs) -> Values:
    """1 when the work existed, falling to 0 over AHEAD years between the national publication and its first edition."""
    own = pairs.nationals.documents.published[pairs.national]
    first = pairs.internationals.documents.published[pairs.work]
    late = np.nan_to_num(first - own, nan=0.0)
    return np.asarray(np.clip(1 - late / AHEAD, 0, 1), dtype=np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The year of the national publication, and that of the work's first edition."""
    own = pairs.nationals.documents.published[pairs.national[index]]
    first = pairs.internationals.documents.published[pairs.work[index]]
    return _printed(own), _printed(first)


def _printed(year: float) -> str:
    return "" if np.isnan(year) else str(int(year))


FEATURE = Feature(
    name="dates",
    label=N_("Dates"),
    weight=7,
    neutral=1.0,
    measure=possibility,
    texts=texts,
    speaks_against=N_("the international standard was published only in {international}"),
    cap=Cap("dates", N_("the international standard was published later")),
)
