"""Committees that adopt from one another."""

import numpy as np
from standards_tables import a_table

from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.features.registry import FEATURES
from aligner.matching.sides.index import build_index

from ..one_pair import gears, iso_gears


def test_committees_mirror_each_other_as_the_statements_show() -> None:
    theirs = a_table(
        *(iso_gears(f"ISO {n}:2005", committee=f"ISO/TC 60/SC {n}") for n in range(1, 7)),
        iso_gears("ISO 70:2005", committee="ISO/TC 70"),
    )
    stating = [gears(f"GB/T {n}-2010", committee="SAC/TC 52", adopted=f"ISO {n}:2005") for n in range(1, 6)]
    silent = gears("GB/T 9-2010", committee="SAC/TC 52")
    index = build_index(a_table(*stating, silent), theirs, build_works(theirs), Silent())
    pairs = index.pairs(np.asarray([5], dtype=np.int32), 10, 10, 1)
    feature = next(feature for feature in FEATURES if feature.name == "committee")
    values = {feature.texts(pairs, place)[1]: value for place, value in enumerate(feature.measure(pairs).tolist())}
    assert values["ISO/TC 60/SC 6"] == 1.0
    assert values["ISO/TC 70"] == 0.0
