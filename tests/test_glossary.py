"""The glossary of CONTRIBUTING.md: each term has its home in the code, and no class bears a word to be avoided."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROW = re.compile(
    r"^\| \*\*(?P<term>.+?)\*\* \| (?P<meaning>.+?) \| `(?P<home>[\w.]+)` \| (?P<avoided>.*?) ?\|$", re.MULTILINE
)
GLOSSARY = {found["term"]: found for found in ROW.finditer((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))}


def classes() -> set[str]:
    """The name of every class of the program."""
    files = (ROOT / "aligner").rglob("*.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    return {node.name for node in nodes if isinstance(node, ast.ClassDef)}


def found_at(home: str) -> object:
    """What stands under this dotted name below the package: the longest part of it that is a module, then names."""
    parts = home.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            found: object = import_module(".".join(["aligner", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for name in parts[length:]:
            found = getattr(found, name)
        return found
    raise AttributeError(home)


@pytest.mark.parametrize("term", GLOSSARY)
def test_each_term_has_its_home_in_the_code(term: str) -> None:
    assert callable(found_at(GLOSSARY[term]["home"]))


def test_every_line_of_the_glossary_is_read() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(GLOSSARY) == text.count("\n| **") > 20


def test_no_class_bears_a_word_that_is_not_to_be_used() -> None:
    avoided = {
        re.sub(r"\(.*?\)", "", word).title().replace(" ", "")
        for found in GLOSSARY.values()
        for word in found["avoided"].split(",")
    }
    names = {word.casefold() for word in avoided - {""}}
    assert sorted(name for name in classes() if name.strip("_").casefold() in names) == []
