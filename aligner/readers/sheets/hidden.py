"""What a workbook hides, read from the XML of its sheets: calamine does not tell it."""

import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Final

from aligner.readers.sheets.foreign import BROKEN_ZIP

LARGEST_PART: Final = 700_000_000
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 2048
_ROW: Final = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"[^>]*>')
_HIDDEN: Final = re.compile(rb'\bhidden="(?:1|true)"')
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_ERROR_CELL: Final = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+\d+)"')
_UNCOMPUTED: Final = re.compile(
    rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_PREFIXED: Final = re.compile(rb"<\w+:worksheet\b")
_SHEET: Final = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION: Final = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE: Final = re.compile(r'([\w:]+)="([^"]*)"')


Hidden = tuple[int, int, int, int, str, int, str]
"""Hidden rows and the first of them, hidden columns, cells with errors and the first of them, formulas that were never
computed and the first of them."""

NOTHING: Final[Hidden] = (0, 0, 0, 0, "", 0, "")


def hidden_in(path: Path) -> dict[str, Hidden]:
    """What each sheet hides, by its name.

    Nothing for a workbook that is laid out in an unusual way.
    """
    found = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for name, part in _parts(archive).items():
                found[name] = _look(archive, part)
    except BROKEN_ZIP:
        return found
    return found


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet."""
    workbook = archive.read("xl/workbook.xml")[:1_000_000].decode("utf-8", "replace")
    relations = archive.read("xl/_rels/workbook.xml.rels")[:1_000_000].decode("utf-8", "replace")
    targets = {}
    for relation in _RELATION.findall(relations):
        attributes = dict(_ATTRIBUTE.findall(relation))
        target = attributes.get("Target", "")
        targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = [dict(_ATTRIBUTE.findall(sheet)) for sheet in _SHEET.findall(workbook)]
    known = set(archive.namelist())
    return {
        unescape(sheet.get("name", "")): targets[sheet["r:id"]]
        for sheet in sheets
        if targets.get(sheet.get("r:id", "")) in known
    }


def _look(archive: zipfile.ZipFile, part: str) -> Hidden:
    rows = first_row = columns = errors = formulas = 0
    first_error = first_formula = ""
    with archive.open(part) as stream:
        rest, formula = b"", b""
        while (chunk := stream.read(_CHUNK)) and stream.tell() < LARGEST_PART:
            text = rest + chunk
            formula = formula or (b":f" if _PREFIXED.search(text) else b"<f")
            cut = max(text.rfind(b"<c "), text.rfind(b"<row"), 0) if len(text) > _OVERLAP else 0
            text, rest = (text[:cut], text[cut:][-_CHUNK:]) if cut else (text, b"")
            if b"hidden=" in text:
                columns += sum(1 for column in _COLUMN.findall(text) if _HIDDEN.search(column))
                for row in _ROW.finditer(text):
                    if _HIDDEN.search(row[0]):
                        rows, first_row = rows + 1, first_row or int(row[1])
            if b't="e"' in text:
                places = _ERROR_CELL.findall(text)
                errors += len(places)
                first_error = first_error or (places[0].decode() if places else "")
            if formula in text:
                places = _UNCOMPUTED.findall(text)
                formulas += len(places)
                first_formula = first_formula or (places[0].decode() if places else "")
    return rows, first_row, columns, errors, first_error, formulas, first_formula
