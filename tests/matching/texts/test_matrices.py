"""The largest values of a product, held to what plain arithmetic finds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aligner.matching.texts.matrices import ROWS_AT_ONCE, largest_products, matrix, side_by_side

COLUMNS = 5


def rows(values: st.SearchStrategy[float], most: int) -> st.SearchStrategy[list[list[float]]]:
    return st.lists(st.lists(values, min_size=COLUMNS, max_size=COLUMNS), max_size=most)


HALVES = st.sampled_from([0.0, 0.5, 1.0])
"""Few and exact values: many sums are equal, and none is rounded."""


def dense(listed: list[list[float]]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.asarray(listed, dtype=np.float32).reshape(len(listed), COLUMNS)


@given(rows(HALVES, 9), rows(HALVES, 7), st.integers(1, 8), st.none() | st.sampled_from([0.25, 1.0]), st.integers(1, 3))
def test_the_largest_values_of_each_row_the_first_columns_among_equals(
    left: list[list[float]], right: list[list[float]], most: int, least: float | None, threads: int
) -> None:
    ours, theirs = dense(left), dense(right)
    found = largest_products(matrix(ours), matrix(theirs.T), most, least=least, in_order=True, threads=threads)
    assert found.shape == (len(left), len(right))
    for row, values in enumerate(ours @ theirs.T):
        wanted = [(-value, column) for column, value in enumerate(values.tolist()) if value > (least or 0)]
        first, end = found.indptr[row : row + 2]
        got = list(zip((-found.data[first:end]).tolist(), found.indices[first:end].tolist(), strict=True))
        assert got == sorted(wanted)[:most]


def test_more_rows_than_are_multiplied_at_once_keep_their_order() -> None:
    count = 2 * ROWS_AT_ONCE + 3
    ones = matrix(np.eye(count, dtype=np.float32))
    found = largest_products(ones, ones, 2, threads=2)
    assert (found != ones).nnz == 0


def test_columns_of_several_matrices_stand_side_by_side() -> None:
    one = matrix(np.eye(2, dtype=np.float32))
    assert side_by_side([one, 2 * one]).toarray().tolist() == [[1, 0, 2, 0], [0, 1, 0, 2]]
