"""Pairs of national standards and international works as columns, with the sides they point into."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np

from aligner.matching.sides.prepare import Internationals, Nationals
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Flags, Indices, Values

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

    @property
    def is_translated(self) -> Flags:
        """Whether the national title of each pair is in another language than English."""
        native, _, _ = self.title_columns(self.nationals.titles.is_native, self.internationals.titles.is_native)
        return native
