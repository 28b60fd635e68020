"""Options and fixtures of the whole suite."""

from collections.abc import Callable
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "expected"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Expected output is written anew only when asked for, so that a change of it is seen in review."""
    parser.addoption("--rewrite-expected", action="store_true", help="write the files in tests/expected anew")


@pytest.fixture
def assert_expected(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in tests/expected."""

    def compare(name: str, text: str) -> None:
        file = EXPECTED / name
        if request.config.getoption("--rewrite-expected"):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8")

    return compare
