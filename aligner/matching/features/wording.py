"""Words that turn the meaning round: guidance to a test is not the test, non-solid is not solid."""

import numpy as np

from aligner.domain.text import N_
from aligner.matching.features.feature import ONLY_INTERNATIONAL, ONLY_NATIONAL, Cap, Feature
from aligner.matching.sides.pairs import Pairs
from aligner.matching.texts.vectors import Values


def agreement(pairs: Pairs) -> Values:
    """1 where both titles have the same turning words, 0 where one of them lacks one; 1 for native titles."""
    own, other, known = pairs.title_columns(pairs.nationals.titles.turning, pairs.internationals.titles.turning)
    return np.where((own == other) | ~known | pairs.is_translated, np.float32(1), np.float32(0))


def texts(pairs: Pairs, index: int) -> tuple[str, str]:
    """The turning words of both."""
    own = pairs.nationals.titles.facets[pairs.national_title[index]].turning
    other = pairs.internationals.titles.facets[pairs.title[index]].turning
    return " ".join(sorted(own)), " ".join(sorted(other))


FEATURE = Feature(
    name="turning words",
    label=N_("Words that change the meaning"),
    weight=8,
    neutral=1.0,
    measure=agreement,
    texts=texts,
    speaks_against=N_("words that change the meaning differ (“{national}” and “{international}”)"),
    only_national=ONLY_NATIONAL,
    only_international=ONLY_INTERNATIONAL,
    cap=Cap("turning words", N_("only one of the titles has a word that changes the meaning")),
)
