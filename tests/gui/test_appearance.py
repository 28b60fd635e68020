"""Every page and every dialog in both languages: nothing is cut off, left in English or without a name."""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

import aligner.gui.dialogs
from aligner.i18n import LANGUAGES
from tests.gui.looks import Observed, look_at_all
from tests.gui.screenshots import SCALE, SCALES

ROOT = Path(__file__).parents[2]
MOST = 200
"""Seconds after which a program that looks at everything is given up."""


def faults(found: Observed) -> dict[str, list[str]]:
    """What must not be, by its kind."""
    return {
        "cut off": found.cut,
        "too large for the smallest screen": found.too_large,
        "left in English": found.english,
        "without a name for screen readers": found.nameless,
        "models that break the rules of Qt": found.broken,
    }


NOTHING: dict[str, list[str]] = faults(Observed())


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits_and_has_its_words_and_its_name(
    language: str, qapp: QApplication, made_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    found = look_at_all(qapp, made_project, tmp_path, language)
    assert faults(found) == NOTHING
    assert set(found.models) == {"RowsModel", "OffersModel", "ComparisonModel"}
    assert dialogs() - set(found.dialogs) == set()


def dialogs() -> set[str]:
    """Every kind of dialog there is, but for those that only others are made of."""
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(*_inside(aligner.gui.dialogs))]
    kinds = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    return {
        one.__name__
        for one in kinds
        if issubclass(one, QDialog)
        and not one.__subclasses__()
        and one.__module__.startswith(aligner.gui.dialogs.__name__)
    }


def _inside(package: object) -> tuple[list[str], str]:
    return list(package.__path__), f"{package.__name__}."  # type: ignore[attr-defined]


@pytest.mark.parametrize("scale", SCALES)
def test_everything_fits_on_a_finer_screen(scale: str, made_project: Path) -> None:
    words = [sys.executable, "-m", "tests.gui.looks", str(made_project)]
    told = subprocess.run(
        words, cwd=ROOT, env=os.environ | {SCALE: scale}, capture_output=True, timeout=MOST, check=True
    )
    for found in json.loads(told.stdout).values():
        assert faults(Observed(**found)) == NOTHING
