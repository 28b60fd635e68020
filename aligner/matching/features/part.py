"""Whether both titles name the same part: siblings of a series differ in little else."""

import numpy as np

from aligner.matching.features.feature import Feature
from aligner.matching.pairs import Pairs
from aligner.matching.prepare import NONE
from aligner.matching.vectors import Values

UNKNOWN, ONE_SILENT, NESTED = 0.5, 0.4, 0.3


def agreement(pairs: Pairs) -> Values:
    """1 for the same part, 0 for different ones; in between where a title names none, or the part around it."""
    ours, theirs = pairs.nationals.titles.facets, pairs.internationals.titles.facets
    own, other = pairs.national_title.tolist(), pairs.title.tolist()
    return np.asarray(
        [
            _agreement(ours[i].part, theirs[j].part) if NONE not in {i, j} else UNKNOWN
            for i, j in zip(own, other, strict=True)
        ],
        dtype=np.float32,
    )


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both parts."""
    own, other = pairs.national_title[index], pairs.title[index]
    return pairs.nationals.titles.facets[own].part, pairs.internationals.titles.facets[other].part


def _agreement(own: str, other: str) -> float:
    """ "Part 2" holds "Part 2-43": old editions number the section apart."""
    if own == other:
        return 1.0 if own else UNKNOWN
    if not own or not other:
        return ONE_SILENT
    return NESTED if own.startswith(f"{other}-") or other.startswith(f"{own}-") else 0.0


FEATURE = Feature("part", UNKNOWN, agreement, texts)
