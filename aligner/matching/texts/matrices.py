"""Sparse matrices; scipy, which takes half a second to load, is loaded with the first of them.

A window or a command that only shows what was matched earlier does without it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix as Matrix  # noqa: N812 - the only kind there is here
else:
    Matrix = Any  # named in annotations only

__all__ = ["Matrix", "largest_products", "matrix", "side_by_side"]


ROWS_AT_ONCE: Final = 128
"""Rows of a product that are made at once: a row has thousands of values, of which some dozens are kept."""


def matrix(parts: Any, shape: tuple[int, int] | None = None) -> Matrix:
    """A matrix by rows from what scipy takes: (values, columns, ends of rows), (values, (rows, columns)), a matrix."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - see above

    return csr_matrix(parts, shape=shape)


def side_by_side(parts: Sequence[Matrix]) -> Matrix:
    """One matrix with the columns of several."""
    from scipy.sparse import hstack  # noqa: PLC0415 - see above

    return matrix(hstack(list(parts), format="csr", dtype=np.float32))


def largest_products(
    left: Matrix, right: Matrix, most: int, *, least: float | None = None, in_order: bool = False, threads: int = 1
) -> Matrix:
    """The product of two matrices with the `most` largest values of each row, the largest first when `in_order`.

    With `least`, only values above it. Of equal values the first columns are taken, whatever the computer.
    """
    shape = (left.shape[0], right.shape[1])
    cuts = [round(part * shape[0] / threads) for part in range(threads + 1)]
    slices = [left[start:end] for start, end in pairwise(cuts) if end > start]
    if not slices:
        return matrix(shape)
    with ThreadPoolExecutor(len(slices)) as pool:
        found = list(pool.map(lambda rows: _largest(rows, right, most, least, in_order=in_order), slices))
    values, columns, counts = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return matrix((values, columns, np.concatenate([[0], np.cumsum(counts)])), shape=shape)


def _largest(
    left: Matrix, right: Matrix, most: int, least: float | None, *, in_order: bool
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Values, columns and the number of them in each row. The product is made for some rows at a time."""
    values, columns, counts = [], [], []
    for start in range(0, left.shape[0], ROWS_AT_ONCE):
        product = left[start : start + ROWS_AT_ONCE] @ right
        for first, end in pairwise(product.indptr.tolist()):
            row, at = product.data[first:end], product.indices[first:end]
            if least is not None:
                row, at = row[row > least], at[row > least]
            chosen = _places(row, at, most)
            if in_order:
                chosen = chosen[np.lexsort((at[chosen], -row[chosen]))]
            values.append(row[chosen])
            columns.append(at[chosen])
            counts.append(len(chosen))
    return np.concatenate(values), np.concatenate(columns), np.asarray(counts)


def _places(row: NDArray[Any], columns: NDArray[Any], most: int) -> NDArray[Any]:
    """Where the `most` largest values are; of those that equal the least of them, the ones in the first columns."""
    if len(row) <= most:
        return np.arange(len(row))
    limit = np.partition(row, len(row) - most)[len(row) - most]
    larger, equal = np.flatnonzero(row > limit), np.flatnonzero(row == limit)
    few = most - len(larger)
    if len(equal) > few:
        equal = equal[np.argsort(columns[equal])[:few]]
    return np.concatenate([larger, equal])
