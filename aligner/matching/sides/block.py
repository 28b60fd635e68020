"""Which works come into question for a national standard: those whose titles share its rarer words, or its number."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from aligner.matching.sides.meaning import Meanings
from aligner.matching.sides.pairs import Pairs
from aligner.matching.sides.prepare import Internationals, Nationals
from aligner.matching.sides.scopes import ScopeSearch
from aligner.matching.texts.matrices import Matrix, largest_products
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Flags, Indices, Values, row_products

LEAST_COSINE = 0.3
"""A changed title that is farther away becomes no candidate worth a look."""

COMMON = 0.04
"""Terms that more than this share of the titles have find nothing; they still count in the cosine."""

MEANING = 0.5
"""What one part of likeness in meaning counts beside one of words when the works to be scored are chosen."""

Found = tuple[Indices, Indices, Indices, Values, Values]
"""National, work, title, cosine and likeness in meaning of each pair found."""


@dataclass(frozen=True)
class Index:
    """Everything that finds pairs: title vectors of both sides in common columns, and works by their number."""

    nationals: Nationals
    internationals: Internationals
    national_vectors: Matrix  # one row for each national title
    title_vectors: Matrix  # one row for each international title
    transposed: Matrix
    queries: Matrix  # the national vectors without the commonest terms
    works_by_number: dict[str, list[int]]
    stated: dict[int, list[tuple[int, int]]]  # national: works its catalogue states, with the statement's place
    meanings: Meanings | None  # None when no title is in another language, or without an encoder
    scopes: ScopeSearch

    @classmethod
    def of(
        cls,
        nationals: Nationals,
        internationals: Internationals,
        national: Matrix,
        titles: Matrix,
        stated: dict[int, list[tuple[int, int]]],
        meanings: Meanings | None,
        scopes: ScopeSearch,
    ) -> "Index":
        """The index over these vectors and statements."""
        by_number: dict[str, list[int]] = defaultdict(list)
        found = internationals.documents
        for position in np.flatnonzero(found.head_codes).tolist():
            by_number[found.numbers[position]].append(position)
        queries = _without_common_terms(national, titles, nationals.titles.is_native)
        across = titles.T.tocsr()
        numbers = dict(by_number)
        return cls(nationals, internationals, national, titles, across, queries, numbers, stated, meanings, scopes)

    def pairs(self, nationals: Indices, titles: int, works: int, threads: int) -> Pairs:
        """The pairs of these nationals, sorted by national: the `works` nearest of the `titles` nearest titles.

        Works with the same telling number come on top of these.
        """
        near = self._by_title(nationals, titles, works, threads)
        parts = [near, self._by_scope(nationals, works), self._by_number(nationals), self._by_statement(nationals)]
        national, work, title, cosine, meaning = _joined(parts)
        silent = np.full(len(national), NONE, dtype=np.int32)
        pairs = Pairs(self.nationals, self.internationals, national, work, title, cosine, meaning, silent)
        pairs = pairs.take(first_of_each(pairs.national, pairs.work, pairs.cosine + MEANING * pairs.meaning))
        return replace(pairs, statement=self._statements(pairs))

    def near_works(self, works: Collection[int], titles: int) -> Indices:
        """The nationals to which a title of these works (positions in Works.works) is near.

        Near is a cosine of at least LEAST_COSINE, or such a likeness in meaning; `titles` bounds how many of the works'
        titles are looked at for each.
        """
        theirs = self.internationals
        wanted = np.isin(theirs.work[theirs.title_works], np.asarray(sorted(works), dtype=np.int64))
        ends = np.concatenate([[0], np.cumsum(wanted)])
        chosen = np.flatnonzero(ends[theirs.title_ends[1:]] > ends[theirs.title_ends[:-1]])
        if not len(chosen) or not self.nationals.titles.texts:
            return np.zeros(0, dtype=np.int32)
        few = self.title_vectors[chosen].T.tocsr()
        near = largest_products(self.national_vectors, few, titles, least=LEAST_COSINE)
        found = np.flatnonzero(np.diff(near.indptr) > 0)
        if self.meanings is not None:
            found = np.union1d(found, self.meanings.near(chosen))
        return np.flatnonzero(np.isin(self.nationals.title_of, found)).astype(np.int32)

    def stating(self, works: Collection[int]) -> set[int]:
        """The nationals whose catalogue states one of these works (positions in Works.works), or its whole."""
        own = self.internationals.work
        stated = {one for one, found in self.stated.items() if any(int(own[place]) in works for place, _ in found)}
        offered = self.nationals.offered.items()
        return stated | {one for one, found in offered if any(int(own[place]) in works for place in found)}

    def _by_title(self, nationals: Indices, titles: int, works: int, threads: int) -> Found:
        """Titles near the national one, turned into the works that bore them."""
        if not self.nationals.titles.texts or not self.internationals.titles.texts:
            return self._with_titles([])
        wanted, place = np.unique(self.nationals.title_of[nationals], return_inverse=True)
        asked, titled = self._near_titles(np.maximum(wanted, 0), titles, threads)
        cosine, meaning = self._likeness(np.maximum(wanted, 0)[asked], titled)
        found = self._works_of(asked, titled, cosine, meaning)
        near = found[3] + MEANING * found[4]
        chosen = first_of_each(found[0], found[1], near)
        found, near = _chosen(found, chosen), near[chosen]
        found = _chosen(found, (rank_within(found[0], near) < works) & (wanted[found[0]] != NONE))
        ends = np.searchsorted(found[0], np.arange(len(wanted) + 1))
        counts = np.diff(ends)[place]
        _, work, title, cosine, meaning = _chosen(found, _ranges(ends[:-1][place], counts))
        return np.repeat(nationals, counts), work, title, cosine, meaning

    def _near_titles(self, own: Indices, titles: int, threads: int) -> tuple[Indices, Indices]:
        """The international titles nearest to each of these by words, and by meaning: place in `own`, and title."""
        near = largest_products(self.queries[own], self.transposed, titles, in_order=True, threads=threads)
        asked, found = np.repeat(np.arange(len(own)), np.diff(near.indptr)), near.indices
        if self.meanings is None:
            return asked, found
        asked_too, found_too = self.meanings.nearest(own, titles)
        count = len(self.internationals.titles.texts)
        pairs = np.unique(np.concatenate([asked * count + found, asked_too * count + found_too]))
        return pairs // count, pairs % count

    def _likeness(self, own: Indices, titles: Indices) -> tuple[Values, Values]:
        """Of each pair of titles the cosine of their words, and the likeness of their meaning."""
        cosine = row_products(self.national_vectors, own, self.title_vectors, titles)
        silent = np.zeros(len(own), dtype=np.float32)
        return cosine, silent if self.meanings is None else self.meanings.likeness(own, titles)

    def _works_of(self, query: Indices, title: Indices, cosine: Values, meaning: Values) -> Found:
        """Each (query, title) once for every work that bore the title."""
        start = self.internationals.title_ends[title]
        counts = self.internationals.title_ends[title + 1] - start
        works = self.internationals.title_works[_ranges(start, counts)]
        return (
            np.repeat(query, counts),
            works,
            np.repeat(title, counts),
            np.repeat(cosine, counts),
            np.repeat(meaning, counts),
        )

    def _by_scope(self, nationals: Indices, works: int) -> Found:
        """Works with a scope near to that of a national standard whose title says little."""
        own, work = self.scopes.by_words(nationals, works)
        silent = np.zeros(len(own), dtype=np.float32)
        by_words = own, work, self.internationals.latest_title[work], silent, silent
        own, title, meaning = self.scopes.by_meaning(nationals, works)
        by_meaning = self._works_of(own, title, np.zeros(len(own), dtype=np.float32), meaning)
        return _joined([by_words, by_meaning])

    def _by_number(self, nationals: Indices) -> Found:
        """Works that bear the number of the national standard."""
        numbers = self.nationals.documents.numbers
        return self._with_titles(
            [
                (position, work)
                for position in nationals.tolist()
                for work in self.works_by_number.get(numbers[position], ())
            ]
        )

    def _by_statement(self, nationals: Indices) -> Found:
        """Works that the national catalogue states, and the parts of withdrawn ones that it states undivided."""
        wanted, offered = nationals.tolist(), self.nationals.offered
        stated = [(position, work) for position in wanted for work, _ in self.stated.get(position, ())]
        return self._with_titles(
            stated + [(position, work) for position in wanted for work in offered.get(position, ())]
        )

    def _with_titles(self, found: list[tuple[int, int]]) -> Found:
        """These pairs with the title of each work's latest edition; cosine 0 where a side has none."""
        national, work = np.asarray(found, dtype=np.int32).reshape(-1, 2).T
        if not self.nationals.titles.texts or not self.internationals.titles.texts:
            nothing = np.full(len(found), NONE, dtype=np.int32)
            silent = np.zeros(len(found), dtype=np.float32)
            return national, work, nothing, silent, silent
        title, own = self.internationals.latest_title[work], self.nationals.title_of[national]
        known = (own != NONE) & (title != NONE)
        likeness = self._likeness(np.maximum(own, 0), np.maximum(title, 0))
        cosine, meaning = (np.where(known, value, np.float32(0)) for value in likeness)
        return national, work, title, cosine, meaning

    def _statements(self, pairs: Pairs) -> Indices:
        """Which statement names the work of each pair."""
        places = {
            (position, work): place
            for position in set(pairs.national.tolist())
            for work, place in reversed(self.stated.get(position, ()))
        }
        found = zip(pairs.national.tolist(), pairs.work.tolist(), strict=True) if places else ()
        listed = [places.get(pair, NONE) for pair in found]
        return np.asarray(listed, dtype=np.int32) if places else np.full(len(pairs), NONE, dtype=np.int32)


def _without_common_terms(vectors: Matrix, titles: Matrix, whole: Flags) -> Matrix:
    """The vectors without the terms of very many titles; `whole` rows and those without other terms keep them.

    Translated titles need all they have: none of their words is certain.
    """
    frequency = np.bincount(titles.indices, minlength=titles.shape[1])
    rare = frequency[vectors.indices] <= max(COMMON * titles.shape[0], 1)
    row = np.repeat(np.arange(vectors.shape[0]), np.diff(vectors.indptr))
    has_rare = (np.bincount(row[rare], minlength=vectors.shape[0]) > 0) & ~whole
    queries = vectors.copy()
    queries.data[~rare & has_rare[row]] = 0
    queries.eliminate_zeros()
    return queries


def first_of_each(group: Indices, member: Indices, value: Values) -> Indices:
    """Positions of the highest value of each (group, member), sorted by both; the first one of equals."""
    order = np.lexsort((-value, member, group))
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = (np.diff(group[order]) != 0) | (np.diff(member[order]) != 0)
    return order[fresh]


def rank_within(group: Indices, value: Values) -> Indices:
    """The place of each entry among its group by falling value, from 0; of equals the earlier comes first.

    Groups need not be sorted.
    """
    order = np.lexsort((-value, group))
    ordered = group[order]
    starts = np.flatnonzero(np.append(True, np.diff(ordered) != 0))
    place = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = place
    return rank


def _joined(parts: Sequence[Found]) -> Found:
    national, work, title, cosine, meaning = (np.concatenate(column) for column in zip(*parts, strict=True))
    return national, work, title, cosine, meaning


def _chosen(found: Found, chosen: Indices | Flags) -> Found:
    national, work, title, cosine, meaning = found
    return national[chosen], work[chosen], title[chosen], cosine[chosen], meaning[chosen]


def _ranges(start: Indices, counts: Indices) -> Indices:
    """start[0] .. start[0] + counts[0] - 1, then those of the next, in one array."""
    offsets = np.repeat(np.cumsum(counts) - counts, counts)
    return np.arange(counts.sum(), dtype=np.int64) - offsets + np.repeat(start, counts)
