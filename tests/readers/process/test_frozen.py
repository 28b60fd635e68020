"""A program that was built with its interpreter inside has no interpreter to start: it starts itself."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.readers.catalogue import ReadRequest, read_catalogue

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
@pytest.mark.parametrize("start", ["frozen_command.py", "frozen_window.py"])
def test_a_frozen_program_reads_workbooks_by_starting_itself(
    start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = Workbook()
    assert workbook.active is not None
    for row in (["Number", "Title"], ["ISO 2602:1980", "Statistical interpretation of test results"]):
        workbook.active.append(row)
    workbook.save(tmp_path / "list.xlsx")
    program = tmp_path / "aligner"
    program.write_text(
        f"#!{sys.executable}\nimport runpy, sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        f"runpy.run_path({str(ROOT / 'resources/packaging' / start)!r}, run_name='__main__')\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    read = read_catalogue(ReadRequest(tmp_path / "list.xlsx", Level.INTERNATIONAL, today=date(2026, 1, 1)), Silent())
    assert list(read.table["designation"]) == ["ISO 2602:1980"]
