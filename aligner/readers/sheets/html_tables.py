"""Tables of an HTML page: what many platforms export under the name of .xls."""

import re
from html.parser import HTMLParser
from typing import Final

MOST_ROWS: Final = 1_048_576
MOST_SPANNED: Final = 1_000
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|div|style)\b", re.I | re.S
)


def looks_like_html(start: str) -> bool:
    """Whether a text begins as an HTML page or table does."""
    return _HTML.match(start) is not None


def tables_in(text: str) -> list[list[list[str]]]:
    """The rows of every outermost table; spanned cells are repeated, as un-merging would do."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    return [_even(rows) for rows in parser.tables if rows]


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._depth = 0
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._down: dict[int, tuple[int, str]] = {}  # column -> rows still to fill, text
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
                self._down = {}
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            if len(self.tables[-1]) < MOST_ROWS:
                self.tables[-1].append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if not self.tables[-1]:
                self.tables[-1].append([])
            self._fill_from_above()
            named = dict(attrs)
            self._spans = (_span(named.get("colspan")), _span(named.get("rowspan")))
            self._cell = []
        elif tag in ("br", "p", "div", "li") and self._cell:
            self._cell.append("\n")
        elif tag in ("script", "style"):
            self._silent = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = False
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
            if tag == "tr" and self.tables[-1]:
                self._fill_from_above()
        elif tag == "table" and self._depth:
            self._end_cell()
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self._cell).split("\n")).strip()
        row = self.tables[-1][-1]
        across, down = self._spans
        for _ in range(across):
            if down > 1:
                self._down[len(row)] = (down - 1, text)
            row.append(text)
        self._cell = None

    def _fill_from_above(self) -> None:
        """Put the texts of cells that span several rows where they belong in the row at hand."""
        row = self.tables[-1][-1]
        while (above := self._down.get(len(row))) is not None:
            left, text = above
            if left > 1:
                self._down[len(row)] = (left - 1, text)
            else:
                del self._down[len(row)]
            row.append(text)


def _span(value: str | None) -> int:
    return min(max(int(value), 1), MOST_SPANNED) if value and value.isascii() and value.isdigit() else 1


def _even(rows: list[list[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]
