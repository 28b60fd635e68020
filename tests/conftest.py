"""Options and fixtures of the whole suite."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from a_server import Server, running
from measured_child import measured_child

EXPECTED = Path(__file__).parent / "expected"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything of Qt is imported
try:
    import PySide6.QtWidgets  # noqa: F401
except ImportError as error:
    NO_QT = str(error)
else:
    NO_QT = ""

pytest_plugins = [] if NO_QT else ["pytestqt.plugin"]
collect_ignore = ["gui"] if NO_QT else []
"""Without the system libraries of a screen the tests of the window are left out, and all others still run."""


def pytest_report_header() -> str | None:
    """Say that the window is not tested, and what is missing."""
    packages = "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0"
    return f"tests/gui is left out: {NO_QT} (Debian packages: {packages})" if NO_QT else None


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


@pytest.fixture(autouse=True, scope="session")
def user_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Folders of their own for settings and logs, and an English system, whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp("user")))
        for name in ("LC_ALL", "LC_MESSAGES"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        yield


@pytest.fixture(autouse=True, scope="session")
def measured_reading(request: pytest.FixtureRequest) -> Iterator[None]:
    """Count what the child process runs, when coverage is measured."""
    if not getattr(request.config.option, "cov_source", None):
        yield
        return
    data = Path(os.environ.get("COVERAGE_FILE", ".coverage")).absolute()
    with measured_child(str(request.config.rootpath / "pyproject.toml"), str(data)):
        yield


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server, started when the first test needs it."""
    with running() as server:
        yield server


@pytest.fixture
def database(postgresql: Server) -> Iterator[str]:
    """The name of a new, empty database on it."""
    with postgresql.database() as name:
        yield name


@pytest.fixture
def address(postgresql: Server, database: str) -> str:
    """The address of a new, empty database for whoever may do everything there."""
    return postgresql.address(database)
