"""What holds for every feature."""

from typing import Any

import pytest
from standards_tables import a_standard

from aligner.matching.features.registry import FEATURES

from ..one_pair import a_pair


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_feature_knows_nothing_of_standards_without_any_text(feature: Any) -> None:
    pair = a_pair(a_standard("GB/T 1-2010"), a_standard("ISO 5:2005"))
    assert float(feature.measure(pair)[0]) == pytest.approx(feature.neutral)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_feature_moves_the_score_and_its_neutral_value_is_a_share(feature: Any) -> None:
    assert feature.weight > 0
    assert 0 <= feature.neutral <= 1
