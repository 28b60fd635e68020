"""A review pack out and back, from the command line and from Python."""

import shutil
from pathlib import Path

from command_line import done, refused
from pack_files import fill_in

from aligner.api import Project

NATIONAL = "GB/T 3001-2019"


def test_a_pack_goes_out_and_comes_back(matched_project: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy2(matched_project, tmp_path / "ours.aligner"))
    pack = tmp_path / "li.xlsx"
    done("pack", project, pack, "--for", "Li", "--reviewer", "secretary")
    fill_in(pack, NATIONAL, international="ISO 1001:2017", degree="IDT")
    said = done("unpack", project, pack, "--preview")
    assert "accepted: 1" in said
    assert "nothing was changed" in said
    with Project.open(project, read_only=True) as opened:
        assert opened.decisions().empty
        assert opened.stage_pack(pack).reviewer == "Li"
    assert "1 decision recorded" in done("unpack", project, pack, "--reviewer", "secretary")
    with Project.open(project, read_only=True) as opened:
        assert list(opened.decisions()["reviewer"]) == ["Li"]
    fill_in(pack, NATIONAL, title="another")
    assert "locked cells were altered: 1" in done("unpack", project, pack, "--preview")


def test_what_is_no_pack_is_refused(matched_project: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy2(matched_project, tmp_path / "ours.aligner"))
    table = tmp_path / "table.csv"
    table.write_text("national,degree\nGB/T 1-2000,IDT\n", encoding="utf-8")
    assert "not a review pack" in refused("unpack", project, table)
    assert "no view" in refused("pack", project, tmp_path / "out.xlsx", "--for", "Li", "--view", "mine")
