"""The layers of the house, held by import-linter (contracts in pyproject.toml)."""

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parent.parent


def test_imports_point_down() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == EXIT_STATUS_SUCCESS


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    for file in (ROOT / "aligner").rglob("__init__.py"):
        text = file.read_text(encoding="utf-8").strip()
        assert text.startswith('"""'), file
        assert text.endswith('"""'), file
        assert text.count('"""') == 2, file
