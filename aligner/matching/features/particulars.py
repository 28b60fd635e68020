"""Whether the numbers and test letters inside both titles agree: "Test Kc", "Type 2", "1,5 mm"."""

import numpy as np

from aligner.matching.features.feature import Feature
from aligner.matching.pairs import Pairs
from aligner.matching.prepare import NONE
from aligner.matching.vectors import Values

NEITHER = 0.5


def agreement(pairs: Pairs) -> Values:
    """Share of the numbers and letters of both titles that both have; in the middle where neither has any."""
    ours, theirs = pairs.nationals.titles.facets, pairs.internationals.titles.facets
    own, other = pairs.national_title.tolist(), pairs.title.tolist()
    return np.asarray(
        [
            _agreement(ours[i].particulars, theirs[j].particulars) if NONE not in {i, j} else NEITHER
            for i, j in zip(own, other, strict=True)
        ],
        dtype=np.float32,
    )


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The numbers and letters of both."""
    own, other = pairs.national_title[index], pairs.title[index]
    return (
        ", ".join(sorted(pairs.nationals.titles.facets[own].particulars)),
        ", ".join(sorted(pairs.internationals.titles.facets[other].particulars)),
    )


def _agreement(own: frozenset[str], other: frozenset[str]) -> float:
    if not own and not other:
        return NEITHER
    return len(own & other) / len(own | other)


FEATURE = Feature("numbers in the title", NEITHER, agreement, texts)
