"""Makes the icon of the program for Windows and macOS from its drawing, in all the sizes that they show.

python icon.py FILE.ico|FILE.icns      run in the environment from which the program is built
"""

import os
import sys
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parent.parent / "icons/aligner.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def main() -> None:
    """Write the icon into the file that is named."""
    application = QGuiApplication([])
    drawn = [drawing(size) for size in SIZES]
    drawn[-1].save(sys.argv[1], sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])
    application.quit()


def drawing(size: int) -> Image.Image:
    """The drawing as a square picture, drawn for this size and not made smaller from another."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data()))


if __name__ == "__main__":
    main()
