"""Starts the window: `aligner.gui.app.main([project or file])`."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from aligner import log, named_files
from aligner.domain.errors import AlignerError
from aligner.gui.commands.program_actions import COLOURS, LANGUAGE, REVIEWER
from aligner.gui.dialogs.program.crash import CrashDialog
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.qt_texts import translate_qt
from aligner.gui.surroundings.screen_check import missing_libraries, screen_sentence
from aligner.gui.surroundings.single_instance import SingleInstance
from aligner.gui.surroundings.theme import DARK, LIGHT, THEMES, apply_theme
from aligner.i18n import LANGUAGES, system_language, translator
from aligner.settings import Settings, load_settings

logger = logging.getLogger(__name__)


def main(arguments: list[str] | None = None) -> int:
    """Open the window, with the project or file named first, until it is closed; 1 when there is no screen for it."""
    given = sys.argv[1:] if arguments is None else arguments
    log.start_log()
    preferences = Preferences()
    chosen = _settings(preferences)
    missing = missing_libraries()
    if missing:
        sys.stderr.write(screen_sentence(translator(chosen.language), missing) + "\n")
        return 1
    application = QApplication.instance() or QApplication(["aligner"])
    if not isinstance(application, QApplication):
        raise TypeError("a Qt application without windows is running already")
    application.setApplicationName("Aligner")
    application.setDesktopFileName("aligner")
    instance = SingleInstance()
    files = [str(Path(name).absolute()) if "://" not in name else name for name in given]
    if not instance.is_first(files):
        return 0
    window = open_window(application, preferences, chosen)
    instance.asked.connect(lambda names: _bring_up(window, names))
    _open_first(window, files)
    code = application.exec()
    instance.close()
    return code


SWITCH = 0.0005
"""Seconds after which a computing thread lets the window's own one go on; Python's usual 5 ms add up to a delay."""


def open_window(application: QApplication, preferences: Preferences, chosen: Settings) -> MainWindow:
    """The window in the user's language and colours, shown."""
    sys.setswitchinterval(SWITCH)
    theme = THEMES.get(preferences.text(COLOURS)) or (DARK if is_dark(application) else LIGHT)
    apply_theme(application, theme)
    translate_qt(application, chosen.language)
    context = Context(translator(chosen.language), theme, preferences, chosen.reviewer)
    window = MainWindow(context)
    catch_faults(window)
    window.show()
    return window


def is_dark(application: QApplication) -> bool:
    """Whether the user's system shows light text on a dark background."""
    palette = application.palette()
    return palette.windowText().color().lightness() > palette.window().color().lightness()


def catch_faults(window: MainWindow) -> None:
    """Show every fault of the program in a dialog, and write it into the log."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        if isinstance(error, AlignerError):  # about the project or a file, whoever asked for it
            window.context.complained.emit(error)
            return
        logger.error("fault", exc_info=(kind, error, trace))
        if threading.current_thread() is threading.main_thread():
            CrashDialog(window.context.translate, error, window).open()

    sys.excepthook = show


def _settings(preferences: Preferences) -> Settings:
    """The settings of the program, with what was chosen in the window above them."""
    try:
        chosen = load_settings()
    except AlignerError as error:
        logger.warning("%s", error)
        chosen = Settings("reviewer", system_language())
    language = preferences.text(LANGUAGE)
    return Settings(
        reviewer=preferences.text(REVIEWER) or chosen.reviewer,
        language=language if language in LANGUAGES else chosen.language,
    )


def _open_first(window: MainWindow, files: list[str]) -> None:
    """Open what was asked for, or the project of the last time."""
    if files:
        window.open_names(files)
        return
    recent = window.context.preferences.recent_projects()
    if recent and "://" not in recent[0] and named_files.is_file(recent[0]):
        window.open_names(recent[:1])


def _bring_up(window: MainWindow, names: list[str]) -> None:
    """The program was started again: come to the front and open what was asked for."""
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.raise_()
    window.activateWindow()
    window.open_names(names)


if __name__ == "__main__":
    sys.exit(main())
