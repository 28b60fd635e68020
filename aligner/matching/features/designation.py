"""What the numbers say: the same number and part is a hint, another part of the same number speaks against."""

import numpy as np

from aligner.matching.block import is_telling
from aligner.matching.features.feature import Feature
from aligner.matching.pairs import Pairs
from aligner.matching.vectors import Values

UNRELATED = 0.5


def agreement(pairs: Pairs) -> Values:
    """Above 0.5 for equal numbers, as far as the title bears them out; 0 for another part of the same long number.

    Equal digits alone prove nothing: JIS K 2108 has nothing to do with ISO 2108.
    """
    own = [pairs.nationals.documents.numbers[i] for i in pairs.national.tolist()]
    other = [pairs.internationals.documents.numbers[i] for i in pairs.work.tolist()]
    compared = np.asarray([_compare(ours, theirs) for ours, theirs in zip(own, other, strict=True)], dtype=np.float32)
    support = np.clip(pairs.cosine, 0, 1)
    return np.where(compared > UNRELATED, UNRELATED + (compared - UNRELATED) * support, compared).astype(np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both works as printed."""
    own = pairs.nationals.documents.row[pairs.national[index]]
    other = pairs.internationals.documents.row[pairs.work[index]]
    return pairs.nationals.table["work"][own], pairs.internationals.table["work"][other]


def _compare(own: str, other: str) -> float:
    if not own or not other:
        return UNRELATED
    if own == other:
        return 1.0 if is_telling(own) else 0.75
    same_head = own.partition("-")[0] == other.partition("-")[0]
    return 0.0 if same_head and is_telling(own) else UNRELATED


FEATURE = Feature("numbers", UNRELATED, agreement, texts)
