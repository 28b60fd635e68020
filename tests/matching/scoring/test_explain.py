from dataclasses import replace

import pytest
from standards_tables import a_standard

from aligner.domain.pairs.candidate import Band, Candidate, EditionState, Evidence, candidate_from
from aligner.i18n import translator
from aligner.matching.features.registry import FEATURES
from aligner.matching.scoring import explain
from aligner.matching.scoring.band import CAPS
from aligner.matching.scoring.evidence import BASE, LIMIT
from aligner.matching.scoring.recipe import Precision, shipped_recipe

from ..small_catalogues import candidates_of, titled

ENGLISH = translator("en")


def a_candidate(*entries: tuple[str, float], band: Band = Band.PROBABLE, caps: tuple[str, ...] = ()) -> Candidate:
    evidence = tuple(Evidence(name, 1.0 if points > 0 else 0.0, points, "ours", "theirs") for name, points in entries)
    score = sum(points for _, points in entries)
    return Candidate("GB 1", "ISO 1:2000", "ISO 1", 1, score, 9.0, band, "", "", EditionState.CURRENT, evidence, caps)


def test_a_sentence_tells_reasons_and_doubts_the_heaviest_first() -> None:
    candidate = a_candidate((BASE, 5), ("ICS", 2.5), ("title", 77), ("part", -7), ("dates", -1))
    assert explain.sentence(candidate, ENGLISH) == (
        "ISO 1: probable (76.5), because the titles are nearly equal, both have the same ICS code; "
        "but the parts differ (“ours” and “theirs”), the international standard was published only in theirs."
    )


def test_a_sentence_without_doubts_and_one_without_reasons() -> None:
    assert explain.sentence(a_candidate((BASE, 5), ("title", 77)), ENGLISH).endswith(
        "because the titles are nearly equal."
    )
    assert "no evidence for it" in explain.sentence(a_candidate((BASE, 5), ("part", -3)), ENGLISH)


@pytest.mark.parametrize("feature", [feature.name for feature in FEATURES])
@pytest.mark.parametrize(("ours", "theirs"), [("", "16,250"), ("16,250", "")])
def test_what_only_one_side_says_is_never_set_against_a_quoted_nothing(feature: str, ours: str, theirs: str) -> None:
    entry = Evidence(feature, 0.0, -7.0, ours, theirs)
    told = explain.because(replace(a_candidate((BASE, 5)), evidence=(entry,)), ENGLISH)
    assert f"“{explain.NOTHING}”" not in told


def test_what_only_one_title_has_is_said_of_that_title() -> None:
    entry = Evidence("numbers in the title", 0.0, -7.0, "", "16,250")
    candidate = replace(a_candidate((BASE, 5)), evidence=(entry,))
    assert explain.because(candidate, ENGLISH) == "but only the international title has “16,250”"


@pytest.mark.parametrize("feature", [feature.name for feature in FEATURES])
@pytest.mark.parametrize("points", [5.0, -5.0])
def test_no_feature_leaves_a_place_unfilled(feature: str, points: float) -> None:
    told = explain.sentence(a_candidate((BASE, 50), (feature, points)), ENGLISH)
    assert "{" not in told


def test_every_feature_and_cap_has_a_name_on_screen() -> None:
    assert {feature.name for feature in FEATURES} | {BASE, LIMIT} <= set(explain.LABELS)
    assert explain.reasons(a_candidate((BASE, 5), caps=tuple(CAPS)), ENGLISH).count(", ") >= len(CAPS) - 1
    assert explain.reasons(a_candidate((BASE, 5)), ENGLISH) == ""


def test_the_waterfall_ends_at_the_score() -> None:
    for row in candidates_of(titled("GB/T 19001-2016", "Quality management systems", published="2016-12")).rows():
        candidate = candidate_from(row)
        steps = explain.waterfall(candidate, ENGLISH)
        assert steps[0].label == "Start"
        assert steps[-1].total == pytest.approx(candidate.score, abs=0.02)


def test_a_band_tells_its_precision_when_the_recipe_knows_it() -> None:
    recipe = replace(shipped_recipe(), precision={"strong": Precision(0.99, 0.97, 1.0, 300)})
    assert explain.calibration(Band.STRONG, recipe, ENGLISH).startswith("strong: 99.0 % right of 300 known pairs")
    assert explain.calibration(Band.WEAK, recipe, ENGLISH) == ""


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("rolling bearings - tolerances", "rolling bearings: tolerances.", "the titles are equal"),
        ("bearings, rolling - tolerances", "rolling bearings - tolerances", "the titles are nearly equal"),
        ("gears - part 2", "gears - part 3", "the titles are nearly equal"),
    ],
)
def test_titles_are_called_equal_only_when_they_are(ours: str, theirs: str, told: str) -> None:
    candidate = replace(a_candidate((BASE, 5)), evidence=(Evidence("title", 1.0, 77.0, ours, theirs),))
    assert explain.because(candidate, ENGLISH) == told


def test_the_sentence_on_a_translated_title_names_the_words_taken_for_which() -> None:
    native = a_standard("GB/T 6391-2010", title="滚动轴承 额定动载荷和额定寿命", published="2010-01")
    candidate = candidate_from(next(iter(candidates_of(native).rows())))
    assert "轴承 = bearing" in explain.because(candidate, ENGLISH)
