"""How much two titles say the same: by their words, rare ones weighing more, and by their letters in either order."""

import re

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from aligner.domain.text import N_
from aligner.matching.features.feature import Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.titles import NONE
from aligner.matching.texts.vectors import Flags, Values

_TAKEN = re.compile(r" \(([^()]* = [^()]*)\)$")

WORDS, SORTED, ORDERED = 0.6, 0.2, 0.2
"""Shares of the words' cosine and of rapidfuzz's ratio over sorted and over ordered words."""


def likeness(pairs: Pairs) -> Values:
    """1 for two titles of equal words; 0 where one of them is missing or in another language."""
    value = np.zeros(len(pairs), dtype=np.float32)
    alike = np.flatnonzero(_in_one_language(pairs))
    if not len(alike):
        return value
    own, other = pairs.national_title[alike].tolist(), pairs.title[alike].tolist()
    ours, theirs = pairs.nationals.titles, pairs.internationals.titles
    value[alike] = (
        WORDS * pairs.cosine[alike]
        + SORTED * _ratio([ours.sorted[i] for i in own], [theirs.sorted[i] for i in other])
        + ORDERED * _ratio([ours.folded[i] for i in own], [theirs.folded[i] for i in other])
    )
    return value


def translated_likeness(pairs: Pairs) -> Values:
    """Cosine of the words which the lexicon expects for a title in another language, as far as words are to decide."""
    return np.where(pairs.is_translated, pairs.cosine * pairs.word_share, np.float32(0))


def meaning(pairs: Pairs) -> Values:
    """How near the meanings of two titles in different languages are, as far as words leave it to the meaning."""
    return np.where(pairs.is_translated, pairs.meaning * (1 - pairs.word_share), np.float32(0))


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both titles, normalized."""
    own, other = pairs.national_title[index], pairs.title[index]
    return (
        pairs.nationals.titles.texts[own] if own != NONE else "",
        pairs.internationals.titles.texts[other] if other != NONE else "",
    )


def _in_one_language(pairs: Pairs) -> Flags:
    """Whether both titles are there and in the same language."""
    return np.asarray((pairs.national_title != NONE) & (pairs.title != NONE) & ~pairs.is_translated)


def _ratio(own: list[str], other: list[str]) -> Values:
    """Likeness of the letters, pair by pair; rapidfuzz leaves the interpreter free meanwhile."""
    scores: Values = cpdist(own, other, scorer=fuzz.ratio, dtype=np.float32, workers=-1)
    return scores / np.float32(100)


def translated_texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """Both titles, the national one with the words that were taken for words of the other."""
    own, other = pairs.national_title[index], pairs.title[index]
    national, international = texts(pairs, index)
    if NONE in (own, other):
        return national, international
    translations = pairs.nationals.translations(int(own))
    taken: dict[str, list[str]] = {}
    for word in dict.fromkeys(pairs.internationals.titles.facets[other].words):
        if word in translations:
            taken.setdefault(translations[word], []).append(word)
    words = ", ".join(f"{native} = {' '.join(meant)}" for native, meant in taken.items())
    return f"{national} ({words})" if words else national, international


def taken_words(national: str) -> str:
    """The words behind a title that were taken for words of the other, as `translated_texts` wrote them."""
    found = _TAKEN.search(national)
    return found[1] if found else ""


def translated_words(_value: float, national: str, _international: str) -> str:
    """What is said of a title whose words were translated: which were taken for which; nothing when none was whole."""
    return N_("words of the titles mean the same ({words})") if taken_words(national) else ""


def meaning_words(value: float, _national: str, _international: str) -> str:
    """What is said of how near two meanings are."""
    return next(text for least, text in _NEAR if value >= least)


def likeness_words(value: float, own: str, other: str) -> str:
    """What is said of two titles: equal are only those that differ in nothing but spaces, dashes and stops."""
    if _bare(own) == _bare(other):
        return N_("the titles are equal")
    return next(text for least, text in _ALIKE if value >= least)


def _bare(title: str) -> str:
    return "".join(letter for letter in title if letter.isalnum())


_ALIKE = (
    (0.85, N_("the titles are nearly equal")),
    (0.6, N_("the titles are alike")),
    (0.0, N_("the titles have words in common")),
)
"""What is said of two titles from this value on."""

_NEAR = (
    (0.35, N_("the titles have nearly the same meaning")),
    (0.27, N_("the titles are related in meaning")),
    (-1.0, N_("the titles are distantly related in meaning")),
)
"""What is said of two meanings from this value on: what is left to the meaning where words decide the rest."""

FEATURE = Feature(
    name="title",
    label=N_("Title"),
    weight=77,
    neutral=0.0,
    measure=likeness,
    texts=texts,
    by_texts=likeness_words,
)
TRANSLATED = Feature(
    name="translated title",
    label=N_("Title, translated"),
    weight=100,
    neutral=0.0,
    measure=translated_likeness,
    texts=translated_texts,
    by_texts=translated_words,
    is_fitted=False,  # translated titles compete only with one another
)
MEANING = Feature(
    name="meaning",
    label=N_("Title, meaning"),
    weight=100,
    neutral=0.0,
    measure=meaning,
    texts=texts,
    by_texts=meaning_words,
    is_fitted=False,  # titles in other languages compete only with one another
)
