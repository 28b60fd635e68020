"""Whether the international committee is one that the national committee usually adopts from."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

UNKNOWN = 0.5
USUAL = 0.5
"""From this share of the stated adoptions on, the committees mirror each other fully."""


def mirroring(pairs: Pairs) -> Values:
    """1 where the national committee states its adoptions mostly from this international one, 0 where never."""
    mirrors = pairs.nationals.mirrors
    if mirrors is None:
        return np.full(len(pairs), UNKNOWN, dtype=np.float32)
    own = pairs.nationals.documents.committee_codes[pairs.national]
    other = pairs.internationals.documents.committee_codes[pairs.work]
    share, known = mirrors.share(own, other)
    return np.where(known, np.minimum(share / USUAL, 1), np.float32(UNKNOWN)).astype(np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both committees as printed."""
    own = pairs.nationals.documents.row[pairs.national[index]]
    other = pairs.internationals.documents.row[pairs.work[index]]
    return pairs.nationals.table["committee"][own], pairs.internationals.table["committee"][other]


FEATURE = Feature(
    name="committee",
    label=N_("Committee"),
    weight=4,  # not measured: the known pairs name no mirror committees
    neutral=UNKNOWN,
    measure=mirroring,
    texts=texts,
    speaks_for=N_("the committees mirror each other ({national}, {international})"),
    speaks_against=N_("the committees have little to do with each other ({national}, {international})"),
)
