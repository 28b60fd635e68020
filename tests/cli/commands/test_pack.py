"""A review pack out and back, from the command line and from Python."""

import shutil
from pathlib import Path

from command_line import done, refused
from openpyxl import load_workbook

from aligner.api import Project

NATIONAL = "GB/T 3001-2019"


def filled(pack: Path, **values: str) -> None:
    workbook = load_workbook(pack)
    sheet = workbook["review"]
    headings = [cell.value for cell in sheet[1]]
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == NATIONAL)
    for name, value in values.items():
        sheet.cell(row, headings.index(name) + 1).value = value
    workbook.save(pack)


def test_a_pack_goes_out_and_comes_back(matched_project: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy2(matched_project, tmp_path / "ours.aligner"))
    pack = tmp_path / "li.xlsx"
    done("pack", project, pack, "--for", "Li", "--reviewer", "secretary")
    filled(pack, international="ISO 1001:2017", degree="IDT")
    said = done("unpack", project, pack, "--preview")
    assert "accepted: 1" in said
    assert "nothing was changed" in said
    with Project.open(project, read_only=True) as opened:
        assert opened.decisions().empty
        assert opened.stage_pack(pack).reviewer == "Li"
    assert "1 decision recorded" in done("unpack", project, pack, "--reviewer", "secretary")
    with Project.open(project, read_only=True) as opened:
        assert list(opened.decisions()["reviewer"]) == ["Li"]
    filled(pack, title="another")
    assert "locked cells were altered: 1" in done("unpack", project, pack, "--preview")


def test_what_is_no_pack_is_refused(matched_project: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy2(matched_project, tmp_path / "ours.aligner"))
    table = tmp_path / "table.csv"
    table.write_text("national,degree\nGB/T 1-2000,IDT\n", encoding="utf-8")
    assert "not a review pack" in refused("unpack", project, table)
    assert "no view" in refused("pack", project, tmp_path / "out.xlsx", "--for", "Li", "--view", "mine")
