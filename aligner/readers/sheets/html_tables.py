"""Tables of an HTML page: what many platforms export under the name of .xls."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from aligner.readers.sheets.sheet import Merged

MOST_ROWS: Final = 1_048_576
MOST_SPANNED: Final = 1_000
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|div|style)\b", re.I | re.S
)


def looks_like_html(start: str) -> bool:
    """Whether a text begins as an HTML page or table does."""
    return _HTML.match(start) is not None


@dataclass(slots=True)
class HtmlTable:
    """The texts of a table; a cell that spans several rows or columns is a merged range."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)


def tables_in(text: str) -> list[HtmlTable]:
    """Every table of a page, also those inside others that only lay out the page."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    parser.finish()
    return [table for table in parser.tables if any(any(row) for row in table.rows)]


class _Open:
    """A table that is being read."""

    def __init__(self, table: HtmlTable) -> None:
        self.table = table
        self.cell: list[str] | None = None
        self.spans = (1, 1)
        self.taken: set[tuple[int, int]] = set()  # places that cells from above or from the left reach over
        self.column = 0

    def begin_row(self) -> None:
        self.end_cell()
        if len(self.table.rows) < MOST_ROWS:
            self.table.rows.append([])
        self.column = 0

    def begin_cell(self, across: int, down: int) -> None:
        self.end_cell()
        if not self.table.rows:
            self.begin_row()
        self.spans, self.cell = (across, down), []

    def end_cell(self) -> None:
        if self.cell is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self.cell).split("\n")).strip()
        self.cell = None
        at = len(self.table.rows) - 1
        while (at, self.column) in self.taken:
            self.column += 1
        across, down = self.spans
        row = self.table.rows[at]
        row += [""] * (self.column + across - len(row))
        row[self.column] = text
        if across > 1 or down > 1:
            self.table.merged.append(((at, self.column), (at + down - 1, self.column + across - 1)))
            if down > 1:
                self.taken.update((at + r, self.column + c) for r in range(1, down) for c in range(across))
        self.column += across


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[HtmlTable] = []
        self._open: list[_Open] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(HtmlTable())
            self._open.append(_Open(self.tables[-1]))
        elif tag in ("script", "style"):
            self._silent = True
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in ("td", "th"):
            named = dict(attrs)
            self._open[-1].begin_cell(_span(named.get("colspan")), _span(named.get("rowspan")))
        elif tag in ("br", "p", "div", "li") and self._open and self._open[-1].cell:
            self._open[-1].cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = False
        elif self._open and tag in ("td", "th", "tr"):
            self._open[-1].end_cell()
        elif self._open and tag == "table":
            self._open[-1].end_cell()
            _finish(self._open.pop().table)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].cell is not None and not self._silent:
            self._open[-1].cell.append(data)

    def finish(self) -> None:
        """End what the page left open."""
        while self._open:
            self._open[-1].end_cell()
            _finish(self._open.pop().table)


def _span(value: str | None) -> int:
    return min(max(int(value), 1), MOST_SPANNED) if value and value.isascii() and value.isdigit() else 1


def _finish(table: HtmlTable) -> None:
    """Rows of one width; ranges end where the table does."""
    width = max(map(len, table.rows), default=0)
    table.rows[:] = [row + [""] * (width - len(row)) for row in table.rows]
    last = len(table.rows) - 1
    table.merged[:] = [
        ((top, left), (min(bottom, last), right))
        for (top, left), (bottom, right) in table.merged
        if (top, left) != (min(bottom, last), right)
    ]
