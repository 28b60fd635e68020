"""Scopes are compared without their own numbers."""

import pytest

from ..one_pair import gears, iso_gears, measured


def test_scopes_are_compared_without_their_own_numbers() -> None:
    ours = "GB/T 1-2010 specifies the accuracy of cylindrical involute gears."
    theirs = "ISO 5:2005 specifies the accuracy of cylindrical involute gears."
    value, texts = measured("scope", gears(scope=ours), iso_gears(scope=theirs))
    assert value == pytest.approx(1.0)
    assert texts == (ours, theirs)
    assert measured("scope", gears(scope="本标准规定了齿轮"), iso_gears(scope=theirs))[0] == pytest.approx(0.3)
