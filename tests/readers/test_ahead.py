from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.progress import Silent
from aligner.readers.catalogue import Ahead, ReadRequest, open_ahead, preview_catalogue, read_catalogue
from tests.readers.building import GB_HEADINGS, TODAY, a_gb_row, a_workbook, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_workbook(tmp_path / "list.xlsx", [GB_HEADINGS, a_gb_row("GB/T 1-2020"), a_gb_row("GB/T 2-2020")])


def ahead_of(path: Path, sheet: str | None = None, *, preview: bool = False) -> Ahead:
    return open_ahead(ReadRequest(path, Level.NATIONAL, TODAY, sheet=sheet), preview=preview)


@pytest.fixture
def no_process_stays() -> Iterator[None]:
    before = {process.pid for process in psutil.Process().children()}
    yield
    assert {process.pid for process in psutil.Process().children()} <= before


@pytest.mark.usefixtures("no_process_stays")
def test_a_file_opened_ahead_gives_the_same_reading(path: Path) -> None:
    with ahead_of(path) as ahead:
        reading = read_catalogue(ReadRequest(path, Level.NATIONAL, TODAY), Silent(), ahead=ahead)
    assert reading == read(path)


@pytest.mark.usefixtures("no_process_stays")
def test_a_file_opened_ahead_can_be_previewed_and_then_read(path: Path) -> None:
    request = ReadRequest(path, Level.NATIONAL, TODAY)
    with ahead_of(path, preview=True) as ahead:
        seen = preview_catalogue(request, Silent(), ahead=ahead)
        reading = read_catalogue(request, Silent(), ahead=ahead)
    assert seen.mapping == reading.mapping


@pytest.mark.usefixtures("no_process_stays")
def test_what_was_begun_otherwise_is_not_taken_over(path: Path) -> None:
    with ahead_of(path, sheet="1") as ahead:
        assert len(read_catalogue(ReadRequest(path, Level.NATIONAL, TODAY), Silent(), ahead=ahead).table) == 2
    renamed = ReadRequest(path, Level.NATIONAL, TODAY, columns={"title": ""})
    with ahead_of(path) as ahead:
        assert "title" not in read_catalogue(renamed, Silent(), ahead=ahead).mapping


@pytest.mark.usefixtures("no_process_stays")
def test_a_file_opened_ahead_and_not_read_leaves_nothing_running(path: Path) -> None:
    with ahead_of(path):
        pass


@pytest.mark.usefixtures("no_process_stays")
def test_what_the_opening_finds_wrong_is_told_when_it_is_read(path: Path) -> None:
    request = ReadRequest(path, Level.NATIONAL, TODAY, sheet="no such sheet")
    with ahead_of(path, sheet="no such sheet") as ahead, pytest.raises(AlignerError, match="no such sheet"):
        read_catalogue(request, Silent(), ahead=ahead)


def test_a_missing_file_is_not_opened_ahead(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="no file"):
        ahead_of(tmp_path / "none.xlsx")
