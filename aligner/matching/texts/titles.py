"""Distinct titles of one side, and what they say as columns."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.matching.texts import languages
from aligner.matching.texts.languages import Facets
from aligner.matching.texts.vectors import Flags, Indices

READING = N_("Reading titles")
STEP = 10_000
"""Titles read between two reports of progress."""

NONE = -1
"""Stands in an index array where there is nothing to point at."""


@dataclass(frozen=True)
class Codes:
    """Small integers for values, the same for equal values of both sides; 0 for an empty one."""

    known: dict[Hashable, int] = field(default_factory=dict)

    def of(self, values: Iterable[Hashable]) -> Indices:
        """The code of each value."""
        found = [self.known.setdefault(value, len(self.known) + 1) if value else 0 for value in values]
        return np.asarray(found, dtype=np.int32)


@dataclass(frozen=True)
class TitleCodes:
    """What the titles of both sides are coded with."""

    parts: Codes = field(default_factory=Codes)
    particulars: Codes = field(default_factory=Codes)
    turning: Codes = field(default_factory=Codes)


@dataclass(frozen=True)
class Titles:
    """Distinct normalized titles; columns of equal length. `is_native` marks those that are not in English."""

    texts: list[str]
    facets: list[Facets]
    is_native: Flags
    folded: list[str]  # the words in their order
    sorted: list[str]  # the words in alphabetical order
    parts: Indices  # codes of the facets
    particulars: Indices
    turning: Indices

    def terms(self) -> list[tuple[str, ...]]:
        """What each title is found by."""
        return [terms_of(facets) for facets in self.facets]


def distinct_titles(table: Table, rows: Sequence[int], codes: TitleCodes, progress: Progress) -> tuple[Titles, Indices]:
    """The titles of these rows, and where each row's is; NONE for a row without title."""
    known: dict[str, int] = {}
    places: dict[tuple[str, str], int] = {}
    english, own = table["title_en"], table["title"]
    found: list[int] = []
    for row in rows:
        printed = (english[row], own[row])
        if printed not in places:
            text = best_title(*printed)
            places[printed] = known.setdefault(text, len(known)) if text else NONE
        found.append(places[printed])
    return _titles(list(known), codes, progress), np.asarray(found, dtype=np.int32)


def best_title(english: str, own: str) -> str:
    """The English title, else the one in the national language; normalized."""
    return languages.normalized(english if languages.is_english(english) else own or english)


def terms_of(facets: Facets) -> tuple[str, ...]:
    """The words and the part as one more: a part number that few titles bear tells much."""
    return (*facets.words, f"part {facets.part}") if facets.part else facets.words


def _titles(texts: list[str], codes: TitleCodes, progress: Progress) -> Titles:
    native = [not languages.is_english(text) for text in texts]
    facets: list[Facets] = []
    for start in range(0, len(texts), STEP):
        progress.step(start, len(texts), READING)
        facets += [
            languages.native_facets(text) if own else languages.english_facets(text)
            for text, own in zip(texts[start : start + STEP], native[start : start + STEP], strict=True)
        ]
    return Titles(
        texts=texts,
        facets=facets,
        is_native=np.asarray(native, dtype=bool),
        folded=[" ".join(facet.words) for facet in facets],
        sorted=[" ".join(sorted(facet.words)) for facet in facets],
        parts=codes.parts.of(facet.part for facet in facets),
        particulars=codes.particulars.of(facet.particulars for facet in facets),
        turning=codes.turning.of(facet.turning for facet in facets),
    )
