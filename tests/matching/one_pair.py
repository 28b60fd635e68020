"""Two standards as a pair, for what features say of it."""

from typing import Any

import numpy as np
from standards_tables import a_table

from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.features.registry import FEATURES
from aligner.matching.sides.index import build_index
from aligner.matching.sides.pairs import Pairs

from .small_catalogues import titled


def a_pair(national: dict[str, Any], international: dict[str, Any]) -> Pairs:
    """The pair of these two standards as the first and only one."""
    table = a_table(international)
    index = build_index(a_table(national), table, build_works(table), Silent())
    zero = np.zeros(1, dtype=np.int32)
    title = index.internationals.latest_title[zero]
    near = index.pairs(zero, 5, 5, 1)
    cosine = near.cosine if len(near) else np.zeros(1, dtype=np.float32)
    return Pairs(index.nationals, index.internationals, zero, zero, title, cosine, cosine * 0, zero - 1)


def measured(name: str, national: dict[str, Any], international: dict[str, Any]) -> tuple[float, tuple[str, str]]:
    """Value of a feature for a pair of standards, and the two texts behind it."""
    feature = next(feature for feature in FEATURES if feature.name == name)
    pair = a_pair(national, international)
    return float(feature.measure(pair)[0]), feature.texts(pair, 0)


def gears(designation: str = "GB/T 1-2010", **values: Any) -> dict[str, Any]:
    return titled(designation, values.pop("title", "Gears"), published=values.pop("published", "2010-01"), **values)


def iso_gears(designation: str = "ISO 5:2005", **values: Any) -> dict[str, Any]:
    return gears(designation, **{"published": "2005-01"} | values)
