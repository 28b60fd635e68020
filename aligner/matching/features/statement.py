"""What the national catalogue itself states: "IDT ISO 9001:2015" proves the pair and vetoes the others."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Values

SILENT = 0.3


def agreement(pairs: Pairs) -> Values:
    """1 for a stated pair, 0 where the national standard states other works only, SILENT where it states nothing.

    What states a withdrawn work says nothing for or against the parts into which it was divided.
    """
    stated = pairs.statement != NONE
    speaks = pairs.nationals.states[pairs.national] & ~pairs.is_offered
    return np.where(stated, 1.0, np.where(speaks, 0.0, SILENT)).astype(np.float32)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """What is stated, and the work of the pair."""
    national = pairs.nationals.documents.row[pairs.national[index]]
    international = pairs.internationals.documents.row[pairs.work[index]]
    stated = "; ".join(statement[0] for statement in pairs.nationals.table["statements"][national])
    return stated, pairs.internationals.table["work"][international]


FEATURE = Feature(
    name="statement",
    label=N_("Stated adoption"),
    weight=140,
    neutral=SILENT,
    measure=agreement,
    texts=texts,
    speaks_for=N_("the national catalogue states it ({national})"),
    speaks_against=N_("the national catalogue states another standard ({national})"),
    cap=Cap("stated otherwise", N_("the catalogue states another standard")),
    is_fitted=False,  # a statement decides by itself
)
