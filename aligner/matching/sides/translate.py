"""Native titles made comparable with English ones, by what the catalogue's own bilingual rows teach."""

import numpy as np
from scipy import sparse

from aligner.domain.progress import Progress
from aligner.matching.sides.prepare import Nationals
from aligner.matching.texts import languages
from aligner.matching.texts.lexicon import FEW_ROWS, Bilingual, Lexicon, learn, shipped_terms
from aligner.matching.texts.titles import Titles, terms_of
from aligner.matching.texts.vectors import Matrix, Vocabulary

LITTLE_WORDS = frozenset(
    ("the", "of", "for", "and", "in", "on", "to", "a", "an", "by", "with", "or", "from", "at", "as")
)
"""English words that no native word stands for."""


def learn_lexicon(nationals: Nationals, english: Vocabulary, progress: Progress) -> Lexicon:
    """The lexicon of the bilingual titles, and of the shipped Chinese terms where these are few."""
    rows: list[Bilingual] = [
        (native.words, [word for word in translated.words if word not in LITTLE_WORDS])
        for native, translated in nationals.bilingual
    ]
    if len(rows) < FEW_ROWS and not _is_japanese(nationals.titles):
        rows += [
            (languages.native_facets(native).words, languages.english_facets(translated).words)
            for native, translated in shipped_terms("zh")
        ]
    return learn(rows, _native_terms(nationals.titles), english, progress)


def with_native(vectors: Matrix, lexicon: Lexicon, titles: Titles) -> Matrix:
    """The vectors of all titles in the columns of both languages: English ones as they are, native ones translated."""
    native = lexicon.native_vectors(_native_terms(titles))
    wide = sparse.csr_matrix((vectors.data, vectors.indices, vectors.indptr), shape=(vectors.shape[0], native.shape[1]))
    order = np.empty(len(titles.texts), dtype=np.int64)
    order[~titles.is_native] = np.flatnonzero(~titles.is_native)
    order[titles.is_native] = vectors.shape[0] + np.arange(native.shape[0])
    return Matrix(sparse.vstack([wide, native], format="csr")[order])


def _native_terms(titles: Titles) -> list[tuple[str, ...]]:
    """The words of the native titles, in their order."""
    return [terms_of(titles.facets[place]) for place in np.flatnonzero(titles.is_native).tolist()]


def _is_japanese(titles: Titles) -> bool:
    """Whether any native title has kana: Chinese has none."""
    return any(languages.has_kana(titles.texts[place]) for place in np.flatnonzero(titles.is_native).tolist())
