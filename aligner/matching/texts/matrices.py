"""Sparse matrices; scipy, which takes half a second to load, is loaded with the first of them.

A window or a command that only shows what was matched earlier does without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csr_matrix as Matrix  # noqa: N812 - the only kind there is here
else:
    Matrix = Any  # named in annotations only

__all__ = ["Matrix", "largest_products", "matrix", "side_by_side"]


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

    With `least`, only values above it.
    """
    from sparse_dot_topn import sp_matmul_topn  # noqa: PLC0415 - loads scipy

    return matrix(sp_matmul_topn(left, right, top_n=most, threshold=least, sort=in_order, n_threads=threads))
