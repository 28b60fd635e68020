"""Whether both titles name the same part: siblings of a series differ in little else."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

UNKNOWN, ONE_SILENT, NESTED = 0.5, 0.4, 0.4


def agreement(pairs: Pairs) -> Values:
    """1 for the same part, 0 for different ones; in between where a title names none, or the part around it."""
    ours, theirs = pairs.nationals.titles, pairs.internationals.titles
    own, other, known = pairs.title_columns(ours.parts, theirs.parts)
    value = np.where(own == other, np.float32(1), np.float32(0))
    value[(own == 0) != (other == 0)] = ONE_SILENT
    value[(own == 0) & (other == 0) | ~known] = UNKNOWN
    for index in np.flatnonzero(value == 0).tolist():
        if _is_nested(*texts(pairs, index)):
            value[index] = NESTED
    return value


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both parts."""
    own, other = pairs.national_title[index], pairs.title[index]
    return pairs.nationals.titles.facets[own].part, pairs.internationals.titles.facets[other].part


def _is_nested(own: str, other: str) -> bool:
    """Old editions number sections apart: "Part 2" holds "Part 2-43"."""
    return own.startswith(f"{other}-") or other.startswith(f"{own}-")


FEATURE = Feature(
    name="part",
    label=N_("Part"),
    weight=14,
    neutral=UNKNOWN,
    measure=agreement,
    texts=texts,
    speaks_for=N_("both are part {international}"),
    speaks_against=N_("the parts differ (“{national}” and “{international}”)"),
    only_national=N_("only the national standard is a part (“{national}”)"),
    only_international=N_("only the international standard is a part (“{international}”)"),
    cap=Cap("part", N_("the titles do not name the same part"), at_most=ONE_SILENT),
)
