"""Whether a rare word stands in only one of two titles otherwise alike: iron content is no caffeine content."""

from collections.abc import Iterable
from functools import cache
from typing import Final

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import ONLY_INTERNATIONAL, ONLY_NATIONAL, Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values

ALIKE: Final = 0.6
"""Titles whose words have a smaller cosine are not strong anyway."""
RARE: Final = 0.02
"""A word that more of the titles have says little of what a title is about."""
SHORTEST: Final = 3
STEM: Final = 4
"""Least letters that are left when an ending is taken off."""
_EDITORIAL: Final = frozenset(
    (
        *("standard", "international", "national", "japanese", "chinese", "iso", "iec", "ieee", "part", "section"),
        *("clause", "first", "second", "third", "edition", "revision", "including", "corresponding", "related", "etc"),
        *("series", "basic", "them", "they", "their", "its", "these", "those", "such", "this", "that", "which", "when"),
        *("from", "into"),
    )
)
"""Words that a title may have or not have."""
_ENDINGS: Final = (
    *("ability", "ically", "ation", "ment", "ness", "ical", "ity", "ion", "ing", "ive", "ous"),
    *("al", "ic", "ed", "er", "or", "ly", "s"),
)


def agreement(pairs: Pairs) -> Values:
    """1 where no rare word stands in one title alone, 0 where one does; 1 for titles that are little alike.

    Titles of the same part may differ by a word more, for headings come and go; not by one word for another.
    """
    value = np.ones(len(pairs), dtype=np.float32)
    ours, theirs = pairs.nationals.titles, pairs.internationals.titles
    part, other_part, _ = pairs.title_columns(ours.parts, theirs.parts)
    same_part = (part == other_part) & (part != 0)
    alike = np.flatnonzero((pairs.cosine >= ALIKE) & ~pairs.is_translated)
    for index, lenient in zip(alike.tolist(), same_part[alike].tolist(), strict=True):
        own, other = _alone(pairs, index)
        value[index] = 0 if (own and other) or ((own or other) and not lenient) else 1
    return value


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The rare words that only the national and only the international title has."""
    own, other = _alone(pairs, index)
    return " ".join(own), " ".join(other)


def _alone(pairs: Pairs, index: int) -> tuple[list[str], list[str]]:
    own = pairs.nationals.titles.facets[pairs.national_title[index]].words
    other = pairs.internationals.titles.facets[pairs.title[index]].words
    if own == other:
        return [], []
    is_rare = pairs.internationals.is_rare
    language = pairs.nationals.titles.languages[pairs.national_title[index]]
    return (
        [word for word in _only_in(own, other) if is_rare(word, language, RARE)],
        [word for word in _only_in(other, own) if is_rare(word, language, RARE)],
    )


def _only_in(words: Iterable[str], others: tuple[str, ...]) -> list[str]:
    """The words, each once, for which the others have neither the word nor another form or spelling of it."""
    known = set(others)
    strange = [word for word in dict.fromkeys(words) if word not in known and _has_content(word)]
    if not strange:
        return []
    stems = {_stem(word) for word in others}
    joined = "".join(others)
    return [word for word in strange if _stem(word) not in stems and word not in joined]


def _has_content(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in _EDITORIAL


@cache
def _stem(word: str) -> str:
    """The word without its endings: measuring and measurement are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return _stem(word[: -len(ending)])
    return word.removesuffix("e") if len(word) > STEM and not word.endswith("ne") else word


FEATURE = Feature(
    name="telling words",
    label=N_("Distinctive words"),
    weight=2,
    neutral=1.0,
    measure=agreement,
    texts=texts,
    speaks_against=N_("only one of the titles has “{national}” or “{international}”"),
    only_national=ONLY_NATIONAL,
    only_international=ONLY_INTERNATIONAL,
    cap=Cap("telling words", N_("the titles differ in a decisive word")),
)
