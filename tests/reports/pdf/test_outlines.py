"""Fonts with PostScript outlines: their signs are embedded all the same."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from aligner.i18n import translator
from aligner.reports.pdf.drawing import Rehearsal
from aligner.reports.pdf.file import PdfFile
from aligner.reports.pdf.fonts import STANDARD, chosen_faces, faces_with
from aligner.reports.pdf.one_page import draw_page
from aligner.reports.pdf.outlines import FontCannotBeRead, as_true_type
from reports.contents import a_report

SIGNS = "国际标准转化率"


def cff_font(file: Path, signs: str = SIGNS) -> Path:
    """A font with PostScript outlines in which each of these signs is a circle."""
    names = [".notdef", "space", *(f"uni{ord(sign):04X}" for sign in signs)]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({32: "space"} | {ord(sign): f"uni{ord(sign):04X}" for sign in signs})
    strings = {name: _circle() for name in names}
    builder.setupCFF("Circles", {"FullName": "Circles"}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Circles", "styleName": "Regular", "psName": "Circles"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.save(file)
    return file


def _circle() -> object:
    pen = T2CharStringPen(1000, None)
    pen.moveTo((900, 400))
    pen.curveTo((900, 620), (720, 800), (500, 800))
    pen.curveTo((280, 800), (100, 620), (100, 400))
    pen.curveTo((100, 180), (280, 0), (500, 0))
    pen.curveTo((720, 0), (900, 180), (900, 400))
    pen.closePath()
    return pen.getCharString()


def _wide(text: str, size: float, *, bold: bool) -> float:  # noqa: ARG001
    return len(text) * size


def test_the_signs_become_a_small_font_with_true_type_outlines(tmp_path: Path) -> None:
    font = TTFont(as_true_type(cff_font(tmp_path / "font.otf"), "国标, x"))
    assert set(font.getBestCmap()) == {32, ord("国"), ord("标")}
    sign = font["glyf"][font.getBestCmap()[ord("国")]]
    assert (sign.xMin, sign.yMin, sign.xMax, sign.yMax) == (100, 0, 900, 800)
    assert font["hmtx"][font.getBestCmap()[ord("国")]][0] == 1000


def test_the_same_signs_give_the_same_bytes(tmp_path: Path) -> None:
    file = cff_font(tmp_path / "font.otf")
    assert as_true_type(file, "国标").read() == as_true_type(file, "标国").read()


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "font.otf").write_bytes(b"no font at all")
    with pytest.raises(FontCannotBeRead):
        as_true_type(tmp_path / "font.otf", SIGNS)


@pytest.mark.parametrize("name", ["SourceHanSerifSC-Regular.otf", "NotoSansCJKsc-Regular.otf"])
def test_where_only_such_fonts_are_installed_the_page_has_its_chinese_font_within(tmp_path: Path, name: str) -> None:
    chinese = translator("zh")
    every = draw_page(a_report(30), Rehearsal(_wide), chinese)
    wide = "".join(sorted(sign for sign in every if ord(sign) > 0x2000))
    cff_font(tmp_path / name, wide)
    found = chosen_faces([tmp_path])
    assert found.body == STANDARD
    chosen = faces_with(every, found)
    assert chosen.is_embedded
    out = BytesIO()
    page = PdfFile(out, "page", "zh", chosen)
    draw_page(a_report(30), page, chinese)
    page.save()
    pdf = out.getvalue()
    assert b"/FontFile2" in pdf
    assert STANDARD.encode() not in pdf


def test_a_broken_font_leaves_the_page_to_the_font_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "SourceHanSerifSC-Regular.otf").write_bytes(b"no font at all")
    found = chosen_faces([tmp_path])
    assert faces_with(frozenset(SIGNS), found).body == STANDARD
