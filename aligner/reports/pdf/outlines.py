"""Signs of a font with PostScript outlines (CFF) as a small font with TrueType outlines, which a PDF can embed."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, TTLibError, newTable

_MOST_DEVIATION = 1.0
"""Units of the font, of which 1000 are the height of a line: none that could be seen."""

_SIMPLIFIED = ("SC", "CN")
"""How the face for simplified Chinese is called among those of a collection."""

_FONT_FAMILY = 1
_FAILURES = (TTLibError, AssertionError, KeyError, IndexError, ValueError, TypeError)
"""What fontTools raises over a file that is no font, or a broken one."""


class FontCannotBeRead(ValueError):
    """The file is no font, or not one of this kind."""


def as_true_type(file: Path, signs: Iterable[str]) -> BytesIO:
    """A font with these signs of the file, as far as it has them; the same signs give the same bytes.

    Raises FontCannotBeRead for what is no font with such outlines, OSError when the file cannot be opened.
    """
    try:
        with _opened(file) as font:
            _keep(font, signs)
            _convert(font)
            out = BytesIO()
            font.save(out, reorderTables=True)
    except _FAILURES as error:
        raise FontCannotBeRead(f"{file.name}: {error}") from error
    out.seek(0)
    return out


def _opened(file: Path) -> TTFont:
    """The font of the file; of a collection the one for simplified Chinese, else its first."""
    with file.open("rb") as opened:
        is_collection = opened.read(4) == b"ttcf"
    if not is_collection:
        return TTFont(file, recalcTimestamp=False)
    with TTCollection(file, lazy=True) as collection:
        names = [(each["name"].getDebugName(_FONT_FAMILY) or "").split() for each in collection.fonts]
    number = next((place for place, words in enumerate(names) if set(words) & set(_SIMPLIFIED)), 0)
    return TTFont(file, fontNumber=number, recalcTimestamp=False)


def _keep(font: TTFont, signs: Iterable[str]) -> None:
    options = Options(layout_features=[], notdef_outline=True, hinting=False, name_IDs=[1, 2, 4, 6])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted({ord(sign) for sign in signs} | {ord(" ")}))
    subsetter.subset(font)


def _convert(font: TTFont) -> None:
    """Draw each sign with quadratic curves instead of cubic ones, and put its tables in the place of the old."""
    order, drawn = font.getGlyphOrder(), font.getGlyphSet()
    glyphs: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, _MOST_DEVIATION, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = outlines = newTable("glyf")
    outlines.glyphOrder, outlines.glyphs = order, glyphs
    font["maxp"].tableVersion = 0x00010000
    for field in (
        *("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"),
        *("maxSizeOfInstructions", "maxComponentElements"),
    ):
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    for table in ("CFF ", "CFF2", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\x00\x01\x00\x00"
