"""How sure a candidate is: by its score, its rank and its distance to the best rival."""

from dataclasses import replace

import numpy as np
import pytest

from aligner.domain.pairs.candidate import Band
from aligner.matching.features.registry import FEATURES
from aligner.matching.scoring.band import CAPS, bands
from aligner.matching.scoring.rank import Ranking
from aligner.matching.scoring.recipe import shipped_recipe

RECIPE = replace(
    shipped_recipe(),
    strong_score=80,
    strong_margin=6,
    translated_strong_score=85,
    probable_score=60,
    translated_probable_score=55,
    ambiguous_margin=3,
)


def band(
    score: float,
    margin: float,
    rank: int = 1,
    *,
    stated: bool = False,
    translated: bool = False,
    meant: bool = False,
    capped: tuple[str, ...] = (),
) -> Band:
    ranking = Ranking(
        np.zeros(1, dtype=np.int32), np.asarray([rank], dtype=np.int32), np.asarray([margin], dtype=np.float32)
    )
    (found,) = bands(
        ranking,
        np.asarray([score], dtype=np.float32),
        np.asarray([stated]),
        np.asarray([translated]),
        np.asarray([meant]),
        [capped],
        RECIPE,
    )
    return found


@pytest.mark.parametrize(
    ("score", "margin", "expected"),
    [
        (80, 6, Band.STRONG),
        (79.9, 6, Band.PROBABLE),
        (80, 5.9, Band.PROBABLE),
        (60, 3, Band.PROBABLE),
        (59.9, 20, Band.WEAK),
        (80, 2.9, Band.AMBIGUOUS),
        (60, 0, Band.AMBIGUOUS),
    ],
)
def test_a_first_candidate_is_banded_by_score_and_margin_limits_included(
    score: float, margin: float, expected: Band
) -> None:
    assert band(score, margin) is expected


@pytest.mark.parametrize(
    ("margin", "expected"), [(-2.9, Band.AMBIGUOUS), (-3, Band.WEAK), (-20, Band.WEAK), (0, Band.AMBIGUOUS)]
)
def test_a_second_candidate_is_weak_unless_it_is_nearly_as_good(margin: float, expected: Band) -> None:
    assert band(90, margin, rank=2) is expected


@pytest.mark.parametrize(("score", "expected"), [(85, Band.STRONG), (84.9, Band.PROBABLE), (55, Band.PROBABLE)])
def test_translated_titles_have_limits_of_their_own(score: float, expected: Band) -> None:
    assert band(score, 10, translated=True) is expected
    assert band(54.9, 10, translated=True) is Band.WEAK


def test_a_stated_pair_is_strong_whatever_its_score() -> None:
    assert band(1, -50, rank=9, stated=True) is Band.STRONG


def test_a_pair_against_what_is_stated_is_weak() -> None:
    assert band(100, 50, capped=("stated otherwise",)) is Band.WEAK


@pytest.mark.parametrize("code", [code for code in CAPS if code != "stated otherwise"])
def test_a_cap_keeps_a_pair_out_of_the_strong_band_and_no_further_down(code: str) -> None:
    assert band(100, 50, capped=(code,)) is Band.PROBABLE


def test_the_caps_are_those_of_the_features_and_two_of_the_work() -> None:
    assert list(CAPS) == [feature.cap.code for feature in FEATURES if feature.cap] + ["withdrawn", "unpublished"]


def test_titles_compared_by_their_meaning_alone_need_a_greater_distance() -> None:
    assert band(90, RECIPE.meaning_strong_margin, translated=True, meant=True) == Band.STRONG
    assert band(90, RECIPE.meaning_strong_margin - 0.1, translated=True, meant=True) == Band.PROBABLE
    assert band(90, RECIPE.meaning_strong_margin - 0.1, translated=True) == Band.STRONG
