"""Merged cells, hidden rows and errors of an ods file, from its XML."""

import zipfile
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from aligner.readers.sheets.foreign import BROKEN_ZIP
from aligner.readers.sheets.layout import Layout
from aligner.readers.sheets.preflight import MOST_COLUMNS

_NAMES: Final = {
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
_WORTH: Final = (b"-spanned=", b"collapse", b"filter", b"formula=", b'"error"', b"'error'")
_LARGEST: Final = 400_000_000
_MOST_REPEATED: Final = 1_000


def layouts(path: Path) -> dict[str, Layout]:
    """The layout of each sheet; nothing when the file has nothing of the kind or cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
            content = stream.read(_LARGEST)
        if not any(word in content for word in _WORTH):
            return {}
        return _Reader().read(content)
    except (*BROKEN_ZIP, expat.ExpatError):
        return {}


class _Reader:
    def __init__(self) -> None:
        self.found: dict[str, Layout] = {}
        self._sheet = Layout()
        self._row = self._column = 0
        self._rows_more = 1
        self._depth = 0

    def read(self, content: bytes) -> dict[str, Layout]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(content, True)
        return self.found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _short(name)
        if tag == "table:table":
            self._depth += 1
            if self._depth == 1:
                self._sheet = Layout()
                self.found[_of(attributes, "table:name")] = self._sheet
                self._row = 0
        elif tag == "table:table-row" and self._depth == 1:
            self._rows_more = int(_of(attributes, "table:number-rows-repeated") or 1)
            self._column = 0
            if _of(attributes, "table:visibility") in ("collapse", "filter") and self._rows_more < 100_000:
                self._sheet.hidden_rows += range(self._row + 1, self._row + self._rows_more + 1)
        elif tag in ("table:table-cell", "table:covered-table-cell") and self._depth == 1:
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        down = int(_of(attributes, "table:number-rows-spanned") or 1)
        across = int(_of(attributes, "table:number-columns-spanned") or 1)
        if down > 1 or across > 1:
            last = (self._row + down - 1, self._column + across - 1)
            self._sheet.merged.append(((self._row, self._column), last))
        repeated = int(_of(attributes, "table:number-columns-repeated") or 1)
        if _of(attributes, "calcext:value-type") == "error":
            self._sheet.errors += self._places(repeated)
        elif _of(attributes, "table:formula") and not _of(attributes, "office:value-type"):
            self._sheet.formulas += self._places(repeated)
        self._column += repeated

    def _places(self, repeated: int) -> list[tuple[int, int]]:
        """The places of a cell with those that repeat it; more than a sheet can have are not listed."""
        columns = range(self._column, self._column + min(repeated, MOST_COLUMNS))
        return [(self._row + row, column) for row in range(min(self._rows_more, _MOST_REPEATED)) for column in columns]

    def _end(self, name: str) -> None:
        tag = _short(name)
        if tag == "table:table-row" and self._depth == 1:
            self._row += self._rows_more
        elif tag == "table:table":
            self._depth -= 1


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_NAMES.get(space, '')}:{local}"


def _of(attributes: dict[str, Any], wanted: str) -> str:
    for name, value in attributes.items():
        if _short(name) == wanted:
            return str(value)
    return ""
