"""The two sides of a matching run as arrays: distinct titles once, editions folded into works."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from aligner.domain.fields import Status
from aligner.domain.table import Table
from aligner.domain.work import Works
from aligner.matching import languages
from aligner.matching.languages import Facets
from aligner.matching.lexicon import Lexicon
from aligner.matching.vectors import Flags, Indices, Matrix, Values, Vocabulary

NONE = -1
"""Stands in an index array where there is nothing to point at."""

ICS_LENGTHS = (2, 6, 9)
"""Lengths of a field (03), a group (03.100) and an exact code (03.100.01)."""

_NUMBER = re.compile(r"\d[\w.\-]*$")
_DEAD = frozenset({Status.DELETED.value})
_LIVING = frozenset({Status.IN_FORCE.value, Status.UPCOMING.value})


@dataclass(frozen=True)
class Titles:
    """Distinct normalized titles and what they say; `is_native` marks those that are not in English."""

    texts: list[str]
    facets: list[Facets]
    is_native: Flags
    folded: list[str]  # the words in their order
    sorted: list[str]  # the words in alphabetical order

    def terms(self) -> list[tuple[str, ...]]:
        """What each title is found by."""
        return [terms_of(facets) for facets in self.facets]


@dataclass(frozen=True)
class Documents:
    """One position for each national standard, or for each international work."""

    row: Indices  # the row of the table that stands for it
    numbers: list[str]  # number and part as in the designation: "60068-2-1", "" when there is none
    types: list[str]
    published: Values  # year and fraction of the first publication, nan when unknown
    scopes: list[str]
    scope_vectors: Matrix | None  # None when no national scope can be compared
    classes: tuple[Matrix, ...]  # ICS codes, one matrix for each of ICS_LENGTHS
    in_force: Flags

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True)
class Nationals:
    """The national standards that take part."""

    table: Table
    documents: Documents
    titles: Titles
    title_of: Indices  # position in titles, NONE without any title
    bilingual: list[tuple[Facets, Facets]]  # native and English titles of the rows that have both
    lexicon: Lexicon | None  # None as long as no native title needs one
    states: Flags  # whether the catalogue states what it adopts
    translated: dict[int, dict[str, str]] = field(default_factory=dict)  # what `translations` gave

    def translations(self, title: int) -> dict[str, str]:
        """For each English word that a native title lets expect, the native word that it is taken for."""
        if self.lexicon is None:
            return {}
        if title not in self.translated:
            self.translated[title] = self.lexicon.translations(self.titles.facets[title].words)
        return self.translated[title]


@dataclass(frozen=True)
class Internationals:
    """The works, with all the titles that their editions ever had."""

    table: Table
    documents: Documents
    titles: Titles
    title_ends: Indices  # the works of title t: title_works[title_ends[t] : title_ends[t + 1]]
    title_works: Indices  # positions in documents
    latest_title: Indices  # position in titles, for each position in documents
    work: Indices  # position in Works.works, for each position in documents


def terms_of(facets: Facets) -> tuple[str, ...]:
    """The words and the part as one more: a part number that few titles bear tells much."""
    return (*facets.words, f"part {facets.part}") if facets.part else facets.words


def prepare(national: Table, international: Table, works: Works) -> tuple[Nationals, Internationals]:
    """Both sides, their ICS codes in common columns."""
    codes = [_places(national["ics"] + international["ics"], length) for length in ICS_LENGTHS]
    ours = [row for row, copy in enumerate(national["duplicate_of"]) if copy is None]
    texts, title_of = _distinct([_best_title(national, row) for row in ours])
    nationals = Nationals(
        table=national,
        documents=_documents(national, [[row] for row in ours], codes),
        titles=_titles(texts),
        title_of=title_of,
        bilingual=_bilingual(national, ours),
        lexicon=None,
        states=np.asarray([bool(national["statements"][row]) for row in ours], dtype=bool),
    )
    internationals = _internationals(international, works, codes)
    return _with_scopes(nationals, internationals)


def _with_scopes(nationals: Nationals, internationals: Internationals) -> tuple[Nationals, Internationals]:
    """The scopes of both sides as vectors, when there is a national one in English to compare."""
    if not any(languages.is_english(scope) for scope in nationals.documents.scopes):
        return nationals, internationals
    theirs = [languages.scope_words(scope) for scope in internationals.documents.scopes]
    vocabulary = Vocabulary.of(theirs)
    ours = vocabulary.vectors([languages.scope_words(scope) for scope in nationals.documents.scopes])
    return (
        replace(nationals, documents=replace(nationals.documents, scope_vectors=ours)),
        replace(
            internationals,
            documents=replace(internationals.documents, scope_vectors=vocabulary.vectors(theirs)),
        ),
    )


def _internationals(table: Table, works: Works, codes: list[dict[str, int]]) -> Internationals:
    """Works that have a title; supplements stand for a work only where no base document is listed."""
    rows_of = _rows_by_work(table, works)
    work = sorted(rows_of)
    groups = [rows_of[index] for index in work]
    rows = [row for group in groups for row in group]
    texts, title_of = _distinct([_best_title(table, row) for row in rows])
    position = np.repeat(np.arange(len(groups), dtype=np.int32), [len(group) for group in groups])
    pairs = np.unique(np.stack([title_of, position])[:, title_of != NONE], axis=1)
    ends = np.searchsorted(pairs[0], np.arange(len(texts) + 1)).astype(np.int32)
    documents = _documents(table, groups, codes)
    title_of_row = np.full(len(table), NONE, dtype=np.int32)
    title_of_row[rows] = title_of
    return Internationals(
        table=table,
        documents=documents,
        titles=_titles(texts),
        title_ends=ends,
        title_works=pairs[1].astype(np.int32),
        latest_title=title_of_row[documents.row],
        work=np.asarray(work, dtype=np.int32),
    )


def _rows_by_work(table: Table, works: Works) -> dict[int, list[int]]:
    """Rows of each work that count for matching, by its position in Works.works."""
    bases: dict[int, list[int]] = {}
    supplements: dict[int, list[int]] = {}
    supplement, status = table["is_supplement"], table["status"]
    for row, work in enumerate(works.work_of_row):
        if work is not None and status[row] not in _DEAD:
            (supplements if supplement[row] else bases).setdefault(work, []).append(row)
    return supplements | bases


def _documents(table: Table, groups: Sequence[Sequence[int]], codes: list[dict[str, int]]) -> Documents:
    """What the rows of each group say together; the last one published stands for it."""
    published = [_year(text) for text in table["published"]]
    status, scopes, ics = table["status"], table["scope"], table["ics"]
    row = [max(group, key=lambda index: (published[index], index)) for group in groups]
    first = [min((published[index] for index in group if published[index]), default=np.nan) for group in groups]
    longest = [max((scopes[index] for index in group), key=len) for group in groups]
    listed = [{code for index in group for code in ics[index]} for group in groups]
    works, types = table["work"], table["type"]
    return Documents(
        row=np.asarray(row, dtype=np.int32),
        numbers=[_number(works[index]) for index in row],
        types=[types[index] for index in row],
        published=np.asarray(first, dtype=np.float32),
        scopes=longest,
        scope_vectors=None,
        classes=tuple(_class_matrix(listed, length, places) for length, places in zip(ICS_LENGTHS, codes, strict=True)),
        in_force=np.asarray([any(status[index] in _LIVING for index in group) for group in groups], dtype=bool),
    )


def _best_title(table: Table, row: int) -> str:
    """The English title, else the one in the national language; normalized."""
    english, own = table["title_en"][row], table["title"][row]
    return languages.normalized(english if languages.is_english(english) else own or english)


def _bilingual(table: Table, rows: Sequence[int]) -> list[tuple[Facets, Facets]]:
    """Distinct titles that stand in both languages, when there is a title that stands in the native one alone."""
    native, english = table["title"], table["title_en"]
    if all(languages.is_english(english[row]) or not languages.is_native(native[row]) for row in rows):
        return []
    both = dict.fromkeys(
        (languages.normalized(native[row]), languages.normalized(english[row]))
        for row in rows
        if languages.is_english(english[row]) and languages.is_native(native[row])
    )
    return [(languages.native_facets(own), languages.english_facets(other)) for own, other in both]


def _distinct(texts: Iterable[str]) -> tuple[list[str], Indices]:
    """Each text once, and where each of the given ones is found; NONE for an empty one."""
    known: dict[str, int] = {}
    found = [known.setdefault(text, len(known)) if text else NONE for text in texts]
    return list(known), np.asarray(found, dtype=np.int32)


def _titles(texts: list[str]) -> Titles:
    """What the distinct titles say, whatever their language."""
    native = [not languages.is_english(text) for text in texts]
    facets = [
        languages.native_facets(text) if own else languages.english_facets(text)
        for text, own in zip(texts, native, strict=True)
    ]
    return Titles(
        texts=texts,
        facets=facets,
        is_native=np.asarray(native, dtype=bool),
        folded=[" ".join(facet.words) for facet in facets],
        sorted=[" ".join(sorted(facet.words)) for facet in facets],
    )


def _places(listed: Iterable[Sequence[str]], length: int) -> dict[str, int]:
    """A column for each class of this depth."""
    return {name: place for place, name in enumerate(sorted({code[:length] for codes in listed for code in codes}))}


def _class_matrix(listed: Sequence[set[str]], length: int, places: dict[str, int]) -> Matrix:
    """One row for each document, 1 where it has the class."""
    columns: list[int] = []
    ends = [0]
    for codes in listed:
        columns.extend({places[code[:length]] for code in codes})
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    return Matrix((ones, columns, ends), shape=(len(listed), len(places)))


def _year(text: Any) -> float:
    """ "2016-07" as 2016.5; 0 when empty."""
    if not text:
        return 0.0
    return int(text[:4]) + ((int(text[5:7]) - 1) / 12 if len(text) > len("2016") else 0.5)


def _number(work: str) -> str:
    """Number and part of an undated designation, part separators as hyphens: GB/T 20000.2 gives "20000-2"."""
    found = _NUMBER.search(work)
    return found.group().replace(".", "-").casefold() if found else ""
