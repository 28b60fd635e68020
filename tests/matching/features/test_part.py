"""Parts agree, differ, or hold one another."""

import pytest

from ..one_pair import gears, iso_gears, measured


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ("Gears - Part 2: Teeth", "Gears - Part 2: Teeth", 1.0),
        ("Gears - Part 2: Teeth", "Gears - Part 3: Teeth", 0.0),
        ("Gears - Part 2: Teeth", "Gears - Part 2-43: Teeth", 0.4),
        ("Gears - Part 2: Teeth", "Gears - Teeth", 0.4),
        ("Gears", "Gears", 0.5),
    ],
)
def test_parts_agree_differ_or_are_nested(ours: str, theirs: str, value: float) -> None:
    assert measured("part", gears(title=ours), iso_gears(title=theirs))[0] == pytest.approx(value)
