"""A lexicon between native and English words, learnt from titles that stand in both languages.

IBM Model 1 in both directions: every word of a title may translate every word of the other one, and eight rounds of
expectation and maximization find out which do. No order, no dictionary, nothing from outside the project but a short
table of standard terms for catalogues with few bilingual rows.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner import paths
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.matching.texts.matrices import Matrix, matrix, side_by_side
from aligner.matching.texts.vectors import Indices, Values, Vocabulary, presence, unit_rows
from aligner.matching.texts.words import FRAGMENT

LEARNING = N_("Learning words from bilingual titles")

ROUNDS = 8
LEAST = 0.05
"""Probabilities below this are noise."""
CERTAIN = 0.5
"""A word expected with this probability counts as fully expected."""
FEW_ROWS = 3000
"""Catalogues with fewer bilingual rows are helped by the shipped terms."""

LITTLE_WORDS = frozenset(
    ("the", "of", "for", "and", "in", "on", "to", "a", "an", "by", "with", "or", "from", "at", "as")
)
"""English words that no native word stands for."""

Bilingual = tuple[Sequence[str], Sequence[str]]
"""The words of one title in both languages."""


@dataclass(frozen=True)
class Lexicon:
    """Probable translations: `english` has a row for each native word, `native` one for each English term."""

    native_vocabulary: Vocabulary
    english_vocabulary: Vocabulary
    english: Matrix
    native: Matrix

    def native_vectors(self, titles: Sequence[Sequence[str]]) -> Matrix:
        """Native titles beside the English terms expected for them, each half of a length of one half.

        The product with an English title's own words and its `english_words` is the mean of two cosines: of the
        expected English words with the title's, and of the native words with those expected for the English title.
        """
        words = presence(titles, self.native_vocabulary.index)
        expected = _expected(words, self.english, self.english_vocabulary.idf)
        own = unit_rows(_scaled(words, self.native_vocabulary.idf))
        return matrix(side_by_side([expected, own]) * np.float32(0.5))

    def english_words(self, titles: Sequence[Sequence[str]]) -> Matrix:
        """The native words expected for English titles, rows of length one."""
        words = presence(titles, self.english_vocabulary.index)
        return _expected(words, self.native, self.native_vocabulary.idf)

    def knowledge(self, titles: Sequence[Sequence[str]]) -> Values:
        """How much of each native title the lexicon can translate: 0..1, rare words weighing more."""
        words = presence(titles, self.native_vocabulary.index)
        best = self.english.max(axis=1).toarray().ravel() if self.english.shape[1] else np.zeros(words.shape[1])
        weight = self.native_vocabulary.idf
        known = words @ (np.minimum(best / CERTAIN, 1) * weight)
        return np.asarray(known / np.maximum(words @ weight, np.float32(1e-9)), dtype=np.float32)

    def translations(self, title: Sequence[str]) -> dict[str, str]:
        """For each English word that the native title lets expect, the native word that it is taken for.

        Of words that are nearly as likely the longest one: 轴承 rather than 轴 is bearing.
        """
        found: dict[int, dict[str, float]] = {}
        for word in title:
            row = self.native_vocabulary.index.get(word)
            if row is None:
                continue
            start, end = self.english.indptr[row : row + 2]
            columns, chances = self.english.indices[start:end].tolist(), self.english.data[start:end].tolist()
            for column, chance in zip(columns, chances, strict=True):
                found.setdefault(column, {})[word] = chance
        terms = self.english_vocabulary.terms
        return {
            terms[column]: _best(chances).strip(FRAGMENT)
            for column, chances in found.items()
            if terms[column] not in LITTLE_WORDS
        }


NEARLY = 0.5
"""Words with this share of the greatest probability are nearly as likely."""


def _best(chances: Mapping[str, float]) -> str:
    """The longest of the likely words; the more likely one of equally long ones."""
    least = NEARLY * max(chances.values())
    return max((len(word.strip(FRAGMENT)), chance, word) for word, chance in chances.items() if chance >= least)[2]


def learn(
    bilingual: Sequence[Bilingual], asked: Iterable[Sequence[str]], english: Vocabulary, progress: Progress
) -> Lexicon:
    """The lexicon of these titles; `asked` are the native titles it will be asked about.

    Words that both languages write alike (Latin letters, numbers, part numbers) stand for themselves.
    """
    progress.step(0, 3, LEARNING)
    native = Vocabulary.of([words for words, _ in bilingual])
    index = dict(native.index)
    for words in asked:
        for word in words:
            index.setdefault(word, len(index))
    rare = np.full(len(index) - len(native.index), native.rarest, dtype=np.float32)
    native = Vocabulary(index, np.concatenate([native.idf, rare]))
    left, right, title = _alignments(bilingual, index, english.index)
    shape = (len(index), len(english.index))
    progress.step(1, 3, LEARNING)
    forward = _model_one(left, right, title, shape)
    progress.step(2, 3, LEARNING)
    backward = _model_one(right, left, title, shape[::-1])
    progress.step(3, 3, LEARNING)
    same = _same_words(index, english.index, shape)
    return Lexicon(native, english, _likely(forward, same), _likely(backward, same.T.tocsr()))


def shipped_terms(language: str) -> list[tuple[str, str]]:
    """Standard terms of this language with their English ones; none when no table is shipped."""
    path = paths.resources() / "lexicon" / f"{language}.toml"
    if not path.is_file():
        return []
    fields: Mapping[str, Mapping[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return [(native, english) for terms in fields.values() for native, english in terms.items()]


def _alignments(
    bilingual: Sequence[Bilingual], native: Mapping[str, int], english: Mapping[str, int]
) -> tuple[Indices, Indices, Indices]:
    """Every native word with every English word of the same title: their places, and that of the title."""
    lefts: list[Indices] = []
    rights: list[Indices] = []
    titles: list[Indices] = []
    for place, (words, terms) in enumerate(bilingual):
        left = np.asarray(sorted({native[word] for word in words}), dtype=np.int64)
        right = np.asarray(sorted({english[term] for term in terms if term in english}), dtype=np.int64)
        lefts.append(np.repeat(left, len(right)))
        rights.append(np.tile(right, len(left)))
        titles.append(np.full(len(left) * len(right), place, dtype=np.int64))
    empty = np.zeros(0, dtype=np.int64)
    return np.concatenate([empty, *lefts]), np.concatenate([empty, *rights]), np.concatenate([empty, *titles])


def _model_one(source: Indices, target: Indices, title: Indices, shape: tuple[int, int]) -> Matrix:
    """The probability that a source word (row) is translated by a target word (column)."""
    if not len(source):
        return matrix((np.zeros(0, dtype=np.float32), (source, target)), shape=shape)
    keys, pair = np.unique(source.astype(np.int64) * shape[1] + target, return_inverse=True)
    row = keys // shape[1]
    _, place = np.unique(title.astype(np.int64) * shape[1] + target, return_inverse=True)
    chance: Values = 1 / np.bincount(row, minlength=shape[0])[row]
    for _ in range(ROUNDS):
        weight = chance[pair]
        weight = weight / np.bincount(place, weight)[place]
        count = np.bincount(pair, weight)
        chance = count / np.bincount(row, count, minlength=shape[0])[row]
    return matrix((chance.astype(np.float32), (row, keys % shape[1])), shape=shape)


def _same_words(native: Mapping[str, int], english: Mapping[str, int], shape: tuple[int, int]) -> Matrix:
    """1 where a word of Latin letters or digits stands in both languages."""
    common = [(place, english[word]) for word, place in native.items() if word in english]
    rows, columns = np.asarray(common, dtype=np.int64).reshape(-1, 2).T
    return matrix((np.ones(len(common), dtype=np.float32), (rows, columns)), shape=shape)


def _likely(learnt: Matrix, same: Matrix) -> Matrix:
    """What is likely enough, and equal words."""
    kept = learnt.copy()
    kept.data[kept.data < LEAST] = 0
    kept.eliminate_zeros()
    return matrix(kept.maximum(same))


def _expected(words: Matrix, translations: Matrix, idf: Values) -> Matrix:
    """The words expected in the other language, none more than once, rare ones weighing more; rows of length one."""
    expected = matrix(words @ translations)
    expected.data = np.minimum(expected.data / np.float32(CERTAIN), np.float32(1))
    return unit_rows(_scaled(expected, idf))


def _scaled(words: Matrix, idf: Values) -> Matrix:
    """The columns times the weight of their terms."""
    return matrix((words.data * idf[words.indices], words.indices, words.indptr), shape=words.shape)
