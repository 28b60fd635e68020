"""Whether the kind of document fits: a national technical specification adopts a TS, a standard an IS."""

import numpy as np

from aligner.matching.features.feature import Feature
from aligner.matching.pairs import Pairs
from aligner.matching.vectors import Values

DRAFT_LIKE = 0.5
GUIDANCE = frozenset({"TR", "TS", "PAS", "GUIDE", "Z", "IWA"})
"""Kinds of documents below a standard; GB/Z documents adopt them."""


def agreement(pairs: Pairs) -> Values:
    """1 for the same kind, half for two kinds below a standard, 0 where one side is a standard and the other not."""
    own = np.asarray([_kind(text) for text in pairs.nationals.documents.types])
    other = np.asarray([_kind(text) for text in pairs.internationals.documents.types])
    ours, theirs = own[pairs.national], other[pairs.work]
    both_below = (ours != "IS") & (theirs != "IS")
    return np.where(ours == theirs, 1.0, np.where(both_below, DRAFT_LIKE, 0.0)).astype(np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both kinds as the designations print them."""
    return (
        pairs.nationals.documents.types[pairs.national[index]],
        pairs.internationals.documents.types[pairs.work[index]],
    )


def _kind(printed: str) -> str:
    """IS for every kind of standard, else the kind of document below it; recommendations were standards once."""
    kind = printed.upper().removeprefix("GB/")
    return kind if kind in GUIDANCE else "IS"


FEATURE = Feature("document type", 1.0, agreement, texts)
