"""How much two titles say the same: by their words, rare ones weighing more, and by their letters in either order."""

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from aligner.matching.features.feature import Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Flags, Values

WORDS, SORTED, ORDERED = 0.6, 0.2, 0.2
"""Shares of the words' cosine and of rapidfuzz's ratio over sorted and over ordered words."""


def likeness(pairs: Pairs) -> Values:
    """1 for two English titles of equal words; 0 where one of them is missing or in another language."""
    value = np.zeros(len(pairs), dtype=np.float32)
    english = np.flatnonzero(_in_english(pairs))
    if not len(english):
        return value
    own, other = pairs.national_title[english].tolist(), pairs.title[english].tolist()
    ours, theirs = pairs.nationals.titles, pairs.internationals.titles
    value[english] = (
        WORDS * pairs.cosine[english]
        + SORTED * _ratio([ours.sorted[i] for i in own], [theirs.sorted[i] for i in other])
        + ORDERED * _ratio([ours.folded[i] for i in own], [theirs.folded[i] for i in other])
    )
    return value


def translated_likeness(pairs: Pairs) -> Values:
    """Cosine of the words which the lexicon expects for a native title; 0 for English ones."""
    return np.where(_in_english(pairs), np.float32(0), pairs.cosine)


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both titles, normalized."""
    own, other = pairs.national_title[index], pairs.title[index]
    return (
        pairs.nationals.titles.texts[own] if own != NONE else "",
        pairs.internationals.titles.texts[other] if other != NONE else "",
    )


def _in_english(pairs: Pairs) -> Flags:
    """Whether both titles are there and in English."""
    ours, theirs = pairs.nationals.titles.is_native, pairs.internationals.titles.is_native
    own, other, known = pairs.title_columns(ours, theirs)
    return np.asarray(known & ~own & ~other)


def _ratio(own: list[str], other: list[str]) -> Values:
    """Likeness of the letters, pair by pair; rapidfuzz leaves the interpreter free meanwhile."""
    scores: Values = cpdist(own, other, scorer=fuzz.ratio, dtype=np.float32, workers=-1)
    return scores / np.float32(100)


def translated_texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both titles, the national one with the words that were taken for words of the other."""
    own, other = pairs.national_title[index], pairs.title[index]
    national, international = texts(pairs, index)
    words = pairs.internationals.titles.facets[other].words
    translations = pairs.nationals.translations(int(own))
    taken = dict.fromkeys(f"{translations[word]} = {word}" for word in words if word in translations)
    return f"{national} ({', '.join(taken)})" if taken else national, international


FEATURE = Feature("title", 0.0, likeness, texts)
TRANSLATED = Feature("translated title", 0.0, translated_likeness, translated_texts)
