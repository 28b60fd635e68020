"""The rows of a table in memory: found, counted and sorted without touching them, 100,000 in a frame or two.

No Qt in here: a job can prepare the rows beside the window.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, Facet
from aligner.usecases.catalogues.searched import search_words, searchable

PIECE = 4_000
"""Values sorted at once."""

Positions = NDArray[np.intp]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which rows are of which kinds: pairs (row, code) where `kinds[code]` is the kind; a row may have several."""

    kinds: list[str]
    rows: Positions
    codes: Positions


@dataclass(frozen=True)
class Rows:
    """Columns over a table, and the ways to choose and order its rows; a row is its position in the table."""

    table: Table
    columns: Sequence[Column]
    facets: Sequence[Facet] = ()
    _ranks: dict[str, Positions] = field(default_factory=dict, repr=False)
    _kinds: dict[str, Kinds] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.table)

    @cached_property
    def texts(self) -> list[str]:
        """All searched text of each row, in the form that is searched, one line a row."""
        searched = [column for column in self.columns if column.is_searched]
        if not searched:
            return [""] * len(self)
        shown = [[column.text(value) for value in self.table[column.name]] for column in searched]
        return searchable(map("\t".join, zip(*shown, strict=True)))

    def prepare(self) -> None:
        """Do now what the first search, the first sort and the first count would have to do."""
        _ = self.texts
        for column in self.columns:
            if not column.is_hidden:
                self.rank(column.name)
        for facet in self.facets:
            if not facet.is_own:  # of those there may be many, and few are used
                self.kinds(facet)

    def change(self, row: int, values: Mapping[str, Any]) -> None:
        """Put new values into a row; what was found out about these columns is found out anew when it is asked for."""
        for name, value in values.items():
            if self.table[name][row] == value:
                continue
            self.table[name][row] = value
            self._ranks.pop(name, None)
            for facet in self.facets:
                if facet.source == name:
                    self._kinds.pop(facet.name, None)
        if "texts" in self.__dict__:  # searched before
            searched = [column for column in self.columns if column.is_searched]
            cells = (column.text(self.table[column.name][row]) for column in searched)
            self.texts[row] = searchable(["\t".join(cells)])[0]

    def matching(self, search: str, chosen: Mapping[str, frozenset[str]] | None = None) -> Mask:
        """The rows that have every word of the search somewhere, and of each facet one of the chosen kinds."""
        mask: Mask = np.ones(len(self), dtype=bool)
        for facet in self.facets:
            kinds = (chosen or {}).get(facet.name)
            if kinds:
                mask &= self._of_kinds(facet, kinds)
        for word in search_words(search):
            left = np.flatnonzero(mask)
            texts = self.texts if len(left) == len(self) else [self.texts[position] for position in left.tolist()]
            mask[left] = [word in text for text in texts]
        return mask

    def counts(self, facet: Facet, search: str, chosen: Mapping[str, frozenset[str]]) -> dict[str, int]:
        """How many rows each kind of a facet has among those that the search and the *other* facets leave."""
        others = {name: kinds for name, kinds in chosen.items() if name != facet.name}
        mask = self.matching(search, others)
        kinds = self.kinds(facet)
        counted = np.bincount(kinds.codes[mask[kinds.rows]], minlength=len(kinds.kinds))
        return dict(zip(kinds.kinds, counted.tolist(), strict=True))

    def ordered(self, mask: Mask, column: str = "", *, descending: bool = False) -> Positions:
        """The chosen rows in the order of a column; without one, in that of the table. Equal rows keep that order."""
        positions: Positions = np.flatnonzero(mask)
        if not column:
            return positions
        ranks = self.rank(column)[positions]
        return positions[np.argsort(-ranks if descending else ranks, kind="stable")]

    def rank(self, name: str) -> Positions:
        """The place of each row when sorted by this column; equal values have equal places."""
        if name not in self._ranks:
            column = next(column for column in self.columns if column.name == name)
            self._ranks[name] = _ranks(column, self.table[name])
        return self._ranks[name]

    def kinds(self, facet: Facet) -> Kinds:
        """The kinds of this facet and the rows that have them, in the order of their first row."""
        if facet.name not in self._kinds:
            self._kinds[facet.name] = _kinds_of(facet, self.table[facet.source])
        return self._kinds[facet.name]

    def _of_kinds(self, facet: Facet, chosen: frozenset[str]) -> Mask:
        kinds = self.kinds(facet)
        wanted = np.array([kind in chosen for kind in kinds.kinds], dtype=bool)
        mask: Mask = np.zeros(len(self), dtype=bool)
        if len(wanted):
            mask[kinds.rows[wanted[kinds.codes]]] = True
        return mask


def _ranks(column: Column, values: Sequence[Any]) -> Positions:
    """Places by the column's key; None and "" come first."""
    key = column.key or _as_it_is
    distinct: dict[Any, int] = {}
    hashed = [tuple(value) if isinstance(value, list) else value for value in values]
    codes = np.fromiter((distinct.setdefault(value, len(distinct)) for value in hashed), np.intp, len(hashed))
    keys = [(0, "") if value in (None, "", ()) else (1, key(value)) for value in distinct]
    order = _in_order(keys)
    places = np.zeros(len(keys), dtype=np.intp)
    place = -1
    last: tuple[int, Any] | None = None
    for code in order:
        if keys[code] != last:
            place, last = place + 1, keys[code]
        places[code] = place
    return places[codes]


def _in_order(keys: Sequence[Any]) -> list[int]:
    """Positions of the keys in their order. Sorted in pieces, which are merged in the end: one long sort would let no
    other thread go on."""
    order: list[int] = []
    for start in range(0, len(keys), PIECE):
        order += sorted(range(start, min(start + PIECE, len(keys))), key=keys.__getitem__)
    order.sort(key=keys.__getitem__)
    return order


def _as_it_is(value: Any) -> Any:
    return value


def _kinds_of(facet: Facet, values: Sequence[Any]) -> Kinds:
    number: dict[str, int] = {}
    rows: list[int] = []
    codes: list[int] = []
    for row, value in enumerate(values):
        for kind in dict.fromkeys(facet.of(value)):
            rows.append(row)
            codes.append(number.setdefault(kind, len(number)))
    return Kinds(list(number), np.array(rows, dtype=np.intp), np.array(codes, dtype=np.intp))
