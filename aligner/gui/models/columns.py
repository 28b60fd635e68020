"""What a column of a table shows, sorts by and is searched in."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from aligner.gui.surroundings.theme import Tone

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Badge:
    """A status as people see it: an icon, a word, a colour, never the colour alone."""

    icon: str
    text: str  # in the user's language
    tone: Tone
    meaning: str = ""  # one sentence, in the user's language

    def explained(self) -> str:
        """The word and what it means, on two lines."""
        return "\n".join(part for part in (self.text, self.meaning) if part)


def plain(value: Any) -> str:
    """The value as text; nothing for None."""
    return "" if value is None else str(value)


def joined(values: Iterable[Any]) -> str:
    """The values of a list on one line."""
    return ", ".join(str(value) for value in values or ())


def natural(text: Any) -> str:
    """A sort key that puts ISO 9001 before ISO 10002: numbers are compared as numbers."""
    return _DIGITS.sub(_padded, str(text)).casefold()


def _padded(digits: re.Match[str]) -> str:
    return digits[0].zfill(10)


@dataclass(frozen=True, slots=True)
class Column:
    """One column over the values of the table's column `name`.

    `label` is in the user's language. `show` gives the text of a value; `badge` gives it with an icon instead.
    `key` gives what rows are sorted by; without it, the values themselves, the empty ones first. `meaning` says what a
    value means where that is not plain, for tooltips and screen readers; a badge brings its own.
    """

    name: str
    label: str
    show: Callable[[Any], str] = plain
    key: Callable[[Any], Any] | None = None
    badge: Callable[[Any], Badge] | None = None
    width: int = 140
    is_right: bool = False
    is_hidden: bool = False
    is_searched: bool = True
    tip: str = ""
    meaning: Callable[[Any], str] | None = None

    def text(self, value: Any) -> str:
        """What the cell says."""
        return self.badge(value).text if self.badge is not None else self.show(value)

    def explanation(self, value: Any) -> str:
        """What the value means; "" where it needs no words."""
        if self.badge is not None:
            return self.badge(value).meaning
        return self.meaning(value) if self.meaning is not None else ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to choose rows by what they have in common: `of` gives the kinds a value belongs to.

    `name` is the table's column unless `column` names another one, `label` is in the user's language, `show` gives the
    text of a kind, `meaning` says what it means.
    """

    name: str
    label: str
    of: Callable[[Any], Iterable[str]]
    show: Callable[[str], str] = str
    meaning: Callable[[str], str] | None = None
    is_quiet: bool = False
    """Nobody chooses it by hand: it is offered only while something of it is chosen, to be put away again."""
    column: str = ""
    is_own: bool = False
    """A column of the user's own file, offered when the user asks for it."""

    @property
    def source(self) -> str:
        """The table's column that it is about."""
        return self.column or self.name


def itself(value: Any) -> tuple[str, ...]:
    """The value as its own kind, for facets; an empty one is the kind ""."""
    return (plain(value),)


OWN_COLUMN = "extra:"
"""Begins the names of facets that are columns of the user's own file."""


def own_facets(values: Iterable[Mapping[str, str] | None], column: str = "extra") -> tuple[Facet, ...]:
    """A facet for each further column of a list, in the order of the file; `values` are those of `column`."""
    headings = dict.fromkeys(heading for cells in values for heading in cells or ())
    return tuple(
        Facet(OWN_COLUMN + heading, heading, partial(_in_column, heading), column=column, is_own=True)
        for heading in headings
    )


def _in_column(heading: str, cells: Mapping[str, str] | None) -> tuple[str]:
    return (" ".join((cells or {}).get(heading, "").split()),)
