"""Writes small .xlsb workbooks: a package whose parts are BIFF12 records, as [MS-XLSB] lays them out.

A record is its number, the length of its body, and the body; number and length are written seven bits at a time.
"""

import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

Value = str | int | float | bool | date | None

ROW, BLANK, ERROR, BOOL, REAL, SHARED_TEXT, SST_ITEM = 0, 1, 3, 4, 5, 7, 19
FORMAT, CELL_STYLE, SHEET = 44, 47, 156
BEGIN_SHEET, END_SHEET, BEGIN_BOOK, END_BOOK, BEGIN_SHEETS, END_SHEETS, BEGIN_ROWS, END_ROWS, DIMENSION = (
    *(129, 130, 131, 132, 143, 144, 145, 146),
    148,
)
MERGED, BEGIN_MERGED, END_MERGED = 176, 177, 178
BOOK_PROPERTIES, BEGIN_SST, END_SST = 153, 159, 160
BEGIN_STYLES, END_STYLES, BEGIN_FORMATS, END_FORMATS, BEGIN_CELL_STYLES, END_CELL_STYLES = 278, 279, 615, 616, 617, 618

PLAIN, DAY = 0, 1
"""Places of the two cell styles: no format, and a day."""

DAY_FORMAT = 164
"""The first number for a format of one's own."""

NOT_AVAILABLE = 0x2A
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)

_MAIN = "application/vnd.ms-excel."
_TYPES = {
    "xl/workbook.bin": f"{_MAIN}sheet.binary.macroEnabled.main",
    "xl/styles.bin": f"{_MAIN}styles",
    "xl/sharedStrings.bin": f"{_MAIN}sharedStrings",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Failed:
    """A cell that shows #N/A."""


def a_binary_workbook(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[Value | Failed]]],
    *,
    hidden: Iterable[str] = (),
    is_1904: bool = False,
    merged: Iterable[tuple[int, int, int, int]] = (),
) -> Path:
    """An xlsb file with these sheets; None is a cell that is not there.

    `merged` are ranges of every sheet: first and last row, first and last column, from 0.
    """
    texts: dict[str, int] = {}
    parts = {
        f"xl/worksheets/sheet{place}.bin": _sheet(rows, texts, EPOCH_1904 if is_1904 else EPOCH, list(merged))
        for place, rows in enumerate(sheets.values(), start=1)
    }
    types = _TYPES | dict.fromkeys(parts, f"{_MAIN}worksheet")
    parts |= {
        "xl/workbook.bin": _book(list(sheets), set(hidden), is_1904=is_1904),
        "xl/styles.bin": _styles(),
        "xl/sharedStrings.bin": _shared_texts(texts),
    }
    targets = [("worksheet", f"worksheets/sheet{place}.bin") for place in range(1, len(sheets) + 1)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types(types))
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.bin")]))
        others = [("styles", "styles.bin"), ("sharedStrings", "sharedStrings.bin")]
        archive.writestr("xl/_rels/workbook.bin.rels", _relations([*targets, *others]))
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _record(kind: int, body: bytes = b"") -> bytes:
    return _sevenths(kind) + _sevenths(len(body)) + body


def _sevenths(number: int) -> bytes:
    """The number in groups of seven bits, the lowest first; the high bit says that another group follows."""
    groups = bytearray()
    while number > 0x7F:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*groups, number])


def _text(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def _book(names: Sequence[str], hidden: set[str], *, is_1904: bool) -> bytes:
    sheets = (
        _record(SHEET, struct.pack("<II", int(name in hidden), place) + _text(f"rId{place}") + _text(name))
        for place, name in enumerate(names, start=1)
    )
    properties = _record(BOOK_PROPERTIES, struct.pack("<II", int(is_1904), 0) + _text(""))
    listed = _record(BEGIN_SHEETS) + b"".join(sheets) + _record(END_SHEETS)
    return _record(BEGIN_BOOK) + properties + listed + _record(END_BOOK)


def _styles() -> bytes:
    formats = _record(FORMAT, struct.pack("<H", DAY_FORMAT) + _text("yyyy-mm-dd"))
    styles = b"".join(
        _record(CELL_STYLE, struct.pack("<HHHHHBBI", 0xFFFF, number_format, 0, 0, 0, 0, 0, 0))
        for number_format in (0, DAY_FORMAT)
    )
    return (
        _record(BEGIN_STYLES)
        + _record(BEGIN_FORMATS, struct.pack("<I", 1))
        + formats
        + _record(END_FORMATS)
        + _record(BEGIN_CELL_STYLES, struct.pack("<I", 2))
        + styles
        + _record(END_CELL_STYLES)
        + _record(END_STYLES)
    )


def _shared_texts(texts: Mapping[str, int]) -> bytes:
    items = b"".join(_record(SST_ITEM, b"\0" + _text(text)) for text in texts)
    return _record(BEGIN_SST, struct.pack("<II", len(texts), len(texts))) + items + _record(END_SST)


def _sheet(
    rows: Sequence[Sequence[Value | Failed]],
    texts: dict[str, int],
    epoch: date,
    merged: Sequence[tuple[int, int, int, int]],
) -> bytes:
    """The part of one sheet; texts that are new are added to the shared ones."""
    width = max(map(len, rows), default=0)
    size = struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, max(width - 1, 0))
    body = b"".join(
        _record(ROW, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        + b"".join(_cell(column, value, texts, epoch) for column, value in enumerate(row) if value is not None)
        for number, row in enumerate(rows)
    )
    inside = _record(DIMENSION, size) + _record(BEGIN_ROWS) + body + _record(END_ROWS)
    if merged:
        ranges = b"".join(_record(MERGED, struct.pack("<IIII", *one)) for one in merged)
        inside += _record(BEGIN_MERGED, struct.pack("<I", len(merged))) + ranges + _record(END_MERGED)
    return _record(BEGIN_SHEET) + inside + _record(END_SHEET)


def _cell(column: int, value: Value | Failed, texts: dict[str, int], epoch: date) -> bytes:
    place = struct.pack("<II", column, DAY if isinstance(value, date) else PLAIN)
    match value:
        case Failed():
            return _record(ERROR, place + bytes([NOT_AVAILABLE]))
        case bool():
            return _record(BOOL, place + bytes([value]))
        case int() | float():
            return _record(REAL, place + struct.pack("<d", value))
        case date():
            return _record(REAL, place + struct.pack("<d", (value - epoch).days))
        case "":
            return _record(BLANK, place)
        case _:
            return _record(SHARED_TEXT, place + struct.pack("<I", texts.setdefault(str(value), len(texts))))


def _content_types(types: Mapping[str, str]) -> str:
    parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    binary = f'<Default Extension="bin" ContentType="{_MAIN}sheet.binary.macroEnabled.main"/>'
    return f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}content-types">{rels}{binary}{parts}</Types>'


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{_OFFICE}{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, start=1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}relationships">{listed}</Relationships>'
