"""Standards, specifications and reports."""

import pytest

from ..one_pair import gears, iso_gears, measured


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [("GB/T 1-2010", "ISO 5:2005", 1.0), ("GB/Z 1-2010", "ISO/TR 5:2005", 0.5), ("GB/T 1-2010", "ISO/TR 5:2005", 0.0)],
)
def test_the_kind_of_document_should_fit(ours: str, theirs: str, value: float) -> None:
    assert measured("document type", gears(ours), iso_gears(theirs))[0] == pytest.approx(value)
