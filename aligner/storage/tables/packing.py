"""Columns of a catalogue as the project keeps them: pieces of JSON, in which what repeats is said once.

A catalogue is read and written as a whole: column by column that takes a third of the time of row by row (measured).
"""

from collections.abc import Iterator, Sequence
from types import NoneType
from typing import Any

from aligner.domain.standards.sharing import Shared
from aligner.storage.tables.encoding import encoded, parsed

PIECE = 4_000
"""Rows in one piece: other threads stand still while it is decoded, a few milliseconds."""

REPEATED = 0.6
"""A piece with at most this share of distinct values is kept as these and the place of each row's value among them."""

VALUES, PLACES, TIMES = "values", "places", "times"


def pack(column: Sequence[Any]) -> Iterator[bytes]:
    """The pieces of a column, from top to bottom."""
    for start in range(0, len(column), PIECE):
        yield _packed(column[start : start + PIECE])


def _packed(values: Sequence[Any]) -> bytes:
    if _is_one_value(values):
        return encoded({VALUES: [values[0]], TIMES: len(values)})
    keys = _keys(values)
    distinct = dict(zip(keys, values, strict=True)) if keys is not None else {}
    if keys is None or len(distinct) > REPEATED * len(values):
        return encoded(values)
    if len(distinct) == 1:
        return encoded({VALUES: list(distinct.values()), TIMES: len(values)})
    place = {key: number for number, key in enumerate(distinct)}
    return encoded({VALUES: list(distinct.values()), PLACES: list(map(place.__getitem__, keys))})


def _is_one_value(values: Sequence[Any]) -> bool:
    """Whether all are one text, None, or empty: seen without a look into each, as most columns of most lists are."""
    first = values[0]
    is_sure = type(first) is str or first is None or (not first and type(first) in (list, dict))
    return is_sure and list(values).count(first) == len(values)


def _keys(values: Sequence[Any]) -> Sequence[Any] | None:
    """What stands for each value in a dictionary; None where equal keys would not mean the same value."""
    kinds = set(map(type, values))
    if kinds <= {str, NoneType}:
        return values
    if kinds == {list} and {type(one) for value in values for one in value} <= {str}:
        return list(map(tuple, values))
    if kinds == {dict} and {type(one) for value in values for one in value.values()} <= {str}:
        return [tuple(value.items()) for value in values]
    return None


def unpack(piece: bytes, shared: Shared) -> list[Any]:
    """The values of a piece; those that repeat are one object each, also among pieces and columns.

    Raises ValueError, KeyError, TypeError or IndexError for what `pack` did not make.
    """
    found = parsed(piece)
    if isinstance(found, list):
        return shared.column(found)
    values = shared.column(found[VALUES])
    if TIMES in found:
        return values * _within_a_piece(found[TIMES])
    places = found[PLACES]
    _within_a_piece(len(places))
    if places and min(places) < 0:
        raise ValueError("a place before the first")
    return list(map(values.__getitem__, places))


def _within_a_piece(count: int) -> int:
    if not 0 <= count <= PIECE:
        raise ValueError("more values than a piece has")
    return count
