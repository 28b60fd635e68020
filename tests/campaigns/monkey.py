"""Does in the window whatever comes to its mind: keys, mouse, commands, files, language, colours, closing.

Run: python -m tests.campaigns.monkey [--acts 100] [--rounds 200] [--seed 1] [--seconds 3600] [--resume FILE]

A round is one life of the window with a copy of the sample project, so many acts long. No act may raise an exception
or draw a warning from Qt; once projects and dialogs are closed, nothing may be left but the window as it began, and
nothing at all when it is gone. Needs no screen. What runs beside the window takes its own time, so that a round
played again is the same in its acts, but not in their moments.
"""

import gc
import os
import random
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything of Qt is imported

import psutil
from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QPoint, Qt, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from aligner import paths
from aligner.gui.app import open_window
from aligner.gui.commands.command_set import key_sequences
from aligner.gui.commands.program_actions import turn_language
from aligner.gui.commands.registry import COMMANDS
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings

from .campaign import run, taken
from .damage import make

PATIENCE = 60.0
"""Seconds that work beside the window may take before the round is a failure."""

WARM = 5
"""Rounds after which the program has everything in memory that it loads once."""

ROOM = 100 * 1024 * 1024
"""Bytes that the memory may swing by after that, however many rounds follow."""

KEYS = [
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *[Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space] * 5,
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_Backtab, Qt.Key.Key_Menu),
]
MODIFIERS = [Qt.KeyboardModifier.NoModifier] * 8 + [
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]
TEXTS = ("9001", "ISO", "质量", "GB/T 19001—2016", "=1+1", "x" * 300, "\u202eabc", "2024-02-30", "a\tb\nc", "😀")
SIZES = ((1366, 768), (1024, 640), (1920, 1080), (1100, 900))


def main() -> None:
    """Play the rounds in a home of their own."""
    arguments = sys.argv[1:]
    acts = int(taken(arguments, "--acts", "100"))
    with tempfile.TemporaryDirectory() as folder, at_home(Path(folder)):
        application = QApplication.instance() or QApplication(["monkey"])
        assert isinstance(application, QApplication)
        playing = Playing(application, Path(folder), acts)
        run(f"monkey ({acts} acts a round)", playing.play, 200, arguments, playing.story)


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """The user's folders and the working one are in this one, and nothing is opened in other programs."""
    kept, place = dict(os.environ), Path.cwd()
    os.chdir(folder)
    os.environ["HOME"] = str(folder)
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        del os.environ[name]
    deaf = _Deaf()
    for scheme in _SCHEMES:
        QDesktopServices.setUrlHandler(scheme, deaf, "hear")
    try:
        yield
    finally:
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
        os.environ.clear()
        os.environ.update(kept)
        os.chdir(place)


_SCHEMES = ("file", "http", "https", "mailto")


class _Deaf(QObject):
    """In the place of the browser and the file manager."""

    @Slot("QUrl")
    def hear(self, _url: object) -> None:
        """Nothing is opened."""


class Faults:
    """What must not happen, as it is told by Python and by Qt."""

    def __init__(self) -> None:
        self.found: list[str] = []

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Hear of everything as long as this lasts."""
        kept = sys.excepthook, threading.excepthook, sys.unraisablehook
        threading.excepthook = lambda told: self.raised(told.exc_value)
        sys.unraisablehook = lambda told: self.raised(told.exc_value)
        before = qInstallMessageHandler(self._warned)
        try:
            yield
        finally:
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook, sys.unraisablehook = kept

    def listen(self, window: MainWindow) -> None:
        """Take the place of the dialog that shows a fault to the user."""
        sys.excepthook = lambda _kind, error, _trace: self.raised(error)
        window.context.crashed.connect(self.raised)

    def raised(self, error: BaseException | None) -> None:
        """Keep the last line and the place of an exception."""
        if error is None:
            return
        ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "aligner" in frame.filename]
        place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
        self.found.append(f"{type(error).__name__}: {error}{place}")

    def _warned(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        told_by_platform = (context.category or "").startswith("qt.qpa.") or "This plugin does not support" in text
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not told_by_platform:
            self.found.append(f"Qt: {text}")


class Playing:
    """Lives of the window in one program."""

    def __init__(self, application: QApplication, folder: Path, acts: int) -> None:
        self._application = application
        self._folder = folder
        self._acts = acts
        self._sound = make(folder / "sound.aligner")
        self._memory: list[int] = []
        self._windows = Counter[str]()

    def play(self, number: int, dice: random.Random) -> str:
        """One life of the window."""
        place = self._folder / f"life {number}"
        place.mkdir()
        path = Path(shutil.copy(self._sound, place / "committee.aligner"))
        faults = Faults()
        with faults.watched():
            window = self._opened(place, dice, faults)
            begun = self._at_rest(window)
            window.open_names([str(path)])
            self._settle(window)
            outcome = self._live(window, place, dice, faults)
            outcome = outcome or self._left_over(window, begun)
            window.close()
            window.deleteLater()
            del window
            self._clean()
        shutil.rmtree(place, ignore_errors=True)
        if faults.found:
            return f"!{faults.found[0]}"
        return outcome or self._grown() or "whole"

    def story(self) -> str:
        """Memory after the warm-up and at the end, and what windows there were at the end of a round."""
        if not self._memory:
            return "no round came to its end"
        memory = [f"{size >> 20} MB" for size in (self._memory[min(WARM, len(self._memory) - 1)], self._memory[-1])]
        shown = ", ".join(f"{count} {name}" for name, count in self._windows.most_common(4))
        return f"memory {' to '.join(memory)}; windows at the end of a round: {self._windows.total()} ({shown})"

    def _opened(self, place: Path, dice: random.Random, faults: Faults) -> MainWindow:
        window = open_window(
            self._application, Preferences(place / "window.json"), Settings("monkey", dice.choice(("en", "zh")))
        )
        faults.listen(window)
        window.activateWindow()
        return window

    def _live(self, window: MainWindow, place: Path, dice: random.Random, faults: Faults) -> str:
        acts = Acts(window, self._sound, place, dice)
        for _ in range(self._acts):
            acts.one()
            self._application.processEvents()
            if dice.random() < 0.15 and not self._settle(window):
                return "!work beside the window never ended"
            if faults.found:
                return f"!{faults.found[0]} after {', '.join(acts.done[-3:])}"
            if not window.isVisible():
                window.show()
                window.activateWindow()
        return ""

    def _settle(self, window: MainWindow) -> bool:
        until = time.monotonic() + PATIENCE
        while window.context.is_working and time.monotonic() < until:
            self._application.processEvents()
            time.sleep(0.002)
        self._application.processEvents()
        return not window.context.is_working

    def _at_rest(self, window: MainWindow) -> Counter[str]:
        """The windows that there are when everything is closed and the pages are new."""
        for popup in iter(QApplication.activePopupWidget, None):
            popup.close()
        for _ in range(3):  # a dialog may ask whether to save, and goes once that is answered
            for dialog in window.findChildren(QDialog):
                with suppress(RuntimeError):
                    _leave(dialog)
            self._clean()
        for job in window.context.jobs.running:
            job.cancel()
        self._settle(window)
        window.context.close_project()
        for _ in range(2):
            turn_language(window)
            self._clean()
            self._settle(window)
        self._clean()
        return Counter(type(widget).__name__ for widget in QApplication.topLevelWidgets())

    def _left_over(self, window: MainWindow, begun: Counter[str]) -> str:
        self._windows = self._at_rest(window)
        left = self._windows - begun
        return f"!left over: {', '.join(f'{count} {name}' for name, count in left.most_common())}" if left else ""

    def _clean(self) -> None:
        for _ in range(3):
            self._application.processEvents()
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    def _grown(self) -> str:
        self._memory.append(psutil.Process().memory_info().rss)
        grown = self._memory[-1] - self._memory[min(WARM, len(self._memory) - 1)]
        return f"!memory grew by {grown >> 20} MB" if grown > ROOM else ""


def _leave(dialog: QDialog) -> None:
    """Put a dialog away, and answer a question with what saves nothing."""
    buttons = dialog.buttons() if isinstance(dialog, QMessageBox) else []
    leaving = [one for one in buttons if dialog.buttonRole(one) is QMessageBox.ButtonRole.DestructiveRole]
    if leaving:
        leaving[0].click()
    else:
        dialog.reject()


class Acts:
    """What can be done, each by chance."""

    def __init__(self, window: MainWindow, sound: Path, place: Path, dice: random.Random) -> None:
        self._window, self._sound, self._place, self._dice = window, sound, place, dice
        self.done: list[str] = []

    def one(self) -> None:
        """Do something; what asks for a file gets its answer first."""
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible() and isinstance(dialog, QFileDialog | QPrintDialog):
                self._answer(dialog)
                return
        act = self._dice.choices(list(_ACTS), list(_ACTS.values()))[0]
        self.done.append(act.__name__.strip("_"))
        act(self)

    def _answer(self, dialog: QDialog) -> None:
        self.done.append("answer")
        if isinstance(dialog, QFileDialog) and self._dice.random() < 0.7:
            is_saving = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
            dialog.fileSelected.emit(str(self._target(dialog) if is_saving else self._file()))
        dialog.reject()

    def _target(self, dialog: QFileDialog) -> Path:
        return self._place / f"made {self._dice.randrange(5)}.{dialog.defaultSuffix() or 'xlsx'}"

    def _file(self) -> Path:
        """A file to open: sound, of the wrong kind, or no longer what it was."""
        damaged = self._place / "damaged.aligner"
        if not damaged.exists():
            content = bytearray(self._sound.read_bytes())
            for _ in range(20):
                content[self._dice.randrange(4096, len(content))] ^= 1
            damaged.write_bytes(content)
        samples = sorted(path for path in paths.sample_data().iterdir() if path.is_file())
        return self._dice.choice([*samples, self._place / "committee.aligner", damaged, self._place / "none.xlsx"])

    def _goal(self) -> QWidget:
        """Where keys go."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._top()

    def _top(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window

    def _key(self) -> None:
        QTest.keyClick(self._goal(), self._dice.choice(KEYS), self._dice.choice(MODIFIERS))

    def _type(self) -> None:
        """As an input method gives it; QTest types ASCII only."""
        event = QInputMethodEvent()
        event.setCommitString(self._dice.choice(TEXTS))
        QApplication.sendEvent(self._goal(), event)

    def _keys_of_command(self) -> None:
        sequences = key_sequences(self._dice.choice(COMMANDS).shortcut)
        if sequences:
            QTest.keySequence(self._goal(), QKeySequence(self._dice.choice(sequences)))

    def _command(self) -> None:
        self._window.run_command(self._dice.choice(COMMANDS).id)

    def _look(self) -> None:
        self._window.run_command(self._dice.choice(("view.dark", "view.language")))

    def _click(self) -> None:
        self._press(QTest.mouseClick, Qt.MouseButton.LeftButton)

    def _click_twice(self) -> None:
        self._press(QTest.mouseDClick, Qt.MouseButton.LeftButton)

    def _click_right(self) -> None:
        self._press(QTest.mouseClick, Qt.MouseButton.RightButton)

    def _press(self, press: Callable[..., None], button: Qt.MouseButton) -> None:
        top = self._top()
        point = QPoint(self._dice.randrange(max(top.width(), 1)), self._dice.randrange(max(top.height(), 1)))
        widgets = [one for one in top.findChildren(QWidget) if one.isVisible() and one.width() and one.height()]
        if widgets and self._dice.random() < 0.7:
            widget = self._dice.choice(widgets)
            place = QPoint(self._dice.randrange(widget.width()), self._dice.randrange(widget.height()))
            press(widget, button, Qt.KeyboardModifier.NoModifier, place)
        else:
            press(top.childAt(point) or top, button)

    def _drop(self) -> None:
        if QApplication.activeModalWidget() is None:
            self._window.open_files([self._file() for _ in range(self._dice.choice((1, 1, 3)))])

    def _resize(self) -> None:
        self._window.resize(*self._dice.choice(SIZES))

    def _close(self) -> None:
        """Close what is on top; the window itself only now and then."""
        top = self._top()
        if top is not self._window or self._dice.random() < 0.1:
            top.close()


_ACTS: dict[Callable[[Acts], None], int] = {
    Acts._key: 35,
    Acts._type: 6,
    Acts._keys_of_command: 10,
    Acts._command: 10,
    Acts._look: 3,
    Acts._click: 25,
    Acts._click_twice: 4,
    Acts._click_right: 4,
    Acts._drop: 2,
    Acts._resize: 1,
    Acts._close: 4,
}
"""How often each is done."""


if __name__ == "__main__":
    main()
