"""Texts in every language of the page, so that one file serves all its readers."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any

from aligner.domain.journal_times import zoned_time
from aligner.domain.standards.table import Table
from aligner.i18n import LANGUAGES, Translator, translator
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

Said = str | list[str]
"""One text where the languages say the same, else one for each of LANGUAGES."""

TRANSLATORS = tuple(map(translator, LANGUAGES))


def said(tell: Callable[[Translator], str]) -> Said:
    """What `tell` says in each language."""
    return joined([tell(translate) for translate in TRANSLATORS])


def joined(texts: Sequence[str]) -> Said:
    """One text where all are the same."""
    return texts[0] if len(set(texts)) == 1 else list(texts)


def in_each(text: str) -> Said:
    """A text of the program in each language."""
    return joined([translate(text) for translate in TRANSLATORS])


_PLAIN = frozenset({Kind.TEXT, Kind.CODE, Kind.MARK, Kind.DAY, Kind.MOMENT})
"""Kinds of cells that no language prints in a way of its own."""


class Words:
    """Every text of the page's tables once; cells are places in this list, and frequent texts have the short ones."""

    def __init__(self) -> None:
        self._amounts: Counter[tuple[str, ...]] = Counter()
        self._columns: list[tuple[dict[str, Any], list[tuple[str, ...]]]] = []

    def column(self, into: dict[str, Any], columns: Sequence[Iterable[str]]) -> None:
        """Take a column, given once for each language; `close` puts its cells into `into`."""
        cells: list[tuple[str, ...]]
        if all(texts is columns[0] for texts in columns):
            cells = [(text,) for text in columns[0]]
        else:
            cells = [texts[:1] if len(set(texts)) == 1 else texts for texts in zip(*columns, strict=True)]
        self._amounts.update(cells)
        self._columns.append((into, cells))

    def close(self) -> list[Said]:
        """The texts, after which every column taken has its cells."""
        ranked = sorted(self._amounts, key=lambda texts: (-self._amounts[texts], texts))
        places = {texts: place for place, texts in enumerate(ranked)}
        for into, cells in self._columns:
            into["cells"] = [places[texts] for texts in cells]
        return [joined(texts) for texts in ranked]


def columns_of(
    words: Words, columns: Sequence[Column], tables: Sequence[Table], aside: Container[str] = ()
) -> list[dict[str, Any]]:
    """The columns of a table that is given once for each language: name, heading, kind and cells.

    Whole numbers stay numbers; everything else is a text as the reports print it. Columns that the table lacks are
    left out; those in `aside` are shown, but not printed.
    """
    found: list[dict[str, Any]] = []
    for column in columns:
        if column.name not in tables[0].columns:
            continue
        one: dict[str, Any] = {
            "id": column.name,
            "label": in_each(column.header),
            "kind": column.kind.value,
        }
        if column.name in aside:
            one["aside"] = True
        if column.kind is Kind.INTEGER:
            one["numbers"] = tables[0][column.name]
        else:
            words.column(one, _texts(column, tables))
        found.append(one)
    return found


def _texts(column: Column, tables: Sequence[Table]) -> list[list[str]]:
    """The column as it is printed in each language; once where the languages share it."""
    cells = [table[column.name] for table in tables]
    is_shared = column.kind in _PLAIN and all(each is cells[0] for each in cells)
    shown = [
        [_text(cell, column.kind, translate) for cell in each]
        for each, translate in zip(cells[:1] if is_shared else cells, TRANSLATORS, strict=not is_shared)
    ]
    return shown * len(cells) if is_shared else shown


def _text(cell: Any, kind: Kind, translate: Translator) -> str:
    """A cell as it is printed."""
    if kind is Kind.FIGURE:
        return "" if cell is None else _figure(cell, translate)
    if kind is Kind.RATIO:
        return translate.percent(cell)
    if cell is None:
        return ""
    if kind is Kind.MOMENT:
        return zoned_time(cell) if cell else ""
    if kind is Kind.DECIMAL:
        return translate.number(cell, 1)
    if isinstance(cell, list | tuple):
        return "; ".join(map(str, cell))
    return str(cell)


def _figure(figure: tuple[float | None, str], translate: Translator) -> str:
    value, unit = figure
    if value is None or unit == "ratio":
        return translate.percent(value)
    return translate.number(value, 1 if unit in {"months", "index"} else 0)
