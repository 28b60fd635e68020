"""How much two scopes in one language say the same."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Flags, Values, row_products

UNKNOWN = 0.3
SHOWN = 200
"""Letters of a scope that are kept as evidence."""


def similarity(pairs: Pairs) -> Values:
    """Cosine of the words of both scopes, without their own numbers; UNKNOWN where one side has none in English."""
    cosine, known = _cosine(pairs)
    return np.where(known, cosine, np.float32(UNKNOWN))


def _cosine(pairs: Pairs) -> tuple[Values, Flags]:
    """Cosine of the words of both scopes, 0 where it is not known; and where it is."""
    ours, theirs = pairs.nationals.documents.scope_vectors, pairs.internationals.documents.scope_vectors
    if ours is None or theirs is None:
        return np.zeros(len(pairs), dtype=np.float32), np.zeros(len(pairs), dtype=bool)
    known = (np.diff(ours.indptr)[pairs.national] > 0) & (np.diff(theirs.indptr)[pairs.work] > 0)
    cosine = row_products(ours, pairs.national, theirs, pairs.work)
    return np.where(known, cosine, np.float32(0)), np.asarray(known)


def alone(pairs: Pairs) -> Values:
    """How near the scopes are where the national title says little; 0 elsewhere.

    A scope in another language than English is compared by its meaning with the title of the work.
    """
    little = pairs.nationals.says_little[pairs.national]
    likeness = np.maximum(_cosine(pairs)[0], np.where(pairs.is_translated, np.float32(0), pairs.meaning))
    return np.where(little, likeness, np.float32(0))


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The beginnings of both scopes."""
    own = pairs.nationals.documents.scopes[pairs.national[index]]
    other = pairs.internationals.documents.scopes[pairs.work[index]]
    return own[:SHOWN], other[:SHOWN]


def alone_texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The beginning of the national scope, and of the work's; the work's title where that was compared."""
    own, other = texts(pairs, index)
    by_title = pairs.meaning[index] > 0 and not pairs.is_translated[index]
    title = pairs.title[index]
    return own, pairs.internationals.titles.texts[title] if (by_title or not other) and title != NONE else other


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
ALONE = Feature(
    name="scope alone",
    label=N_("Scope in place of the title"),
    weight=60,
    neutral=0.0,
    measure=alone,
    texts=alone_texts,
    speaks_for=N_("its scope is similar, while its title says little"),
    is_fitted=False,  # such standards compete only with one another
)
