"""What the package holds, is called and asks for."""

import re
import tomllib
from pathlib import Path

from aligner import distribution

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LEFT_OUT = {"resources/packaging", "resources/screenshots", "resources/rules"}
"""Recipes for the package, pictures that only the README shows, and rules for those who work on the program."""


def test_the_installed_program_has_every_resource_that_it_uses() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
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


def test_the_package_is_called_as_the_program_believes() -> None:
    assert PROJECT["project"]["name"] == distribution.NAME
    assert distribution.version() == PROJECT["project"]["version"]


def exact_versions() -> list[str]:
    text = (ROOT / "resources/packaging/constraints.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_both_lists_of_exact_versions_are_one_and_name_no_address() -> None:
    assert PROJECT["tool"]["uv"]["constraint-dependencies"] == exact_versions()
    assert [line for line in exact_versions() if not re.match(r"[a-z0-9-]+==[0-9.]+( ; [^/]+)?$", line)] == []


def test_what_the_package_asks_for_is_a_range_around_the_version_it_was_tested_with() -> None:
    tested = {line.split("==")[0]: line.split("==")[1].split(" ")[0] for line in exact_versions()}
    for asked in PROJECT["project"]["dependencies"]:
        name, least, below = re.fullmatch(r"([\w-]+)(?:\[\w+\])?>=([\d.]+),<([\d.]+)(?:,!=[\d.]+)?", asked).groups()
        assert numbers(least) <= numbers(tested[name.lower().replace("_", "-")]) < numbers(below), asked


def numbers(version: str) -> list[int]:
    return [int(one) for one in version.split(".")]


def test_no_sentence_tells_people_to_install_the_package_of_others() -> None:
    texts = [*(ROOT / "aligner").rglob("*.py"), *(ROOT / "resources").rglob("*.po"), *ROOT.glob("*.md")]
    assert [
        str(one) for one in texts if re.search(r"pipx? install ['\"]?aligner\b", one.read_text(encoding="utf-8"))
    ] == []
