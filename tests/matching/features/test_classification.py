"""ICS codes are compared at three depths."""

import pytest

from ..one_pair import gears, iso_gears, measured


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        (["21.200.10"], ["21.200.10"], 1.0),
        (["21.200.10"], ["21.200.20"], 0.7),
        (["21.200"], ["21.100"], 0.4),
        (["21.200"], ["25.040"], 0.0),
        (["25.040", "21.200"], ["21.200"], 1.0),
        ([], ["21.200"], 0.75),
    ],
)
def test_ics_is_compared_at_three_depths(ours: list[str], theirs: list[str], value: float) -> None:
    measure, texts = measured("ICS", gears(ics=ours), iso_gears(ics=theirs))
    assert measure == pytest.approx(value)
    assert texts == (", ".join(ours), ", ".join(theirs))
