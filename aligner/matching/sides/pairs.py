"""Pairs of national standards and international works as columns, with the sides they point into."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np

from aligner.matching.sides.prepare import Internationals, Nationals
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Flags, Indices, Values

MOSTLY = 0.25
"""Below this share of the words in the comparison, the meaning decides nearly alone."""

Column = TypeVar("Column", Indices, Flags)


@dataclass(frozen=True)
class Pairs:
    """Columns of equal length; `title` is the one of the work's titles that is nearest to the national one."""

    nationals: Nationals
    internationals: Internationals
    national: Indices  # position in nationals
    work: Indices  # position in internationals
    title: Indices  # position in internationals.titles
    cosine: Values  # of the words of both titles, rare words weighing more
    meaning: Values  # cosine of the meanings of two titles in different languages; 0 where it is not known
    statement: Indices  # which of the national standard's statements names the work, NONE when none does

    def __len__(self) -> int:
        return len(self.national)

    def take(self, chosen: Indices | Flags) -> "Pairs":
        """The chosen pairs, in this order."""
        return replace(
            self,
            national=self.national[chosen],
            work=self.work[chosen],
            title=self.title[chosen],
            cosine=self.cosine[chosen],
            meaning=self.meaning[chosen],
            statement=self.statement[chosen],
        )

    @cached_property
    def national_title(self) -> Indices:
        """Position of the national title of each pair."""
        return self.nationals.title_of[self.national]

    def title_columns(self, own: Column, other: Column) -> tuple[Column, Column, Flags]:
        """What two columns of titles say of each pair, and where both sides have a title at all."""
        known = np.asarray((self.national_title != NONE) & (self.title != NONE))
        ours, theirs = np.zeros(len(self), dtype=own.dtype), np.zeros(len(self), dtype=other.dtype)
        ours[known], theirs[known] = own[self.national_title[known]], other[self.title[known]]
        return ours, theirs, known

    @cached_property
    def is_offered(self) -> Flags:
        """Whether the national catalogue states the withdrawn whole of which the work is a part in force."""
        offered = self.nationals.offered
        found = zip(self.national.tolist(), self.work.tolist(), strict=True) if offered else ()
        parts = [work in offered.get(national, ()) for national, work in found]
        return np.asarray(parts, dtype=bool) if offered else np.zeros(len(self), dtype=bool)

    @cached_property
    def is_translated(self) -> Flags:
        """Whether the titles of each pair are in different languages."""
        ours, theirs = self.nationals.titles, self.internationals.titles
        own, other, known = self.title_columns(ours.language_codes, theirs.language_codes)
        return np.asarray(known & (own != other))

    @cached_property
    def word_share(self) -> Values:
        """How much the words of each national title decide, 0..1; its meaning does the rest."""
        shares = np.ones(len(self), dtype=np.float32)
        known = self.national_title != NONE
        shares[known] = self.nationals.word_shares[self.national_title[known]]
        return shares

    @cached_property
    def is_meant(self) -> Flags:
        """Which pairs of titles in different languages are compared mostly by their meaning."""
        return np.asarray(self.is_translated & (self.word_share < MOSTLY))
