"""The page to sign, painted: it says the same as the file."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from reports.contents import a_report

from aligner.gui.widgets.printed_page import FINE, Painted, paint_page
from aligner.i18n import translator
from aligner.usecases.hand_outs.one_page import PAGE_HEIGHT, PAGE_WIDTH, draw

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_painted_on_whatever_takes_pages(tmp_path: Path, language: str) -> None:
    target = tmp_path / "page.pdf"
    assert paint_page(a_report(30), QPdfWriter(str(target)), translator(language))
    assert target.read_bytes().count(b"/Type /Page\n") == 1


def test_a_device_that_refuses_is_told(tmp_path: Path) -> None:
    assert not paint_page(a_report(30), QPdfWriter(str(tmp_path / "nowhere" / "page.pdf")), translator("en"))


def test_nothing_is_painted_beside_the_page() -> None:
    image = QImage(round(PAGE_WIDTH), round(PAGE_HEIGHT), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(1 / FINE, 1 / FINE)
    draw(a_report(30), Painted(painter, "en"), translator("en"))
    painter.end()
    edge = [(x, y) for x in (2, image.width() - 3) for y in range(image.height())]
    edge += [(x, y) for y in (2, image.height() - 3) for x in range(image.width())]
    assert {image.pixelColor(x, y).name() for x, y in edge} == {"#ffffff"}
