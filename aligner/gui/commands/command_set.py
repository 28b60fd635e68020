"""Makes actions, menus and the tool bar from the list of commands, and keeps them able or unable."""

import re

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from aligner.gui.commands.command import Command
from aligner.gui.commands.registry import COMMANDS, MENUS
from aligner.gui.commands.window import Window
from aligner.gui.models.offered import Offered
from aligner.gui.surroundings import icons
from aligner.gui.widgets.plain.menus import clear

MENU_KEY = re.compile(r"\(&\w\)")
"""The mark of a menu key behind a word that is not written in letters: "项目(&P)"."""


class CommandSet(QObject):
    """The actions of one window, by the id of their command."""

    def __init__(self, window: Window, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self.translate = window.context.translate
        self._actions = {command.id: self._action(command, parent) for command in COMMANDS}

    def action(self, command_id: str) -> QAction:
        """The action of a command. Raises KeyError when there is none."""
        return self._actions[command_id]

    def look_again(self) -> None:
        """Ask every command whether it can be done now."""
        for command in COMMANDS:
            action = self._actions[command.id]
            action.setEnabled(command.enabled(self._window))
            if command.checked is not None:
                action.setChecked(command.checked(self._window))

    def offered(self) -> list[Offered]:
        """Every command with the state it has now, in the order of the menus."""
        self.look_again()
        sections = {name: plain(self.translate(text)) for name, text in MENUS}
        return [
            Offered(
                command.id,
                plain(self.translate(command.text)),
                sections.get(command.menu, ""),
                shown_keys(command.shortcut),
                self.translate(command.tip) if command.tip else "",
                self._actions[command.id].icon(),
                self._actions[command.id].isEnabled(),
            )
            for command in COMMANDS
        ]

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put every command that has a menu into it."""
        clear(bar)
        for name, text in MENUS:
            menu = bar.addMenu(self.translate(text))
            menu.setToolTipsVisible(True)
            for command in COMMANDS:
                if command.menu == name:
                    self._add(menu, command)
            menu.aboutToShow.connect(self.look_again)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the most used commands into the tool bar, with their words beside the icons."""
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        listed = [command for command in COMMANDS if command.in_toolbar]
        for place, command in enumerate(listed):
            if place and command.menu != listed[place - 1].menu:
                bar.addSeparator()
            bar.addAction(self._actions[command.id])
            button = bar.widgetForAction(self._actions[command.id])
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                button.setAccessibleName(plain(self.translate(command.text)))

    def _add(self, menu: QMenu, command: Command) -> None:
        if command.separated and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self._actions[command.id])

    def _action(self, command: Command, parent: QWidget) -> QAction:
        text = self.translate(command.text)
        action = QAction(self._icon(command), text, parent)
        action.setObjectName(command.id)
        action.setIconText(plain(text))
        action.setShortcuts(key_sequences(command.shortcut))
        keys = shown_keys(command.shortcut)
        tip = self.translate(command.tip) if command.tip else plain(text)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.setStatusTip("")
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda _checked=False: self._run(command))
        parent.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        if command.enabled(self._window):
            command.run(self._window)
        self.look_again()

    def _icon(self, command: Command) -> QIcon:
        theme = self._window.context.theme
        return icons.icon(command.icon or "blank", theme.text, theme.border, theme.base)


def plain(text: str) -> str:
    """The text of a command without the mark of its menu key and without dots."""
    return MENU_KEY.sub("", text).replace("&", "").removesuffix("…")


def key_sequences(shortcut: str) -> list[QKeySequence]:
    """The keys of a command; several are separated by ", "."""
    return [QKeySequence(one) for one in shortcut.split(", ") if one]


def shown_keys(shortcut: str) -> str:
    """The keys as this system writes them, "Ctrl+Y" or "⌘Y"."""
    native = QKeySequence.SequenceFormat.NativeText
    return " · ".join(sequence.toString(native) for sequence in key_sequences(shortcut))
