"""What a command is, and the questions that decide whether it can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from aligner.gui.commands.window import Window
from aligner.gui.pages.page import Page

SomePage = TypeVar("SomePage", bound=Page)


def always(_window: Window) -> bool:
    """For commands that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    `text` and `tip` are English, marked for translation. `shortcut` is a key sequence as Qt writes it; several are
    separated by ", ". `enabled` tells whether it can be done now, `checked` whether its tick is set. `separated`
    draws a line above it in its menu and its place in the tool bar.
    """

    id: str
    text: str
    run: Callable[[Window], None]
    menu: str = ""
    icon: str = ""
    shortcut: str = ""
    enabled: Callable[[Window], bool] = always
    checked: Callable[[Window], bool] | None = None
    tip: str = ""
    in_toolbar: bool = False
    separated: bool = False


def on(kind: type[SomePage], act: Callable[[SomePage], None]) -> Callable[[Window], None]:
    """What a command does on the page of this kind; nothing when another one is open."""

    def run(window: Window) -> None:
        if isinstance(window.page, kind):
            act(window.page)

    return run


def when(kind: type[SomePage], can: Callable[[SomePage], bool]) -> Callable[[Window], bool]:
    """Whether the page of this kind is open and says that it can."""
    return lambda window: isinstance(window.page, kind) and can(window.page)


def has_project(window: Window) -> bool:
    """Whether a project is open."""
    return window.context.has_project


def is_idle(window: Window) -> bool:
    """Whether no long work is going on."""
    return not window.context.is_busy


def can_write(window: Window) -> bool:
    """Whether a project is open that may be changed."""
    return window.context.can_write


def can_start_work(window: Window) -> bool:
    """Whether long work that writes can begin."""
    return window.context.can_write and not window.context.is_busy


def can_close(window: Window) -> bool:
    """Whether a project is open that nothing is being done with."""
    return has_project(window) and is_idle(window)


def has_table(window: Window) -> bool:
    """Whether the page shows a table that rows can be copied from."""
    return window.page.table() is not None
