import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = "screenshots"
"""Only the README shows them."""


def test_the_installed_program_has_every_resource_but_the_pictures_of_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    packed = {source for source in included if source.startswith("resources")}
    folders = {f"resources/{folder.name}" for folder in (ROOT / "resources").iterdir()}
    assert packed == folders - {f"resources/{PICTURES}"}
    assert all(target == f"aligner/{source}" for source, target in included.items())


def test_the_pictures_of_the_readme_are_there_and_small() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = list((ROOT / "resources" / PICTURES).iterdir())
    assert len(pictures) >= 3
    assert [one.name for one in pictures if f"resources/{PICTURES}/{one.name}" not in readme] == []
    assert [one.name for one in pictures if one.stat().st_size >= 150_000] == []
