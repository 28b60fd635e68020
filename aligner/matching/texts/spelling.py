"""Words that the other side spells otherwise: misprints, and compounds written in one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

SHORTEST = 5
"""Words of fewer letters have too many neighbours."""
LONG = 9
"""From this length on two letters may differ, below only one."""
PIECE = 3
"""Least letters of each half of a compound."""


def respelled(texts: Sequence[tuple[str, ...]], known: Mapping[str, int]) -> list[tuple[str, ...]]:
    """The texts with the known spellings of their unknown words added."""
    strange = sorted({word for text in texts for word in text if word not in known})
    spellings = _spellings(strange, known)
    return [(*text, *(other for word in text for other in spellings.get(word, ()))) for text in texts]


def _spellings(strange: Iterable[str], known: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """The known words meant by those that are not known: two halves, else the nearest one with the same beginning."""
    neighbours: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in known:
        if len(word) >= SHORTEST and word.isalpha():
            neighbours[word[:2], len(word)].append(word)
    found: dict[str, tuple[str, ...]] = {}
    for word in strange:
        if len(word) >= SHORTEST and word.isalpha():
            halves = _halves(word, known)
            nearest = () if halves else _nearest(word, neighbours)
            if halves or nearest:
                found[word] = halves or nearest
    return found


def _halves(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """Two known words that make this one, the first as long as possible."""
    for place in range(len(word) - PIECE, PIECE - 1, -1):
        if word[:place] in known and word[place:] in known:
            return word[:place], word[place:]
    return ()


def _nearest(word: str, neighbours: Mapping[tuple[str, int], list[str]]) -> tuple[str, ...]:
    """The known word that differs least, in one letter or, when it is long, in two."""
    allowed = 2 if len(word) >= LONG else 1
    lengths = range(len(word) - allowed, len(word) + allowed + 1)
    choices = [choice for length in lengths for choice in neighbours.get((word[:2], length), ())]
    best = extractOne(word, choices, scorer=OSA.distance, score_cutoff=allowed)
    return (best[0],) if best else ()
