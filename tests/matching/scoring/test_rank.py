"""The order of candidates, how many are kept, and how far each is from its best rival."""

from collections.abc import Sequence

import numpy as np
import pytest
from standards_tables import a_table

from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.scoring.rank import ALWAYS_KEPT, Ranking, ranked
from aligner.matching.scoring.score import Scores
from aligner.matching.sides.index import build_index
from aligner.matching.sides.pairs import Pairs

from ..small_catalogues import titled

WORKS = [titled(f"ISO {number}:2010", f"Gears {number}", published="2010-01") for number in range(1, 7)]
GONE = titled("ISO 9:2010", "Gears 9", published="2010-01", status="withdrawn")


def order(points: Sequence[float], top_n: int = 10, floor: float = 0, gone_first: bool = False) -> Ranking:
    """The ranking of one national standard whose pairs with the works have these points."""
    international = a_table(*([GONE] if gone_first else []), *WORKS)
    national = a_table(titled("GB/T 1-2015", "Gears", published="2015-01"))
    index = build_index(national, international, build_works(international), Silent())
    count = len(points)
    zeros = np.zeros(count, dtype=np.int32)
    pairs = Pairs(
        index.nationals,
        index.internationals,
        zeros,
        np.arange(count, dtype=np.int32),
        zeros,
        np.zeros(count, dtype=np.float32),
        np.zeros(count, dtype=np.float32),
        zeros - 1,
    )
    column = np.asarray(points, dtype=np.float32)
    return ranked(pairs, Scores(column[:, None], column[:, None], column), top_n, floor)


def test_the_best_comes_first_and_ranks_begin_at_one() -> None:
    found = order([10, 30, 20])
    assert found.chosen.tolist() == [1, 2, 0]
    assert found.rank.tolist() == [1, 2, 3]


def test_of_equal_points_the_one_listed_first_comes_first() -> None:
    assert order([50, 50, 50]).chosen.tolist() == [0, 1, 2]


def test_of_equal_points_the_work_in_force_comes_before_one_that_is_not() -> None:
    assert order([50, 50], gone_first=True).chosen.tolist() == [1, 0]


def test_a_better_work_that_is_not_in_force_still_comes_first() -> None:
    assert order([50.5, 50], gone_first=True).chosen.tolist() == [0, 1]


def test_below_the_floor_exactly_three_are_kept() -> None:
    assert order([5, 4, 3, 2, 1], floor=30).chosen.tolist() == [0, 1, 2]
    assert ALWAYS_KEPT == 3


def test_points_at_the_floor_are_kept() -> None:
    assert len(order([50, 40, 35, 30, 29.5], floor=30).chosen) == 4


def test_no_more_are_kept_than_asked_for() -> None:
    assert order([60, 50, 40, 30], top_n=2).chosen.tolist() == [0, 1]


def test_the_margin_is_positive_for_the_first_alone() -> None:
    assert order([10, 30, 22]).margin.tolist() == [8, -8, -20]


def test_an_only_candidate_is_all_its_points_ahead() -> None:
    assert order([42]).margin.tolist() == pytest.approx([42])
