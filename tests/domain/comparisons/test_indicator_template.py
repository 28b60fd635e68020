"""What a project keeps stays readable: the indicators of a template that another version of the program wrote."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.comparisons.comparison import Direction, Equivalence
from aligner.domain.comparisons.indicator_template import IndicatorTemplate

NOISE = IndicatorTemplate(
    "Noise", is_key=False, weight=2, national_unit="dB", equivalence=Equivalence.DIFFERENT, direction=Direction.LOWER
)


def test_what_this_program_kept_comes_back_whole() -> None:
    assert IndicatorTemplate.from_kept(NOISE.to_json()) == (NOISE, ())


@pytest.mark.parametrize(
    ("entry", "value"),
    [("direction", "upwards"), ("equivalence", "perhaps"), ("weight", "heavy"), ("weight", True), ("colour", "red")],
)
def test_what_is_not_known_here_is_left_empty_and_named(entry: str, value: Any) -> None:
    template, ignored = IndicatorTemplate.from_kept(NOISE.to_json() | {entry: value})
    assert ignored == (entry,)
    assert template.indicator == "Noise"
    default = IndicatorTemplate("")
    assert getattr(template, entry, None) == getattr(default, entry, None)


_VALUES = st.sampled_from([None, True, 0.5, float("nan"), "", "lower", "x", ["x"], {"x": 1}])


@given(st.dictionaries(st.sampled_from([*IndicatorTemplate.__dataclass_fields__, "later"]), _VALUES))
def test_no_kept_template_is_refused(values: dict[str, Any]) -> None:
    template, ignored = IndicatorTemplate.from_kept(values)
    assert IndicatorTemplate.from_kept(template.to_json()) == (template, ())
    assert all(getattr(template, name) == value for name, value in values.items() if name not in ignored and value)
