"""What the numbers say: the same number and part is a hint, another part of the same number speaks against."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

UNRELATED = 0.5
SHORT = 0.5
"""Share of the hint that equal numbers of few digits give: JIS K 2108 has nothing to do with ISO 2108."""


def agreement(pairs: Pairs) -> Values:
    """Above 0.5 for equal numbers, as far as the titles bear them out; 0 for another part of the same long number."""
    ours, theirs = pairs.nationals.documents, pairs.internationals.documents
    own, other = ours.number_codes[pairs.national], theirs.number_codes[pairs.work]
    head, other_head = ours.head_codes[pairs.national], theirs.head_codes[pairs.work]
    value = np.where((head == other_head) & (head != 0), np.float32(0), np.float32(UNRELATED))
    hint = np.where(head != 0, np.float32(1), np.float32(SHORT)) * np.clip(pairs.cosine, 0, 1) * (1 - UNRELATED)
    return np.where((own == other) & (own != 0), UNRELATED + hint, value).astype(np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both works as printed."""
    own = pairs.nationals.documents.row[pairs.national[index]]
    other = pairs.internationals.documents.row[pairs.work[index]]
    return pairs.nationals.table["work"][own], pairs.internationals.table["work"][other]


FEATURE = Feature(
    name="numbers",
    label=N_("Standard number"),
    weight=20,
    neutral=UNRELATED,
    measure=agreement,
    texts=texts,
    speaks_for=N_("the numbers agree ({national}, {international})"),
    speaks_against=N_("the numbers name different parts ({national}, {international})"),
    cap=Cap("numbers", N_("the numbers differ in their part")),
)
