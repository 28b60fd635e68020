"""Each value of an enum that people see has one name, in the table beside the enum."""

import ast
import importlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from aligner.i18n import LANGUAGES, translator

ROOT = Path(__file__).parent.parent
SHOWN = {
    "Action",
    "PairAnswer",
    "ApplicabilityVerdict",
    "Band",
    "ComparisonVerdict",
    "Coverage",
    "Degree",
    "Difference",
    "Direction",
    "EditionBasis",
    "EditionState",
    "Equivalence",
    "LeftOut",
    "Level",
    "Move",
    "Place",
    "Relation",
    "ReviewStatus",
    "Severity",
    "Staleness",
    "Status",
    "Subject",
    "Verdict",
    "Way",
}
"""The enums whose values are shown to people by their names."""

SAY_SOMETHING_ELSE = {
    ("gui/words/meanings.py", "BANDS"),  # what a name means
    ("gui/words/meanings.py", "EDITIONS"),
    ("gui/words/meanings.py", "EDITION_BASES"),
    ("gui/words/meanings.py", "DEGREES"),
    ("gui/words/meanings.py", "COVERAGES"),
    ("gui/words/meanings.py", "APPLICABILITIES"),
    ("gui/words/meanings.py", "REVIEWS"),
    ("gui/words/meanings.py", "STATUSES"),
    ("gui/words/meanings.py", "RELATIONS"),
    ("gui/dialogs/catalogues/load.py", "TITLES"),  # what is loaded
    ("indicators/explaining/movement.py", "LEFT_OUT"),  # why a verdict leaves a work out
    ("indicators/plans/ways.py", "OF_STATE"),  # what is to be done about it
    ("indicators/plans/worklist.py", "reasons"),  # why a pair is listed
    ("readers/small_tables/comparisons.py", "_NEEDED"),  # what a row lacks in a column of this name
    ("reports/content/labels.py", "_IS_CURRENT"),  # yes, no or unknown
}
"""Tables over the values of an enum that hold something else than their names."""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted((ROOT / "aligner").rglob("*.py")):
        yield file.relative_to(ROOT / "aligner"), ast.parse(file.read_text(encoding="utf-8"))


def enums() -> dict[str, list[type[Enum]]]:
    """The enums of the program, by their names."""
    found: dict[str, list[type[Enum]]] = {}
    for file, tree in modules():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Enum") for base in node.bases):
                module = importlib.import_module(".".join(("aligner", *file.with_suffix("").parts)))
                found.setdefault(node.name, []).append(getattr(module, node.name))
    return found


def tables() -> Iterator[tuple[str, str, list[str]]]:
    """Every table of texts: its file, its name, and its keys as they are written."""
    for file, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                keys = [ast.unparse(key) for key in node.value.keys if key is not None]
                if len(keys) > 1 and any(_marks_text(value) for value in node.value.values):
                    yield file.as_posix(), ast.unparse(target), keys


def _marks_text(value: ast.expr) -> bool:
    """Whether a text that is shown to people stands in this value."""
    calls = (node.func for node in ast.walk(value) if isinstance(node, ast.Call))
    return any(ast.unparse(function).split(".")[-1] in {"N_", "translate"} for function in calls)


def named_by(keys: list[str], known: dict[str, list[type[Enum]]]) -> str:
    """The shown enum whose values these keys are, written as members or as their plain values; "" for none."""
    owners = {key.partition(".")[0] for key in keys}
    if len(owners) == 1 and "." in keys[0]:
        return next((owner for owner in owners if owner in SHOWN), "")
    values = {key.strip("'\"") for key in keys}
    return next((name for name in SHOWN for enum in known[name] if values == {str(one.value) for one in enum}), "")


def names_of(enum: type[Enum]) -> dict[Enum, str]:
    """The table of names beside an enum."""
    (names,) = (
        value
        for key, value in vars(importlib.import_module(enum.__module__)).items()
        if key.endswith("_NAMES") and isinstance(value, dict) and isinstance(next(iter(value)), enum)
    )
    return names


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_every_value_that_is_shown_has_a_name_of_its_own_beside_its_enum(name: str) -> None:
    (enum,) = enums()[name]
    names = names_of(enum)
    assert set(names) == set(enum)
    for language in LANGUAGES:
        assert len({translator(language)(text) for text in names.values()} - {""}) == len(enum)


def test_no_second_table_names_the_values_of_an_enum() -> None:
    known = enums()
    copies = []
    for file, table, keys in tables():
        named = named_by(keys, known)
        beside = named and Path(*known[named][0].__module__.split(".")[1:]).with_suffix(".py").as_posix()
        if named and not (table.endswith("_NAMES") and file == beside) and (file, table) not in SAY_SOMETHING_ELSE:
            copies.append((file, table))
    assert copies == []
