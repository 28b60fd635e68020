"""The program's icons: drawings of one colour in resources/icons, tinted for the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from aligner import paths

SIZES = (16, 20, 24, 32, 48)
INK = "#000"
PAPER = "#fff"


def names() -> list[str]:
    """Every icon there is."""
    return sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg"))


@cache
def icon(name: str, colour: str, faint: str = "", paper: str = "#ffffff") -> QIcon:
    """The icon in this colour, in `faint` where it cannot be used; sharp up to a scale of 2.

    `paper` fills what lies inside a filled shape. Raises OSError when there is no such icon.
    """
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint or colour)):
        for size in SIZES:
            for scale in (1, 2):
                made.addPixmap(pixmap(name, ink, size, scale, paper), mode)
    return made


@cache
def pixmap(name: str, colour: str, size: int, scale: float = 1.0, paper: str = "#ffffff") -> QPixmap:
    """The icon as a square picture of `size` logical pixels. Raises OSError when there is no such icon."""
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, QColor(colour).name(), QColor(paper).name()).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _renderer(name: str, colour: str, paper: str) -> QSvgRenderer:
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    inked = drawing.replace(f'"{PAPER}"', f'"{paper}"').replace(f'"{INK}"', f'"{colour}"')
    return QSvgRenderer(QByteArray(inked.encode()))
