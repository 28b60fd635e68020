"""A name that no file can have is told in a sentence, whatever it is given to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import refused

from aligner import named_files
from aligner.api import Project
from aligner.domain.errors import AlignerError

IMPOSSIBLE = ["a\0b", "\udc80\ud800", "长" * 300, "a/" * 3000 + "b"]
"""The end of a text, half of a character, too long a name, too long a path."""

names = pytest.mark.parametrize("name", IMPOSSIBLE, ids=["nul", "half", "name", "path"])

GIVEN_A_FILE: dict[str, Callable[[Project, str], object]] = {
    "load": lambda project, name: project.load(name + ".xlsx", "national"),
    "preview": lambda project, name: project.preview(name + ".csv", "national"),
    "match": lambda project, name: project.match(recipe=name + ".toml"),
    "evaluate": lambda project, name: project.evaluate(name + ".csv"),
    "decide": lambda project, name: project.decide(name + ".csv"),
    "applicability": lambda project, name: project.judge_applicability(name + ".xlsx"),
    "compare": lambda project, name: project.compare(name + ".csv"),
    "template": lambda project, name: project.save_indicator_template("own", name + ".csv"),
    "profile": lambda project, name: project.indicators(profile=name + ".toml"),
    "export csv": lambda project, name: project.export(name + ".csv"),
    "export json": lambda project, name: project.export(name + ".json"),
    "export sssom": lambda project, name: project.export(name + ".tsv", form="sssom"),
    "workbook": lambda project, name: project.report(name + ".xlsx"),
    "paper": lambda project, name: project.report(name + ".pdf"),
    "web page": lambda project, name: project.report(name + ".html"),
}


@names
@pytest.mark.parametrize("what", GIVEN_A_FILE)
def test_no_file_can_be_called_so(what: str, name: str, tmp_path: Path) -> None:
    with Project.new(tmp_path / "a.aligner", reviewer="ann") as project, pytest.raises(AlignerError):
        GIVEN_A_FILE[what](project, str(tmp_path / name))
    assert {file.suffix for file in tmp_path.iterdir()} <= {".aligner", ".backups"}


@names
@pytest.mark.parametrize("use", [Project.new, Project.open, Project.restore])
def test_no_project_can_be_called_so(use: Callable[[Path], object], name: str, tmp_path: Path) -> None:
    with pytest.raises(AlignerError):
        use(tmp_path / (name + ".aligner"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", IMPOSSIBLE[2:], ids=["name", "path"])  # no shell can hand over the others
@pytest.mark.parametrize("command", [["new"], ["check"], ["restore"], ["match"], ["demo", "--no-window", "--out"]])
def test_the_command_line_says_so(command: list[str], name: str, tmp_path: Path) -> None:
    assert refused(*command, f"{tmp_path}/{name}")


@names
def test_what_cannot_be_there_is_not_there(name: str) -> None:
    assert not named_files.is_file(name)
    assert not named_files.is_there(name)


def test_a_file_that_is_missing_or_there_may_be_called_so(tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    for file in (tmp_path / "there", tmp_path, tmp_path / "missing", tmp_path / "there" / "below a file"):
        named_files.refuse_impossible(file)
