"""What standards and works say besides their titles, as columns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from aligner.domain.standards.fields import NOT_IN_FORCE
from aligner.domain.standards.table import Table
from aligner.matching.texts.language import is_latin
from aligner.matching.texts.matrices import Matrix, matrix
from aligner.matching.texts.titles import Codes
from aligner.matching.texts.vectors import Flags, Indices, Values, Vocabulary
from aligner.matching.texts.words import scope_words

ICS_LENGTHS: Final = (2, 6, 9)
"""Lengths of a field (03), a group (03.100) and an exact code (03.100.01)."""

TELLING_DIGITS: Final = 5
"""Numbers of fewer digits agree by accident too often to say anything by themselves."""

LOWER_KINDS: Final = frozenset({"TR", "TS", "PAS", "GUIDE", "IWA", "Z"})
"""Kinds of documents below a standard; GB/Z documents adopt them. Recommendations were standards once."""

_NUMBER = re.compile(r"\d[\w.\-]*$")
_TECHNICAL = re.compile(r"^(.*?\b(?:JTC|TC|PC|SyC)\s*\d+)")


@dataclass(frozen=True)
class DocumentCodes:
    """What the documents of both sides are coded with; `places` gives a column for each class of each ICS level."""

    places: tuple[dict[str, int], ...]
    numbers: Codes = field(default_factory=Codes)
    heads: Codes = field(default_factory=Codes)
    kinds: Codes = field(default_factory=Codes)
    committees: Codes = field(default_factory=Codes)

    @classmethod
    def over(cls, classes: Iterable[Sequence[str]]) -> "DocumentCodes":
        """Codes for documents with these ICS codes."""
        listed = {code for codes in classes for code in codes}
        return cls(
            tuple(
                {name: place for place, name in enumerate(sorted({code[:length] for code in listed}))}
                for length in ICS_LENGTHS
            )
        )


@dataclass(frozen=True)
class Documents:
    """One position for each national standard, or for each international work."""

    row: Indices  # the row of the table that stands for it
    numbers: list[str]  # number and part as in the designation: "60068-2-1", "" when there is none
    number_codes: Indices
    head_codes: Indices  # of the number without part; 0 when it is too short to tell anything
    types: list[str]
    kinds: Indices  # codes of the types below a standard; 0 for a standard
    committee_codes: Indices  # of the technical committees; 0 when none is named
    published: Values  # year and fraction of the first publication, nan when unknown
    latest: Values  # the same of the last publication
    scopes: list[str]
    scope_vectors: Matrix | None  # None when no national scope can be compared
    classes: tuple[Matrix, ...]  # ICS codes, one matrix for each of ICS_LENGTHS
    in_force: Flags

    def __len__(self) -> int:
        return len(self.row)


def documents(table: Table, groups: Sequence[Sequence[int]], codes: DocumentCodes) -> Documents:
    """What the rows of each group say together; the last one published stands for it."""
    published = [_year(text) for text in table["published"]]
    status, scopes, ics = table["status"], table["scope"], table["ics"]
    row = [max(group, key=lambda index: (published[index], index)) for group in groups]
    last = [max((published[index] for index in group if published[index]), default=np.nan) for group in groups]
    first = [min((published[index] for index in group if published[index]), default=np.nan) for group in groups]
    works, types, committees = table["work"], table["type"], table["committee"]
    numbers = [_number(works[index]) for index in row]
    return Documents(
        row=np.asarray(row, dtype=np.int32),
        numbers=numbers,
        number_codes=codes.numbers.of(numbers),
        head_codes=codes.heads.of(_telling_head(number) for number in numbers),
        types=[types[index] for index in row],
        kinds=codes.kinds.of(_lower_kind(types[index]) for index in row),
        committee_codes=codes.committees.of(technical_committee(committees[index]) for index in row),
        published=np.asarray(first, dtype=np.float32),
        latest=np.asarray(last, dtype=np.float32),
        scopes=[max((scopes[index] for index in group), key=len) for group in groups],
        scope_vectors=None,
        classes=_class_matrices([{code for index in group for code in ics[index]} for group in groups], codes),
        in_force=np.asarray(
            [any(status[index] not in NOT_IN_FORCE for index in group) for group in groups], dtype=bool
        ),
    )


def scope_vectors(national: Sequence[str], international: Sequence[str]) -> tuple[Matrix, Matrix] | None:
    """The scopes of both sides as vectors; None when there is no national one in English to compare."""
    if not any(is_latin(scope) for scope in national):
        return None
    theirs = [scope_words(scope) for scope in international]
    vocabulary = Vocabulary.of(theirs)
    return vocabulary.vectors([scope_words(scope) for scope in national]), vocabulary.vectors(theirs)


def _class_matrices(listed: Sequence[set[str]], codes: DocumentCodes) -> tuple[Matrix, ...]:
    """For each ICS level one row for each document, 1 where it has the class."""
    return tuple(
        _class_matrix(listed, length, places) for length, places in zip(ICS_LENGTHS, codes.places, strict=True)
    )


def _class_matrix(listed: Sequence[set[str]], length: int, places: dict[str, int]) -> Matrix:
    columns: list[int] = []
    ends = [0]
    for codes in listed:
        columns.extend({places[code[:length]] for code in codes})
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    return matrix((ones, columns, ends), shape=(len(listed), len(places)))


def _number(work: str) -> str:
    """Number and part of an undated designation, part separators as hyphens: GB/T 20000.2 gives "20000-2"."""
    found = _NUMBER.search(work)
    return found.group().replace(".", "-").casefold() if found else ""


def _telling_head(number: str) -> str:
    head = number.partition("-")[0]
    return head if len(head) >= TELLING_DIGITS else ""


def technical_committee(printed: str) -> str:
    """The committee without its subcommittees: ISO/TC 29 for "ISO/TC 29/SC 9"; other texts as they are."""
    found = _TECHNICAL.match(printed.strip())
    return found.group(1) if found else printed.strip()


def _lower_kind(printed: str) -> str:
    """The kind of a document below a standard, "" for a standard."""
    kind = printed.upper().rpartition("/")[2]
    return kind if kind in LOWER_KINDS else ""


def _year(text: Any) -> float:
    """The day "2016-07" as 2016.5; 0 when empty."""
    if not text:
        return 0.0
    return int(text[:4]) + ((int(text[5:7]) - 1) / 12 if len(text) > len("2016") else 0.5)
