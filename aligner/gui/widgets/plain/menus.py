"""Menus that are filled anew."""

from PySide6.QtWidgets import QMenu, QMenuBar


def clear(menu: QMenu | QMenuBar) -> None:
    """Take everything out, the menus within too: Qt would keep each of them until this one goes."""
    within = menu.findChildren(QMenu)
    menu.clear()
    for old in within:
        old.deleteLater()
