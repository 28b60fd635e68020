"""Many rows as columns: the one shape in which 100,000 standards or candidates pass between the layers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any


@dataclass(frozen=True)
class Table:
    """Named columns of equal length, values plain (str, int, float, bool, None, or lists of them).

    Raises ValueError when the columns differ in length.
    """

    columns: Mapping[str, list[Any]]

    def __post_init__(self) -> None:
        if len({len(column) for column in self.columns.values()}) > 1:
            lengths = {name: len(column) for name, column in self.columns.items()}
            raise ValueError(f"columns of different lengths: {lengths}")

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), []))

    def __getitem__(self, name: str) -> list[Any]:
        return self.columns[name]

    def row(self, index: int) -> dict[str, Any]:
        """One row as a mapping from column name to value."""
        return {name: column[index] for name, column in self.columns.items()}

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row in order; for tables that are shown or written, not for inner loops."""
        names = list(self.columns)
        for values in zip(*self.columns.values(), strict=True):
            yield dict(zip(names, values, strict=True))

    def take(self, indices: Sequence[int]) -> "Table":
        """The rows at these positions, in this order."""
        return Table({name: [column[i] for i in indices] for name, column in self.columns.items()})

    @classmethod
    def from_rows(cls, names: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> "Table":
        """A table with exactly these columns; what a row lacks is None."""
        names = list(names)
        listed = list(rows)
        return cls({name: [row.get(name) for row in listed] for name in names})

    @classmethod
    def concatenated(cls, tables: Sequence["Table"]) -> "Table":
        """One table below the other; all must have the same columns. No table gives an empty one."""
        if not tables:
            return cls({})
        names = tables[0].columns
        return cls({name: list(chain.from_iterable(table[name] for table in tables)) for name in names})
