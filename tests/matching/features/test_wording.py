"""Words that turn the meaning of a title."""

import pytest
from standards_tables import a_table

from aligner.domain.pairs.candidate import Band

from ..one_pair import gears, iso_gears, measured
from ..small_catalogues import candidates_of, titled

TEST, GUIDANCE = "Gears - Sulphur dioxide test", "Gears - Guidance to the sulphur dioxide test"


@pytest.mark.parametrize(("national", "international", "value"), [(TEST, TEST, 1), (GUIDANCE, GUIDANCE, 1)])
def test_titles_with_the_same_turning_words_agree(national: str, international: str, value: float) -> None:
    assert measured("turning words", gears(title=national), iso_gears(title=international))[0] == value


@pytest.mark.parametrize(("national", "international"), [(TEST, GUIDANCE), (GUIDANCE, TEST)])
def test_a_turning_word_in_one_title_alone_speaks_against_the_pair(national: str, international: str) -> None:
    value, texts = measured("turning words", gears(title=national), iso_gears(title=international))
    assert value == 0
    assert sorted(texts) == ["", "guidance"]


def test_a_pair_with_a_turning_word_on_one_side_alone_scores_less_and_is_not_strong() -> None:
    against = a_table(titled("ISO 5:2005", TEST, published="2005-01"))
    same, other = (
        candidates_of(titled("GB/T 7-2010", title, published="2010-01"), against=against) for title in (TEST, GUIDANCE)
    )
    assert other["score"][0] < same["score"][0]
    assert other["band"][0] is not Band.STRONG
