"""Works found by their scope, for national standards whose title says little or nothing."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from aligner.domain.progress import Progress
from aligner.matching.sides.meaning import Meanings, VectorsFinder, international_meanings
from aligner.matching.sides.prepare import Internationals, Nationals
from aligner.matching.texts.encoder import LANGUAGES
from aligner.matching.texts.language import ENGLISH, languages_of
from aligner.matching.texts.matrices import Matrix, largest_products, matrix
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Indices, Values
from aligner.matching.texts.words import scope_beginning

SENTENCE = 240
"""Letters of a scope in another language whose meaning is compared with that of titles."""


@dataclass(frozen=True)
class ScopeSearch:
    """What finds works by scope: words for scopes in English, the meaning of their beginning for those in others."""

    nationals: Nationals
    internationals: Internationals
    meanings: Meanings | None  # its national rows are scopes: a place for each national standard

    @cached_property
    def _across(self) -> Matrix | None:
        theirs = self.internationals.documents.scope_vectors
        return None if theirs is None else matrix(theirs.T.tocsr())

    def by_words(self, nationals: Indices, works: int) -> tuple[Indices, Indices]:
        """The `works` works whose scopes are nearest to those of these nationals: national, and work."""
        ours, across = self.nationals.documents.scope_vectors, self._across
        asked = nationals[self.nationals.says_little[nationals]]
        if ours is None or across is None or not len(asked):
            return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)
        near = largest_products(ours[asked], across, works, in_order=True)
        return np.repeat(asked, np.diff(near.indptr)), near.indices

    def by_meaning(self, nationals: Indices, titles: int) -> tuple[Indices, Indices, Values]:
        """The titles nearest in meaning to the scopes of these nationals: national, title, and how near."""
        if self.meanings is None:
            return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32)
        place, title = self.meanings.nearest(nationals, titles)
        return nationals[place], title, self.meanings.likeness(nationals[place], title)


def scope_search(
    nationals: Nationals,
    internationals: Internationals,
    title_meanings: Meanings | None,
    find: VectorsFinder,
    progress: Progress,
) -> ScopeSearch:
    """The search over the scopes of both sides; meanings only where a scope in another language needs them."""
    wanted = _native_scopes(nationals)
    kept = find() if wanted else None
    if kept is None:
        return ScopeSearch(nationals, internationals, None)
    meanings = title_meanings or international_meanings(internationals.titles, kept, progress)
    vectors = kept.of([text for _, text in wanted], progress)
    place = np.full(len(nationals.documents), NONE, dtype=np.int64)
    place[[position for position, _ in wanted]] = np.arange(len(wanted))
    scopes = replace(meanings, national=vectors, national_place=place)
    return ScopeSearch(nationals, internationals, scopes)


def _native_scopes(nationals: Nationals) -> list[tuple[int, str]]:
    """Position and beginning of each scope in another language whose standard has no telling title."""
    scopes = nationals.documents.scopes
    asked = [place for place in np.flatnonzero(nationals.says_little).tolist() if scopes[place]]
    texts = [scope_beginning(scopes[place])[:SENTENCE] for place in asked]
    languages = languages_of(texts, [""] * len(texts))
    return [
        (place, text)
        for place, text, language in zip(asked, texts, languages, strict=True)
        if language != ENGLISH and language in LANGUAGES
    ]
