"""The layers of the house, held by import-linter (contracts in pyproject.toml), and rules about what stands where."""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
FACES = ("gui", "cli", "api_parts")


def test_imports_point_down() -> None:
    """As a program of its own: within this one it would switch off every log."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stdout


def test_faces_ask_use_cases_and_no_store() -> None:
    """What a face reads from a store itself no use-case knows of, and the other faces lack."""
    faces = [ROOT / "aligner/api.py", *(file for name in FACES for file in (ROOT / "aligner" / name).rglob("*.py"))]
    assert [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in faces
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "store"
    ] == []


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    for file in set((ROOT / "aligner").rglob("__init__.py")) - {ROOT / "aligner/__init__.py"}:  # it has the version
        text = file.read_text(encoding="utf-8").strip()
        assert text.startswith('"""'), file
        assert text.endswith('"""'), file
        assert text.count('"""') == 2, file


def test_only_the_clock_asks_the_computer_for_the_time() -> None:
    asks = re.compile(r"\b(?:date\.today|datetime\.(?:now|today|utcnow)|time\.time)\(")
    found = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "aligner").rglob("*.py")
        if asks.search(file.read_text(encoding="utf-8"))
    ]
    assert found == ["aligner/domain/clock.py"]


def test_no_public_class_name_stands_twice_in_a_layer() -> None:
    """One word, one thing: whoever reads a name knows which class is meant."""
    homes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in (ROOT / "aligner").rglob("*.py"):
        place = file.relative_to(ROOT / "aligner")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[place.parts[0], node.name].append(str(place))
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}
