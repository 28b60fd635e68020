"""A work must have existed."""

import pytest

from ..one_pair import gears, iso_gears, measured


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [("2010-01", "2009-12", 1.0), ("2010-01", "2011-01", 0.5), ("2010", "2015", 0.0), ("", "2015", 1.0)],
)
def test_a_work_must_have_existed(ours: str, theirs: str, value: float) -> None:
    assert measured("dates", gears(published=ours), iso_gears(published=theirs))[0] == pytest.approx(value, abs=0.05)
