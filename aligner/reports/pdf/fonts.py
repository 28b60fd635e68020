"""Fonts of the PDF page: a Chinese font of the system embedded where there is one, else one that readers bring.

Fonts with TrueType outlines are embedded as they are; of those with PostScript outlines (CFF) the signs of the page are
converted first.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

LATIN, LATIN_BOLD = "Helvetica", "Helvetica-Bold"
STANDARD = "STSong-Light"
"""The Chinese font that every PDF reader knows by name; it is not embedded."""

BODY_FILES = (
    "simsun.ttc",
    "Songti.ttc",
    "NotoSerifSC-Regular.ttf",
    "uming.ttc",
    "msyh.ttc",
    "STHeiti Light.ttc",
    "NotoSansSC-Regular.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "simhei.ttf",
    "DroidSansFallbackFull.ttf",
)
"""Fonts for running text as systems ship them, Song first; with TrueType outlines."""

CFF_FILES = (
    "SourceHanSerifSC-Regular.otf",
    "SourceHanSerifCN-Regular.otf",
    "NotoSerifSC-Regular.otf",
    "NotoSerifCJKsc-Regular.otf",
    "NotoSerifCJK-Regular.ttc",
    "SourceHanSerif-Regular.ttc",
    "SourceHanSansSC-Regular.otf",
    "SourceHanSansCN-Regular.otf",
    "NotoSansSC-Regular.otf",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansCJK-Regular.ttc",
    "SourceHanSans.ttc",
)
"""The same with PostScript outlines, taken where none of the others is there."""

HEADING_FILES = ("simhei.ttf", "STHeiti Medium.ttc", "msyhbd.ttc", "NotoSansSC-Bold.ttf")
"""Black fonts for headings; without one the body font is drawn thicker."""


@dataclass(frozen=True, slots=True)
class Faces:
    """Names of the registered Chinese fonts; `is_bold_drawn` when headings have no font of their own."""

    body: str
    heading: str
    is_embedded: bool
    is_bold_drawn: bool
    outlines: Path | None = None
    """The file whose signs are to be converted before they can be embedded; until then `body` is STANDARD."""


@cache
def faces() -> Faces:
    """The fonts of this system, registered once."""
    return chosen_faces(tuple(font_folders()))


def chosen_faces(folders: Iterable[Path]) -> Faces:
    """The best fonts in these folders, registered; the standard font when none of them can be used."""
    found = _files(folders, {*BODY_FILES, *HEADING_FILES, *CFF_FILES})
    body = _first_usable(found, BODY_FILES)
    if body is None:
        pdfmetrics.registerFont(UnicodeCIDFont(STANDARD))
        outlines = next((found[name.casefold()] for name in CFF_FILES if name.casefold() in found), None)
        return Faces(STANDARD, STANDARD, is_embedded=False, is_bold_drawn=True, outlines=outlines)
    heading = _first_usable(found, HEADING_FILES)
    return Faces(body, heading or body, is_embedded=True, is_bold_drawn=heading is None)


def faces_with(signs: frozenset[str], chosen: Faces) -> Faces:
    """The chosen fonts, those with PostScript outlines converted for these signs; as they are where that fails."""
    if chosen.outlines is None:
        return chosen
    from aligner.reports.pdf.outlines import FontCannotBeRead, as_true_type  # noqa: PLC0415 - only such a font needs it

    name = f"{chosen.outlines.stem} {sha256(''.join(sorted(signs)).encode()).hexdigest()[:16]}"
    try:
        pdfmetrics.registerFont(TTFont(name, as_true_type(chosen.outlines, signs)))
    except (FontCannotBeRead, TTFError, OSError):
        return chosen
    return Faces(name, name, is_embedded=True, is_bold_drawn=True)


def font_folders() -> Iterator[Path]:
    """Where Windows, macOS and Linux keep their fonts, those of the user included."""
    home = Path.home()
    if "WINDIR" in os.environ:
        yield Path(os.environ["WINDIR"]) / "Fonts"
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts")


def _files(folders: Iterable[Path], wanted: set[str]) -> dict[str, Path]:
    """The first file of each wanted name, by the name in small letters."""
    names = {name.casefold() for name in wanted}
    found: dict[str, Path] = {}
    for folder in folders:
        for place, _, files in os.walk(folder):
            for name in files:
                if name.casefold() in names:
                    found.setdefault(name.casefold(), Path(place) / name)
    return found


def _first_usable(found: dict[str, Path], names: Iterable[str]) -> str | None:
    """The name under which the first font that can be embedded is registered."""
    for name in names:
        file = found.get(name.casefold())
        if file is None:
            continue
        try:
            pdfmetrics.registerFont(TTFont(file.stem, str(file)))
        except (TTFError, OSError):  # outlines of another kind, a broken file, or one that may not be embedded
            continue
        return file.stem
    return None
