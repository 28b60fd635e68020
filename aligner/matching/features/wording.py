"""Words that turn the meaning round: guidance to a test is not the test, non-solid is not solid."""

import numpy as np

from aligner.matching.features.feature import Feature
from aligner.matching.pairs import Pairs
from aligner.matching.prepare import NONE
from aligner.matching.vectors import Values


def agreement(pairs: Pairs) -> Values:
    """1 where both titles have the same turning words, 0 where one of them lacks one; 1 for native titles."""
    own, other = pairs.national_title, pairs.title
    ours, theirs = pairs.nationals.titles.facets, pairs.internationals.titles.facets
    same = [ours[i].turning == theirs[j].turning for i, j in zip(own.tolist(), other.tolist(), strict=True)]
    incomparable = (own == NONE) | (other == NONE) | pairs.nationals.titles.is_native[own]
    return np.asarray(np.asarray(same, dtype=bool) | incomparable, dtype=np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The turning words of both."""
    own = pairs.nationals.titles.facets[pairs.national_title[index]].turning
    other = pairs.internationals.titles.facets[pairs.title[index]].turning
    return " ".join(sorted(own)), " ".join(sorted(other))


FEATURE = Feature("turning words", 1.0, agreement, texts)
