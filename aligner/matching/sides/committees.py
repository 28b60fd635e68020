"""Which international committees the national ones mirror, as the catalogue's own statements show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.matching.sides.documents import Documents
from aligner.matching.texts.matrices import Matrix, matrix
from aligner.matching.texts.vectors import Flags, Indices, Values

LEAST_STATED = 5
"""A national committee with fewer stated adoptions is not judged by them."""


@dataclass(frozen=True)
class Mirrors:
    """Share of a national committee's stated adoptions (row) that an international committee owns (column)."""

    shares: Matrix
    is_known: Flags  # by code of the national committee: whether enough is stated

    def share(self, national: Indices, international: Indices) -> tuple[Values, Flags]:
        """The share of each pair of committee codes, and where it is known."""
        known = self.is_known[national] & (international != 0)
        shares = np.asarray(self.shares[national, international], dtype=np.float32).ravel()
        return shares, np.asarray(known)


def learn_mirrors(
    ours: Documents, theirs: Documents, stated: Mapping[int, Sequence[tuple[int, int]]]
) -> Mirrors | None:
    """What the statements (national position: works stated) show; None when no committee has enough of them."""
    pairs = [(own, work) for own, works in stated.items() for work, _ in works]
    national = ours.committee_codes[np.asarray([own for own, _ in pairs], dtype=np.int64)]
    international = theirs.committee_codes[np.asarray([work for _, work in pairs], dtype=np.int64)]
    both = (national != 0) & (international != 0)
    shape = (int(ours.committee_codes.max(initial=0)) + 1, int(theirs.committee_codes.max(initial=0)) + 1)
    ones = np.ones(int(both.sum()), dtype=np.float32)
    counts = matrix((ones, (national[both], international[both])), shape=shape)
    total = np.asarray(counts.sum(axis=1)).ravel()
    is_known = total >= LEAST_STATED
    if not is_known.any():
        return None
    scale = (1 / np.maximum(total, 1)).astype(np.float32)
    shares = counts.data * np.repeat(scale, np.diff(counts.indptr))
    return Mirrors(matrix((shares, counts.indices, counts.indptr), shape=shape), is_known)
