"""Distinct titles of one side, and what they say as columns."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.matching.texts.facets import Facets, facets_of
from aligner.matching.texts.language import ENGLISH, FRENCH, is_latin, languages_of, normalized
from aligner.matching.texts.vectors import Flags, Indices

READING = N_("Reading titles")
STEP = 10_000
"""Titles read between two reports of progress."""

NONE = -1
"""Stands in an index array where there is nothing to point at."""

Title = tuple[str, str]
"""A normalized title and its language."""
NO_TITLE: Title = ("", "")


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

    languages: Codes = field(default_factory=Codes)
    parts: Codes = field(default_factory=Codes)
    particulars: Codes = field(default_factory=Codes)
    turning: Codes = field(default_factory=Codes)


@dataclass(frozen=True)
class Titles:
    """Distinct normalized titles; columns of equal length."""

    texts: list[str]
    languages: list[str]
    facets: list[Facets]
    folded: list[str]  # the words in their order
    sorted: list[str]  # the words in alphabetical order
    language_codes: Indices
    parts: Indices  # codes of the facets
    particulars: Indices
    turning: Indices

    @cached_property
    def is_native(self) -> Flags:
        """Which titles are in another language than English."""
        return np.asarray([language != ENGLISH for language in self.languages], dtype=bool)

    def native_languages(self) -> list[str]:
        """The languages other than English that any title is in."""
        return sorted(set(self.languages) - {ENGLISH})

    def within(self, language: str) -> Indices:
        """The positions of the titles in this language."""
        return np.asarray([place for place, one in enumerate(self.languages) if one == language], dtype=np.int64)

    def terms(self) -> list[tuple[str, ...]]:
        """What each title is found by in its own language: no language shares terms with another."""
        return [
            terms_of(facets) if language == ENGLISH else tuple([tagged(term, language) for term in terms_of(facets)])
            for facets, language in zip(self.facets, self.languages, strict=True)
        ]


def titles_of(titles: Sequence[Title], codes: TitleCodes, progress: Progress) -> tuple[Titles, Indices]:
    """The distinct ones of these titles, and where each is; NONE for NO_TITLE."""
    known: dict[Title, int] = {}
    found = [known.setdefault(title, len(known)) if title[0] else NONE for title in titles]
    return _titles(list(known), codes, progress), np.asarray(found, dtype=np.int32)


def own_titles(
    english: Sequence[str], own: Sequence[str], french: Sequence[str], groups: Sequence[Hashable]
) -> list[Title]:
    """The best title of each row: the English one, else the one in its own language, else the French one.

    `groups` holds what the rows of one origin share, for titles that do not tell their language.
    """
    stated = [normalized(text) if is_latin(text) else "" for text in english]
    silent = [row for row, text in enumerate(stated) if not text]
    others = [normalized(own[row] or english[row] or french[row]) for row in silent]
    languages = languages_of(others, [groups[row] for row in silent])
    best = [(text, ENGLISH) for text in stated]
    for row, text, language in zip(silent, others, languages, strict=True):
        best[row] = (text, language)
    return best


def other_titles(
    english: Sequence[str], own: Sequence[str], french: Sequence[str], wanted: Collection[str]
) -> list[tuple[int, Title]]:
    """The titles of rows in wanted languages other than English, each with the place of its row."""
    found: list[tuple[int, Title]] = []
    if FRENCH in wanted:
        found = [(row, (normalized(text), FRENCH)) for row, text in enumerate(french) if text and not _is_missing(text)]
    rows = [row for row, text in enumerate(own) if text and text != english[row]]
    texts = [normalized(own[row]) for row in rows]
    languages = languages_of(texts, [""] * len(rows))
    return found + [
        (row, (text, language))
        for row, text, language in zip(rows, texts, languages, strict=True)
        if language in wanted and language != ENGLISH
    ]


def _is_missing(title: str) -> bool:
    """Whether a French title only says that there is none: "Titre manque"."""
    return normalized(title).startswith("titre manqu")


def tagged(term: str, language: str) -> str:
    """The term as no other language has it; English ones as they are."""
    return term if language == ENGLISH else f"{language}:{term}"


def terms_of(facets: Facets) -> tuple[str, ...]:
    """The words and the part as one more: a part number that few titles bear tells much."""
    return (*facets.words, f"part {facets.part}") if facets.part else facets.words


def _titles(titles: list[Title], codes: TitleCodes, progress: Progress) -> Titles:
    facets: list[Facets] = []
    for start in range(0, len(titles), STEP):
        progress.step(start, len(titles), READING)
        facets += [facets_of(text, language) for text, language in titles[start : start + STEP]]
    languages = [language for _, language in titles]
    return Titles(
        texts=[text for text, _ in titles],
        languages=languages,
        facets=facets,
        folded=[" ".join(facet.words) for facet in facets],
        sorted=[" ".join(sorted(facet.words)) for facet in facets],
        language_codes=codes.languages.of(languages),
        parts=codes.parts.of(facet.part for facet in facets),
        particulars=codes.particulars.of(facet.particulars for facet in facets),
        turning=codes.turning.of(facet.turning for facet in facets),
    )
