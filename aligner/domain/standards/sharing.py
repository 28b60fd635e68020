"""Equal values kept once: a catalogue says the same committees, days and empty lists a hundred thousand times."""

from collections.abc import Sequence
from types import NoneType
from typing import Any


class Shared:
    """Replaces values by equal ones that were there before. What it gave must not be changed in place."""

    def __init__(self) -> None:
        self._texts: dict[Any, Any] = {}
        self._numbers: dict[Any, Any] = {}  # apart from the texts, and without bool and float: 1 == True == 1.0
        self._lists: dict[tuple[Any, ...], list[Any]] = {}
        self._nothing: list[Any] = []

    def column(self, values: Sequence[Any]) -> list[Any]:
        """The column with equal texts, whole numbers and lists of texts being one object each."""
        kinds = set(map(type, values))
        if kinds <= {str, NoneType}:
            return list(map(self._texts.setdefault, values, values))
        if kinds <= {int, NoneType}:
            return list(map(self._numbers.setdefault, values, values))
        if kinds == {list}:
            return [self._list(value) if value else self._nothing for value in values]
        return list(values)

    def _list(self, value: list[Any]) -> list[Any]:
        key = tuple(value)
        try:
            known = self._lists.get(key)  # what it finds are texts: nothing else equals a text
        except TypeError:  # lists within lists
            return value
        if known is None:
            if not set(map(type, value)) <= {str}:
                return value
            known = self._lists[key] = self.column(value)
        return known
