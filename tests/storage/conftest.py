"""A project in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.storage import store
from aligner.storage.store import Store

from .building import Ticking


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "国家 #1?.aligner"


@pytest.fixture
def project(path: Path, clock: Ticking) -> Iterator[Store]:
    with store.create(str(path), clock=clock) as created:
        yield created
