"""How much two scopes in one language say the same."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values, row_products

UNKNOWN = 0.3
SHOWN = 200
"""Letters of a scope that are kept as evidence."""


def similarity(pairs: Pairs) -> Values:
    """Cosine of the words of both scopes, without their own numbers; UNKNOWN where one side has none in English."""
    ours, theirs = pairs.nationals.documents.scope_vectors, pairs.internationals.documents.scope_vectors
    if ours is None or theirs is None:
        return np.full(len(pairs), UNKNOWN, dtype=np.float32)
    known = (np.diff(ours.indptr)[pairs.national] > 0) & (np.diff(theirs.indptr)[pairs.work] > 0)
    return np.where(known, row_products(ours, pairs.national, theirs, pairs.work), np.float32(UNKNOWN))


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The beginnings of both scopes."""
    own = pairs.nationals.documents.scopes[pairs.national[index]]
    other = pairs.internationals.documents.scopes[pairs.work[index]]
    return own[:SHOWN], other[:SHOWN]


FEATURE = Feature(
    name="scope",
    label=N_("Scope"),
    weight=10,
    neutral=UNKNOWN,
    measure=similarity,
    texts=texts,
    speaks_for=N_("the scopes are alike"),
    speaks_against=N_("the scopes differ"),
)
