import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LEFT_OUT = {"resources/screenshots", "resources/rules"}
"""Pictures that only the README shows, and rules for those who work on the program."""


def test_the_installed_program_has_every_resource_that_it_uses() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    packed = {source for source in included if source.startswith("resources")}
    folders = {f"resources/{folder.name}" for folder in (ROOT / "resources").iterdir()}
    assert packed == folders - LEFT_OUT
    assert all(target == f"aligner/{source}" for source, target in included.items())


def test_the_pictures_of_the_readme_are_there_and_small() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = list((ROOT / "resources/screenshots").iterdir())
    assert len(pictures) >= 3
    assert [one.name for one in pictures if f"resources/screenshots/{one.name}" not in readme] == []
    assert [one.name for one in pictures if one.stat().st_size >= 150_000] == []
