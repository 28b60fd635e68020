from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aligner import paths
from aligner.gui import app
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.single_instance import SingleInstance


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_config", lambda: tmp_path / "config")
    monkeypatch.setattr(paths, "user_log", lambda: tmp_path / "log")
    monkeypatch.setattr("sys.excepthook", lambda *_: None)  # opening a window replaces it
    monkeypatch.setattr(app, "SingleInstance", lambda: SingleInstance(f"aligner-{tmp_path.name}"))


def close_when(ready: object, seen: list[MainWindow]) -> QTimer:
    """A timer that closes the window as soon as it is ready."""
    timer = QTimer()
    timer.setInterval(20)

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and ready(window):  # type: ignore[operator]
                seen.append(window)
                timer.stop()
                window.close()

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_the_program_opens_the_project_it_is_given(qapp: QApplication, project: Path) -> None:  # noqa: ARG001
    seen: list[MainWindow] = []
    timer = close_when(lambda window: window.context.has_project and not window.context.is_working, seen)
    assert app.main([str(project)]) == 0
    assert not timer.isActive()
    assert seen[0].windowTitle() == "committee – Aligner"
    assert Preferences().recent_projects() == [str(project)]


def test_the_program_opens_the_project_of_the_last_time(qapp: QApplication, project: Path) -> None:  # noqa: ARG001
    kept = Preferences()
    kept.remember_project(str(project))
    kept.set("language", "en")
    kept.set("reviewer", "committee chair")
    kept.save()
    seen: list[MainWindow] = []
    timer = close_when(lambda window: window.context.has_project and not window.context.is_working, seen)
    assert app.main([]) == 0
    assert not timer.isActive()
    assert seen[0].context.reviewer == "committee chair"


def test_without_a_screen_the_program_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert app.main([]) == 1
    assert capsys.readouterr().err.strip()
