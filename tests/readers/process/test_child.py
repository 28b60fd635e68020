"""What the parent says when a child uses too much, and that nothing of it stays."""

from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError, Cancelled
from aligner.readers.catalogue import ReadRequest, read_catalogue
from aligner.readers.process.limits import Limits
from tests.readers.building import TODAY, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "long.csv"
    rows = [f"GB/T {number}-2020,{'螺纹' * 100}" for number in range(1, 20_000)]
    path.write_text("\n".join(["标准号,标准名称", *rows]), encoding="utf-8")
    return path


def test_too_little_time_is_told(path: Path) -> None:
    with pytest.raises(AlignerError, match="took more than 0 s and was stopped"):
        read(path, limits=replace(Limits(), clock_seconds=0))


def test_too_little_memory_is_told_with_its_limit(path: Path) -> None:
    with pytest.raises(AlignerError, match="needs more than 60 MB of memory"):
        read(path, limits=replace(Limits(), memory=60_000_000))


class Stopping:
    """A progress after a stop request."""

    def step(self, _done: int, _total: int, _text: str) -> None:
        raise Cancelled("Stopped.")


def test_a_stopped_reading_leaves_no_process(path: Path) -> None:
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    with pytest.raises(Cancelled):
        read_catalogue(ReadRequest(path, Level.NATIONAL, TODAY), Stopping())
    assert {process.pid for process in psutil.Process().children(recursive=True)} <= before
