"""A command as it is offered to the user at this moment."""

from dataclasses import dataclass

from PySide6.QtGui import QIcon


@dataclass(frozen=True, slots=True)
class Offered:
    """Its texts are in the user's language; `section` is the name of its menu."""

    id: str
    text: str
    section: str
    shortcut: str
    tip: str
    icon: QIcon
    is_enabled: bool
