"""Projects that are made once and copied for each test that changes them."""

import shutil
from pathlib import Path

import pytest
from command_line import done
from worked_example_files import WorkedExample, write_worked_example


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> WorkedExample:
    """The files of the worked example."""
    return write_worked_example(tmp_path_factory.mktemp("worked example"))


@pytest.fixture(scope="session")
def loaded_project(example: WorkedExample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with both catalogues; only to be read."""
    project = tmp_path_factory.mktemp("loaded") / "ours.aligner"
    done("new", project)
    done("load", project, example.national, "--level", "national")
    done("load", project, example.international, "--level", "international")
    return project


@pytest.fixture(scope="session")
def matched_project(loaded_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with candidates; only to be read."""
    project = shutil.copy(loaded_project, tmp_path_factory.mktemp("matched") / "ours.aligner")
    done("match", project)
    return Path(project)


@pytest.fixture(scope="session")
def decided_project(example: WorkedExample, matched_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with candidates in which everything is decided and judged; only to be read."""
    project = shutil.copy(matched_project, tmp_path_factory.mktemp("decided") / "ours.aligner")
    assert "11 decisions recorded" in done("decide", project, example.decisions, "--reviewer", "secretary")
    assert "10 applicability verdicts" in done(
        "applicability", project, example.applicability, "--reviewer", "secretary"
    )
    return Path(project)


@pytest.fixture
def loaded(loaded_project: Path, tmp_path: Path) -> Path:
    """A project of its own with both catalogues."""
    return Path(shutil.copy(loaded_project, tmp_path / "ours.aligner"))


@pytest.fixture
def decided(decided_project: Path, tmp_path: Path) -> Path:
    """A project of its own in which everything is decided and judged."""
    return Path(shutil.copy(decided_project, tmp_path / "ours.aligner"))
