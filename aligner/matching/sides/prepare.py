"""The two sides of a matching run: distinct titles once, editions folded into works."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from aligner.domain.progress import Progress
from aligner.domain.standards.fields import Status
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works
from aligner.matching.sides.committees import Mirrors
from aligner.matching.sides.documents import DocumentCodes, Documents, documents, scope_vectors
from aligner.matching.texts import languages
from aligner.matching.texts.languages import Facets
from aligner.matching.texts.lexicon import Lexicon
from aligner.matching.texts.titles import NONE, READING, TitleCodes, Titles, distinct_titles
from aligner.matching.texts.vectors import Flags, Indices


@dataclass(frozen=True)
class Nationals:
    """The national standards that take part."""

    table: Table
    documents: Documents
    titles: Titles
    title_of: Indices  # position in titles, NONE without any title
    bilingual: list[tuple[Facets, Facets]]  # native and English titles of the rows that have both
    lexicon: Lexicon | None  # None as long as no native title needs one
    mirrors: Mirrors | None  # None as long as no statements tell which committees mirror each other
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


def prepare(
    national: Table, international: Table, works: Works, progress: Progress
) -> tuple[Nationals, Internationals]:
    """Both sides, coded alike."""
    progress.step(0, 3, READING)
    title_codes = TitleCodes()
    codes = DocumentCodes.over([*national["ics"], *international["ics"]])
    nationals = _nationals(national, title_codes, codes, progress)
    progress.step(1, 3, READING)
    internationals = _internationals(international, works, title_codes, codes, progress)
    progress.step(2, 3, READING)
    scopes = scope_vectors(nationals.documents.scopes, internationals.documents.scopes)
    if scopes is None:
        return nationals, internationals
    ours, theirs = scopes
    return (
        replace(nationals, documents=replace(nationals.documents, scope_vectors=ours)),
        replace(internationals, documents=replace(internationals.documents, scope_vectors=theirs)),
    )


def _nationals(table: Table, title_codes: TitleCodes, codes: DocumentCodes, progress: Progress) -> Nationals:
    """Every standard once: duplicates of a catalogue and what another catalogue lists again are left out."""
    copies, names = table["duplicate_of"], table["designation"]
    rows = sorted({names[row]: row for row in reversed(range(len(table))) if copies[row] is None}.values())
    titles, title_of = distinct_titles(table, rows, title_codes, progress)
    return Nationals(
        table=table,
        documents=documents(table, [[row] for row in rows], codes),
        titles=titles,
        title_of=title_of,
        bilingual=_bilingual(table, rows, titles, title_of),
        lexicon=None,
        mirrors=None,
        states=np.asarray([bool(table["statements"][row]) for row in rows], dtype=bool),
    )


def _internationals(
    table: Table, works: Works, title_codes: TitleCodes, codes: DocumentCodes, progress: Progress
) -> Internationals:
    """Works that have a title; supplements stand for a work only where no base document is listed."""
    rows_of = _rows_by_work(table, works)
    work = sorted(rows_of)
    groups = [rows_of[index] for index in work]
    rows = [row for group in groups for row in group]
    titles, title_of = distinct_titles(table, rows, title_codes, progress)
    position = np.repeat(np.arange(len(groups), dtype=np.int32), [len(group) for group in groups])
    has_title = title_of != NONE
    pairs = np.divmod(
        np.unique(title_of[has_title].astype(np.int64) * (len(groups) or 1) + position[has_title]), len(groups) or 1
    )
    title_of_row = np.full(len(table), NONE, dtype=np.int32)
    title_of_row[rows] = title_of
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


def _rows_by_work(table: Table, works: Works) -> dict[int, list[int]]:
    """Rows of each work that count for matching, by its position in Works.works."""
    bases: dict[int, list[int]] = {}
    supplements: dict[int, list[int]] = {}
    supplement, status = table["is_supplement"], table["status"]
    for row, work in enumerate(works.work_of_row):
        if work is not None and status[row] != Status.DELETED:
            (supplements if supplement[row] else bases).setdefault(work, []).append(row)
    return supplements | bases


def _bilingual(table: Table, rows: Sequence[int], titles: Titles, title_of: Indices) -> list[tuple[Facets, Facets]]:
    """Distinct titles that stand in both languages, when there is a title that stands in the native one alone."""
    if not titles.is_native.any():
        return []
    both = {
        (languages.normalized(table["title"][row]), title)
        for row, title in zip(rows, title_of.tolist(), strict=True)
        if title != NONE and not titles.is_native[title] and languages.is_native(table["title"][row])
    }
    return [(languages.native_facets(own), titles.facets[title]) for own, title in sorted(both)]
