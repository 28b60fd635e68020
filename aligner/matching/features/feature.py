"""What a feature is: a value in 0..1 for each pair, and the two texts that produced it."""

from collections.abc import Callable
from dataclasses import dataclass

from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values


@dataclass(frozen=True, slots=True)
class Feature:
    """`neutral` is the value where nothing is known: there the feature adds nothing to the score.

    `measure` gives one value in 0..1 for each pair, `texts` the national and the international text of one pair.
    """

    name: str
    neutral: float
    measure: Callable[[Pairs], Values]
    texts: Callable[[Pairs, int], tuple[str, str]]
