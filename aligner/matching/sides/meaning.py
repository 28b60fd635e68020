"""Titles of both sides as vectors of their meaning, for national ones in other languages than English."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from aligner.domain.progress import Progress
from aligner.matching.texts.encoder import LANGUAGES
from aligner.matching.texts.kept_vectors import KeptVectors
from aligner.matching.texts.language import ENGLISH
from aligner.matching.texts.titles import Titles
from aligner.matching.texts.vectors import Flags, Indices, Values


@dataclass(frozen=True)
class Meanings:
    """Vectors of length one; a row for each of the chosen titles."""

    national: Values
    national_place: Indices  # row for each national title; NONE where its meaning is not looked at
    international: Values
    international_titles: Indices  # the international title of each row, ascending
    international_place: Indices  # row for each international title, or NONE

    def has(self, national_titles: Indices) -> Flags:
        """Whether the meaning of these national titles is known."""
        return self.national_place[national_titles] >= 0

    def nearest(self, national_titles: Indices, count: int) -> tuple[Indices, Indices]:
        """For each of the titles the `count` international ones nearest in meaning: places in the list, and titles."""
        asked = np.flatnonzero(self.has(national_titles))
        count = min(count, len(self.international))
        if not len(asked) or not count:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        likeness = self.national[self.national_place[national_titles[asked]]] @ self.international.T
        best = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
        return np.repeat(asked, count), self.international_titles[best.ravel()]

    def near(self, international_titles: Indices) -> Indices:
        """The national titles whose meaning is near to that of any of these titles."""
        rows = self.international_place[international_titles]
        wanted = self.international[rows[rows >= 0]]
        near = np.zeros(len(self.national), dtype=bool)
        for start in range(0, len(wanted), _BLOCK):
            near |= (self.national @ wanted[start : start + _BLOCK].T >= LEAST_MEANING).any(axis=1)
        return np.flatnonzero((self.national_place >= 0) & near[self.national_place])

    def likeness(self, national_titles: Indices, international_titles: Indices) -> Values:
        """Cosine of each pair, not below 0; 0 where one of them is not looked at."""
        value = np.zeros(len(national_titles), dtype=np.float32)
        own, other = self.national_place[national_titles], self.international_place[international_titles]
        known = np.flatnonzero((own >= 0) & (other >= 0) & (national_titles >= 0) & (international_titles >= 0))
        for start in range(0, len(known), _BLOCK):
            some = known[start : start + _BLOCK]
            value[some] = np.einsum("ij,ij->i", self.national[own[some]], self.international[other[some]])
        return np.maximum(value, np.float32(0))


LEAST_MEANING = 0.5
"""A changed title that is less alike in meaning becomes no candidate worth a look."""
_BLOCK = 8192
"""Pairs compared at once; bounds the memory."""

VectorsFinder = Callable[[], KeptVectors | None]
"""Gives what encodes texts, None where nothing is installed; asked only when a title needs it."""


def no_vectors() -> None:
    """Leaves every comparison to the words."""


def meanings(ours: Titles, theirs: Titles, find: VectorsFinder, progress: Progress) -> Meanings | None:
    """The meanings of native national titles and of English international ones; None when there are none to compare."""
    wanted = [one != ENGLISH and one in LANGUAGES for one in ours.languages]
    own, other = np.flatnonzero(np.asarray(wanted, dtype=bool)), theirs.within(ENGLISH)
    kept = find() if len(own) and len(other) else None
    if kept is None:
        return None
    found = international_meanings(theirs, kept, progress)
    vectors = kept.of([ours.texts[place] for place in own.tolist()], progress)
    return replace(found, national=vectors, national_place=_places(own, len(ours.texts)))


def international_meanings(theirs: Titles, kept: KeptVectors, progress: Progress) -> Meanings:
    """The meanings of English international titles, still without national ones."""
    titles = theirs.within(ENGLISH)
    vectors = kept.of([theirs.texts[place] for place in titles.tolist()], progress)
    return Meanings(
        national=vectors[:0],
        national_place=np.zeros(0, dtype=np.int64),
        international=vectors,
        international_titles=titles,
        international_place=_places(titles, len(theirs.texts)),
    )


def _places(chosen: Indices, count: int) -> Indices:
    places = np.full(count, -1, dtype=np.int64)
    places[chosen] = np.arange(len(chosen))
    return places
