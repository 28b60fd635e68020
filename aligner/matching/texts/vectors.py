"""Texts as sparse vectors: words weighed by how rare they are, rows of length one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.matching.texts.matrices import Matrix, matrix

Indices = NDArray[np.integer[Any]]
Values = NDArray[np.floating[Any]]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one side and their weights; `idf` is 1 for a term of every text and grows with its rarity."""

    index: dict[str, int]
    idf: Values
    texts: int = 0  # how many there were

    @cached_property
    def terms(self) -> list[str]:
        """The terms in the order of the columns."""
        return list(self.index)

    @property
    def rarest(self) -> float:
        """The weight of a term that one text alone has."""
        return float(self.idf.max(initial=1))

    def rarity(self, share: float) -> float:
        """The least weight of terms that at most this share of the texts, or one alone, has."""
        return float(np.log((1 + self.texts) / (1 + max(share * self.texts, 1))) + 1 - 1e-4)

    @classmethod
    def of(cls, texts: Sequence[Iterable[str]]) -> "Vocabulary":
        """The terms of these texts."""
        return cls.with_vectors(texts)[0]

    @classmethod
    def with_vectors(cls, texts: Sequence[Iterable[str]]) -> "tuple[Vocabulary, Matrix]":
        """The terms of these texts, and the texts as vectors."""
        index: dict[str, int] = {}
        counts = _counts(texts, index, grow=True)
        frequency = np.bincount(counts.indices, minlength=len(index))
        idf = np.log((1 + len(texts)) / (1 + frequency)) + 1
        vocabulary = cls(index, idf.astype(np.float32), len(texts))
        return vocabulary, weighed(counts, vocabulary.idf)

    def vectors(self, texts: Sequence[Iterable[str]]) -> Matrix:
        """One row of length one for each text; terms that are not known are left out, an empty text is a zero row."""
        return weighed(_counts(texts, self.index, grow=False), self.idf)


def weighed(counts: Matrix, idf: Values) -> Matrix:
    """Rows of length one: counts dampened by their logarithm, times the weight of each term."""
    data = (1 + np.log(counts.data)) * idf[counts.indices]
    return unit_rows(matrix((data.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape))


def presence(texts: Sequence[Iterable[str]], index: dict[str, int]) -> Matrix:
    """1 where a text has a term."""
    counts = _counts(texts, index, grow=False)
    counts.data[:] = 1
    return counts


def unit_rows(vectors: Matrix) -> Matrix:
    """The rows scaled to length one; zero rows stay zero."""
    squares = np.add.reduceat(np.append(vectors.data**2, 0), vectors.indptr[:-1]) * (np.diff(vectors.indptr) > 0)
    lengths = np.sqrt(np.where(squares > 0, squares, 1))
    data = vectors.data / np.repeat(lengths, np.diff(vectors.indptr))
    return matrix((data.astype(np.float32), vectors.indices, vectors.indptr), shape=vectors.shape)


def row_products(left: Matrix, left_rows: Indices, right: Matrix, right_rows: Indices) -> Values:
    """The inner product of each pair of rows."""
    product = left[left_rows].multiply(right[right_rows])
    return np.asarray(product.sum(axis=1), dtype=np.float32).ravel()


def _counts(texts: Sequence[Iterable[str]], index: dict[str, int], *, grow: bool) -> Matrix:
    """How often each text has each term."""
    columns: list[int] = []
    ends = [0]
    for text in texts:
        if grow:
            columns.extend([index.setdefault(term, len(index)) for term in text])
        else:
            columns.extend([index[term] for term in text if term in index])
        ends.append(len(columns))
    data = np.ones(len(columns), dtype=np.float32)
    parts = (data, np.asarray(columns, dtype=np.int32), np.asarray(ends, dtype=np.int32))
    counts = matrix(parts, shape=(len(texts), len(index)))
    counts.sum_duplicates()
    return counts
