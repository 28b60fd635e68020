"""The layers of the house, held by import-linter (contracts in pyproject.toml)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_imports_point_down() -> None:
    """As a program of its own: within this one it would switch off every log."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stdout


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    for file in (ROOT / "aligner").rglob("__init__.py"):
        text = file.read_text(encoding="utf-8").strip()
        assert text.startswith('"""'), file
        assert text.endswith('"""'), file
        assert text.count('"""') == 2, file
