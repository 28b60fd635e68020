"""Looks before the window is opened whether the system has what Qt needs; Qt itself names the wrong one."""

import ctypes.util
import os
import sys

from aligner.domain.text import N_
from aligner.i18n import Translator

LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}
"""What Qt's window system for Linux needs: library, and the package of Debian and Ubuntu that has it."""

MISSING = N_(
    "The window cannot be opened: these system packages are missing: {packages}. "
    "Install them (on Debian or Ubuntu: sudo apt install {packages}) and start again."
)
NO_SCREEN = N_("The window cannot be opened: there is no screen. The command line works without one: aligner --help.")


def missing_libraries() -> list[str]:
    """Packages that are missing for a window on this Linux screen, ["screen"] when there is none; else empty."""
    if not sys.platform.startswith("linux"):
        return []
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith("xcb"):
        return []
    if not os.environ.get("DISPLAY"):
        return [] if os.environ.get("WAYLAND_DISPLAY") else ["screen"]
    return [package for library, package in LIBRARIES.items() if ctypes.util.find_library(library) is None]


def screen_sentence(translate: Translator, missing: list[str]) -> str:
    """What to tell the user."""
    if missing == ["screen"]:
        return translate(NO_SCREEN)
    return translate(MISSING, packages=" ".join(missing))
