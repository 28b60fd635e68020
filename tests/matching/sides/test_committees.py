"""What statements show of committees that mirror each other."""

from typing import Any

import numpy as np
import pytest
from standards_tables import a_table

from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.sides.committees import LEAST_STATED
from aligner.matching.sides.index import build_index
from aligner.matching.sides.prepare import Nationals

from ..one_pair import gears, iso_gears


def stating(owners: list[str]) -> Nationals:
    """One national committee that states the adoption of one standard of each of these committees, and a silent one."""
    theirs = a_table(*(iso_gears(f"ISO {n}:2005", committee=owner) for n, owner in enumerate(owners, 1)))
    ours: list[dict[str, Any]] = [
        gears(f"GB/T {n}-2010", committee="SAC/TC 52", adopted=f"ISO {n}:2005") for n in range(1, len(owners) + 1)
    ]
    silent = gears("GB/T 999-2010", committee="SAC/TC 53")
    return build_index(a_table(*ours, silent), theirs, build_works(theirs), Silent()).nationals


@pytest.mark.parametrize("owned", range(LEAST_STATED + 1))
def test_a_committee_mirrors_another_by_the_share_of_its_statements(owned: int) -> None:
    nationals = stating(["ISO/TC 60"] * owned + ["ISO/TC 70"] * (LEAST_STATED - owned))
    mirrors = nationals.mirrors
    assert mirrors is not None
    code = nationals.documents.committee_codes[:1]
    shares = mirrors.shares[code].toarray().ravel()
    expected = [owned / LEAST_STATED, 1 - owned / LEAST_STATED]
    assert sorted(share for share in shares.tolist() if share) == pytest.approx(sorted(one for one in expected if one))


def test_too_few_statements_show_nothing() -> None:
    assert stating(["ISO/TC 60"] * (LEAST_STATED - 1)).mirrors is None


def test_nothing_is_known_of_a_committee_without_statements() -> None:
    nationals = stating(["ISO/TC 60"] * LEAST_STATED)
    assert nationals.mirrors is not None
    first, silent = nationals.documents.committee_codes[[0, -1]].tolist()
    _, known = nationals.mirrors.share(np.asarray([first, silent, first]), np.asarray([1, 1, 0]))
    assert known.tolist() == [True, False, False]
