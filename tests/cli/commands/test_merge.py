"""Two copies of a project merged, from the command line and from Python."""

import json
import shutil
from pathlib import Path

from command_line import done, refused

from aligner.api import Project

HEADINGS = "national,international,verdict,degree\n"


def decide(project: Path, reviewer: str, degree: str) -> None:
    file = project.with_suffix(".csv")
    file.write_text(f"{HEADINGS}GB/T 3001-2019,ISO 1001:2017,confirmed,{degree}\n", encoding="utf-8")
    done("decide", project, file, "--reviewer", reviewer)


def two_copies(loaded_project: Path, folder: Path) -> tuple[Path, Path]:
    """One project, decided on by Li in one copy and by Wang in the other."""
    ours, theirs = folder / "ours.aligner", folder / "theirs.aligner"
    for project, reviewer, degree in ((ours, "Li", "IDT"), (theirs, "Wang", "MOD")):
        shutil.copy2(loaded_project, project)
        decide(project, reviewer, degree)
    return ours, theirs


def test_a_preview_says_what_comes_in_and_writes_nothing(loaded_project: Path, tmp_path: Path) -> None:
    ours, theirs = two_copies(loaded_project, tmp_path)
    before = done("history", ours, "--format", "csv")
    said = done("merge", ours, theirs, "--preview")
    assert "1 difference to settle" in said
    assert "different degrees" in said
    assert "nothing was changed" in said
    assert done("history", ours, "--format", "csv") == before
    with Project.open(ours) as project:
        assert project.merge(theirs, preview=True).steps == {"Wang": 1}
    assert done("history", ours, "--format", "csv") == before


def test_both_orders_give_the_same_figures_and_the_history_keeps_authors_and_times(
    loaded_project: Path, tmp_path: Path
) -> None:
    ours, theirs = two_copies(loaded_project, tmp_path)
    kept = Path(shutil.copy2(ours, tmp_path / "kept.aligner"))
    with Project.open(theirs, read_only=True) as project:
        (step,) = project.history().to_dict("records")
    done("merge", ours, theirs, "--reviewer", "secretary")
    done("merge", theirs, kept, "--reviewer", "secretary")
    figures = [json.loads(done("indicators", one, "--format", "json"))["indicators"] for one in (ours, theirs)]
    assert figures[0] == figures[1]
    with Project.open(ours) as project:
        newest, joined, *_ = project.history().to_dict("records")
        assert newest["reviewer"] == "secretary"
        assert (joined["reviewer"], joined["at"]) == ("Wang", step["at"])
    assert "Wang" in done("history", ours)
    done("check", ours)
    assert "is here already" in done("merge", ours, theirs)


def test_a_project_of_something_else_is_refused(loaded_project: Path, tmp_path: Path) -> None:
    ours, _ = two_copies(loaded_project, tmp_path)
    strange = tmp_path / "strange.aligner"
    done("new", strange)
    assert "not a copy" in refused("merge", ours, strange)
