"""The two sides of a matching run: distinct titles once, editions folded into works."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from aligner.domain.progress import Progress
from aligner.domain.standards.fields import Status
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works
from aligner.matching.sides.committees import Mirrors
from aligner.matching.sides.documents import DocumentCodes, Documents, documents, scope_vectors
from aligner.matching.texts.facets import Facets, facets_of, native_facets
from aligner.matching.texts.language import ENGLISH, is_latin, languages_of, normalized
from aligner.matching.texts.lexicon import Lexicon
from aligner.matching.texts.titles import (
    NO_TITLE,
    NONE,
    READING,
    TitleCodes,
    Titles,
    other_titles,
    own_titles,
    tagged,
    titles_of,
)
from aligner.matching.texts.vectors import Flags, Indices, Values, Vocabulary


@dataclass(frozen=True)
class Nationals:
    """The national standards that take part."""

    table: Table
    documents: Documents
    titles: Titles
    title_of: Indices  # position in titles, NONE without any title
    bilingual: dict[str, list[tuple[Facets, Facets]]]  # by language, titles of the rows that have one in English, too
    lexicons: dict[str, Lexicon]  # by language; empty as long as no title needs one
    mirrors: Mirrors | None  # None as long as no statements tell which committees mirror each other
    says_little: Flags  # which have no title, or one of hardly a word
    states: Flags  # whether the catalogue states what it adopts
    word_shares: Values  # for each title, how much its words decide where it meets one in another language
    offered: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # parts of the withdrawn works it states
    translated: dict[int, dict[str, str]] = field(default_factory=dict)  # what `translations` gave

    def translations(self, title: int) -> dict[str, str]:
        """For each English word that a native title lets expect, the native word that it is taken for."""
        lexicon = self.lexicons.get(self.titles.languages[title])
        if lexicon is None:
            return {}
        if title not in self.translated:
            self.translated[title] = lexicon.translations(self.titles.facets[title].words)
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
    vocabulary: Vocabulary | None = None  # of the titles; None before they are weighed

    def is_rare(self, word: str, language: str, share: float) -> bool:
        """Whether at most this share of the titles has the word, or one alone; language as in `Titles`."""
        if self.vocabulary is None:
            return False
        column = self.vocabulary.index.get(tagged(word, language))
        return column is None or bool(self.vocabulary.idf[column] >= self.vocabulary.rarity(share))


def prepare(
    national: Table, international: Table, works: Works, progress: Progress, asked: Collection[str] | None = None
) -> tuple[Nationals, Internationals]:
    """Both sides, coded alike. `asked` are the national designations whose titles and scopes are read, None for all."""
    progress.step(0, 3, READING)
    title_codes = TitleCodes()
    codes = DocumentCodes.over([*national["ics"], *international["ics"]])
    nationals = _nationals(national, title_codes, codes, asked, progress)
    progress.step(1, 3, READING)
    languages = nationals.titles.native_languages()
    internationals = _internationals(international, works, title_codes, codes, languages, progress)
    progress.step(2, 3, READING)
    scopes = scope_vectors(nationals.documents.scopes, internationals.documents.scopes)
    if scopes is None:
        return nationals, internationals
    ours, theirs = scopes
    return (
        replace(nationals, documents=replace(nationals.documents, scope_vectors=ours)),
        replace(internationals, documents=replace(internationals.documents, scope_vectors=theirs)),
    )


def _nationals(
    table: Table, title_codes: TitleCodes, codes: DocumentCodes, asked: Collection[str] | None, progress: Progress
) -> Nationals:
    """Every standard once: duplicates of a catalogue and what another catalogue lists again are left out."""
    copies, names = table["duplicate_of"], table["designation"]
    rows = sorted({names[row]: row for row in reversed(range(len(table))) if copies[row] is None}.values())
    english, own, french, origin = ([table[name][row] for row in rows] for name in _TITLE_COLUMNS)
    best = own_titles(english, own, french, origin)
    found = documents(table, [[row] for row in rows], codes)
    is_asked = np.asarray([asked is None or names[row] in asked for row in rows], dtype=bool)
    if not is_asked.all():
        best = [title if one else NO_TITLE for title, one in zip(best, is_asked, strict=True)]
        found = replace(found, scopes=[scope if one else "" for scope, one in zip(found.scopes, is_asked, strict=True)])
    titles, title_of = titles_of(best, title_codes, progress)
    return Nationals(
        table=table,
        documents=found,
        titles=titles,
        title_of=title_of,
        bilingual=_bilingual(english, own, origin, titles.native_languages()),
        lexicons={},
        mirrors=None,
        word_shares=np.ones(len(titles.texts), dtype=np.float32),
        says_little=_says_little(titles, title_of) & is_asked,
        states=np.asarray([bool(table["statements"][row]) for row in rows], dtype=bool),
    )


def _says_little(titles: Titles, title_of: Indices) -> Flags:
    """For each standard, whether its title tells nothing to look for."""
    poor = np.asarray([*(facets.says_little() for facets in titles.facets), True], dtype=bool)
    return np.asarray(poor[title_of])  # NONE is the last place


def _internationals(
    table: Table,
    works: Works,
    title_codes: TitleCodes,
    codes: DocumentCodes,
    languages: Collection[str],
    progress: Progress,
) -> Internationals:
    """Works that have a title; supplements stand for a work only where no base document is listed.

    Titles in `languages` are taken up beside the English ones; others would only cost time.
    """
    rows_of = _rows_by_work(table, works)
    work = sorted(rows_of)
    groups = [rows_of[index] for index in work]
    rows = [row for group in groups for row in group]
    english, own, french, origin = ([table[name][row] for row in rows] for name in _TITLE_COLUMNS)
    main = own_titles(english, own, french, origin)
    others = other_titles(english, own, french, languages) if languages else []
    titles, found = titles_of([*main, *(title for _, title in others)], title_codes, progress)
    position = np.repeat(np.arange(len(groups), dtype=np.int32), [len(group) for group in groups])
    position = np.concatenate([position, position[[place for place, _ in others]]])
    has_title = found != NONE
    pairs = np.divmod(
        np.unique(found[has_title].astype(np.int64) * (len(groups) or 1) + position[has_title]), len(groups) or 1
    )
    title_of_row = np.full(len(table), NONE, dtype=np.int32)
    title_of_row[rows] = found[: len(rows)]
    grouped = documents(table, groups, codes)
    return Internationals(
        table=table,
        documents=grouped,
        titles=titles,
        title_ends=np.searchsorted(pairs[0], np.arange(len(titles.texts) + 1)).astype(np.int32),
        title_works=pairs[1].astype(np.int32),
        latest_title=title_of_row[grouped.row],
        work=np.asarray(work, dtype=np.int32),
    )


_TITLE_COLUMNS = ("title_en", "title", "title_fr", "publisher")
"""Titles in English, in the catalogue's language and in French, and what rows of one origin share."""


def _rows_by_work(table: Table, works: Works) -> dict[int, list[int]]:
    """Rows of each work that count for matching, by its position in Works.works."""
    bases: dict[int, list[int]] = {}
    supplements: dict[int, list[int]] = {}
    supplement, status = table["is_supplement"], table["status"]
    for row, work in enumerate(works.work_of_row):
        if work is not None and status[row] != Status.DELETED:
            (supplements if supplement[row] else bases).setdefault(work, []).append(row)
    return supplements | bases


def _bilingual(
    english: Sequence[str], own: Sequence[str], origin: Sequence[str], wanted: Collection[str]
) -> dict[str, list[tuple[Facets, Facets]]]:
    """Distinct titles that stand in a wanted language and in English, by language."""
    if not wanted:
        return {}
    both = sorted(
        {
            (normalized(native), normalized(translated), group)
            for native, translated, group in zip(own, english, origin, strict=True)
            if native and native != translated and is_latin(translated)
        }
    )
    languages = languages_of([native for native, _, _ in both], [group for _, _, group in both])
    found: dict[str, list[tuple[Facets, Facets]]] = {language: [] for language in wanted}
    for (native, translated, _), language in zip(both, languages, strict=True):
        if language in found:
            found[language].append((native_facets(native, language), facets_of(translated, ENGLISH)))
    return found
