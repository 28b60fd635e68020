"""Whether the work was alive when the national standard appeared: a successor is adopted, not what it replaced."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

USUAL, LONG = 10.0, 40.0
"""Years after the last edition of a withdrawn work up to which its adoption is usual, and from which it is strange."""


def liveness(pairs: Pairs) -> Values:
    """1 for a work in force or one whose last edition the national standard followed soon; 0 for one long withdrawn.

    A national standard without date counts as one of today.
    """
    alive = pairs.internationals.documents.in_force[pairs.work]
    last = pairs.internationals.documents.latest[pairs.work]
    own = np.nan_to_num(pairs.nationals.documents.published[pairs.national], nan=np.inf)
    years = np.nan_to_num(own - last, nan=0.0)
    value = np.clip((LONG - years) / (LONG - USUAL), 0, 1)
    return np.where(alive, np.float32(1), value).astype(np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The year of the national publication, and that of the work's last edition."""
    own = pairs.nationals.documents.published[pairs.national[index]]
    last = pairs.internationals.documents.latest[pairs.work[index]]
    return _printed(own), _printed(last)


def _printed(year: float) -> str:
    return "" if np.isnan(year) else str(int(year))


FEATURE = Feature(
    name="standing",
    label=N_("Validity"),
    weight=10,
    neutral=1.0,
    measure=liveness,
    texts=texts,
    speaks_against=N_("its last edition is of {international}, and it is withdrawn"),
)
