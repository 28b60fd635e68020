"""Reasons of decisions: codes, their names, or free text."""

import pytest

from aligner.domain.pairs.deviation import REASONS, codes_of


@pytest.mark.parametrize("code", REASONS)
def test_a_code_and_its_name_are_the_same_reason(code: str) -> None:
    assert codes_of(code) == codes_of(REASONS[code].upper()) == (code,)


@pytest.mark.parametrize(
    ("reason", "codes"),
    [
        ("less altered", ("less", "altered")),
        ("less content; altered  content", ("less", "altered")),
        ("alternative content", ("alternative",)),
        ("less, less content", ("less",)),
        ("", ()),
        ("附录A为新增", ()),
        ("less content, annex A", ()),
        ("adopted with more content in annex A", ()),
    ],
)
def test_free_text_is_no_code(reason: str, codes: tuple[str, ...]) -> None:
    assert codes_of(reason) == codes
