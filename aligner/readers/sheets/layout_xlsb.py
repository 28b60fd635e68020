"""Merged cells, hidden rows and errors of an xlsb file, from its binary records (MS-XLSB)."""

import re
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from aligner.readers.sheets.foreign import BROKEN_ZIP
from aligner.readers.sheets.layout import Layout

_ROW, _CELL_ERROR, _FORMULA_ERROR, _SHEET, _MERGED = 0, 3, 11, 156, 176
_RELATION: Final = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')
_LARGEST: Final = 400_000_000


def layouts(path: Path) -> dict[str, Layout]:
    """The layout of each sheet; nothing when the file cannot be read so."""
    found: dict[str, Layout] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            relations = archive.read("xl/_rels/workbook.bin.rels").decode("utf-8", "replace")
            targets = {one["Id"]: one["Target"] for one in map(_attributes, _RELATION.findall(relations))}
            for name, relation in _sheets(archive.read("xl/workbook.bin")):
                target = targets.get(relation, "")
                part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                with archive.open(part) as stream:
                    found[name] = _layout(stream.read(_LARGEST))
    except BROKEN_ZIP:
        return found
    return found


def _attributes(element: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(element))


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record: both kind and length have seven bits a byte."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] << 7)
            at += 1
        length = shift = 0
        while True:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 21:
                break
        yield kind, data[at : at + length]
        at += length


def _sheets(data: bytes) -> Iterator[tuple[str, str]]:
    """Name and relation of each sheet."""
    for kind, body in _records(data):
        if kind == _SHEET:
            relation, rest = _text(body[8:])
            yield _text(rest)[0], relation


def _text(data: bytes) -> tuple[str, bytes]:
    length = struct.unpack_from("<I", data)[0]
    return data[4 : 4 + 2 * length].decode("utf-16-le"), data[4 + 2 * length :]


def _layout(data: bytes) -> Layout:
    found = Layout()
    row = 0
    for kind, body in _records(data):
        if kind == _ROW and len(body) >= 12:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & 0x10:
                found.hidden_rows.append(row + 1)
        elif kind in (_CELL_ERROR, _FORMULA_ERROR) and len(body) >= 4:
            found.errors.append((row, struct.unpack_from("<I", body)[0]))
        elif kind == _MERGED and len(body) >= 16:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            found.merged.append(((top, left), (bottom, right)))
    return found
