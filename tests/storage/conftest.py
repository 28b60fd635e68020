"""A project of its own for each test: in a file, and again on a server where the test asks for nothing of a file."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.storage import store
from aligner.storage.store import Store

from .building import Ticking

OF_A_FILE = {"path", "tmp_path", "monkeypatch"}
"""What tests ask for that are about files, or reach into the connection to one; so do all in the folder `file`."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test of a project on both kinds."""
    asked = set(inspect.signature(metafunc.function).parameters)
    about_file = bool(asked & OF_A_FILE) or ".file." in metafunc.module.__name__
    if "project" in asked and "kind" in metafunc.fixturenames and not about_file:
        metafunc.parametrize("kind", ["file", "server"])


@pytest.fixture
def kind() -> str:
    return "file"


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "国家 #1?.aligner"


@pytest.fixture
def project(kind: str, path: Path, clock: Ticking, request: pytest.FixtureRequest) -> Iterator[Store]:
    address = str(path) if kind == "file" else request.getfixturevalue("address")
    with store.create(address, clock=clock) as created:
        yield created
