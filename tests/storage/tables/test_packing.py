from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.standards.sharing import Shared
from aligner.storage.tables.packing import PIECE, pack, unpack

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(0, 3), st.text("ab\ud800", max_size=2), st.lists(st.text("ab", max_size=2))
)


def there_and_back(column: list[Any]) -> list[Any]:
    shared = Shared()
    return [value for piece in pack(column) for value in unpack(piece, shared)]


def alike(left: list[Any], right: list[Any]) -> bool:
    """Equal, and of equal kinds: True is not 1."""
    return left == right and list(map(type, left)) == list(map(type, right))


@given(st.lists(VALUES, max_size=30))
def test_a_column_comes_back_as_it_was(column: list[Any]) -> None:
    assert alike(there_and_back(column), column)


@given(st.lists(st.sampled_from([None, "", "ISO/TC 176", "published"]), max_size=60))
def test_a_column_that_repeats_itself_comes_back_as_it_was(column: list[str | None]) -> None:
    assert there_and_back(column) == column


def test_a_long_column_is_cut_into_pieces() -> None:
    column = [f"ISO {number}" for number in range(2 * PIECE + 1)]
    assert len(list(pack(column))) == 3
    assert there_and_back(column) == column


def test_what_repeats_is_said_once() -> None:
    assert list(pack(["published", "published", "withdrawn", "published"])) == [
        b'{"values":["published","withdrawn"],"places":[0,0,1,0]}'
    ]
    assert list(pack([None] * 1_000)) == [b'{"values":[null],"times":1000}']


def test_what_repeats_is_one_object_among_pieces_and_columns() -> None:
    shared = Shared()
    [first] = (unpack(piece, shared) for piece in pack(["ISO/TC 176", "ISO/TC 22"]))
    [second] = (unpack(piece, shared) for piece in pack(["ISO/TC 176"] * 3))
    assert second[0] is first[0]


@pytest.mark.parametrize("piece", [b"", b"7", b"{}", b'{"values":["a"]}', b'{"values":["a"],"places":[-1]}'])
def test_what_is_no_piece_is_refused(piece: bytes) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        unpack(piece, Shared())
