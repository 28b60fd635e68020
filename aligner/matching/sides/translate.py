"""Native titles made comparable with English ones, by what the catalogue's own bilingual rows teach."""

from collections.abc import Mapping, Sequence

import numpy as np

from aligner.domain.progress import Progress
from aligner.matching.sides.meaning import Meanings
from aligner.matching.sides.prepare import Nationals
from aligner.matching.texts.facets import Facets, english_facets, native_facets
from aligner.matching.texts.language import normalized
from aligner.matching.texts.lexicon import FEW_ROWS, LITTLE_WORDS, Bilingual, Lexicon, learn, shipped_terms
from aligner.matching.texts.matrices import Matrix, matrix, side_by_side
from aligner.matching.texts.titles import Titles, terms_of
from aligner.matching.texts.vectors import Indices, Values, Vocabulary


def learn_lexicons(nationals: Nationals, english: Vocabulary, progress: Progress) -> dict[str, Lexicon]:
    """For each language of the titles the lexicon of its bilingual rows; of the shipped terms where these are few."""
    return {
        language: learn(_rows(bilingual, language), _native_terms(nationals.titles, language), english, progress)
        for language, bilingual in nationals.bilingual.items()
    }


def with_lexicons(
    national: Matrix,
    titles: Matrix,
    lexicons: dict[str, Lexicon],
    ours: Titles,
    theirs: Sequence[tuple[str, ...]],
) -> tuple[Matrix, Matrix]:
    """The vectors of both sides with columns for each lexicon: what native titles let expect, and what English ones do.

    A title in one language never meets the columns of another.
    """
    for language, lexicon in lexicons.items():
        chosen = ours.within(language)
        translated = lexicon.native_vectors(_native_terms(ours, language))
        width = len(lexicon.native_vocabulary.index)
        national = _added(national, translated, chosen, width)
        titles = side_by_side([titles, lexicon.english_words(theirs)])
    return national, titles


WORDS = 0.5
"""How much words decide of a title in another language that the lexicon knows well; its meaning does the rest."""


def word_shares(titles: Titles, lexicons: Mapping[str, Lexicon], meanings: Meanings | None) -> Values:
    """For each title how much its words decide, 0..1: all where the meaning is not known."""
    shares = np.ones(len(titles.texts), dtype=np.float32)
    if meanings is None:
        return shares
    for language, lexicon in lexicons.items():
        chosen = titles.within(language)
        chosen = chosen[meanings.has(chosen)]
        words = [terms_of(titles.facets[place]) for place in chosen.tolist()]
        shares[chosen] = WORDS * lexicon.knowledge(words)
    return shares


def _added(vectors: Matrix, translated: Matrix, rows: Indices, width: int) -> Matrix:
    """The vectors with `width` more columns, and `translated` added to the chosen rows.

    The first columns of `translated` are those of the English terms, its last ones the new ones.
    """
    terms = translated.shape[1] - width
    between = vectors.shape[1] - terms
    shift = np.where(translated.indices < terms, translated.indices, translated.indices + between)
    wide = matrix((translated.data, shift, translated.indptr), shape=(len(rows), vectors.shape[1] + width))
    place = matrix(
        (np.ones(len(rows), dtype=np.float32), (rows, np.arange(len(rows)))), shape=(vectors.shape[0], len(rows))
    )
    old = matrix((vectors.data, vectors.indices, vectors.indptr), shape=(vectors.shape[0], vectors.shape[1] + width))
    return matrix(old + place @ wide)


def _rows(bilingual: Sequence[tuple[Facets, Facets]], language: str) -> list[Bilingual]:
    """What there is to learn from; the shipped terms where it is little."""
    rows: list[Bilingual] = [
        (native.words, [word for word in translated.words if word not in LITTLE_WORDS])
        for native, translated in bilingual
    ]
    if len(rows) < FEW_ROWS:
        rows += [
            (native_facets(normalized(native), language).words, english_facets(translated).words)
            for native, translated in shipped_terms(language)
        ]
    return rows


def _native_terms(titles: Titles, language: str) -> list[tuple[str, ...]]:
    """The words of the titles in this language, in their order."""
    return [terms_of(titles.facets[place]) for place in titles.within(language).tolist()]
