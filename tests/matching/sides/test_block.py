"""Which works are looked at for a national standard."""

import numpy as np
import pytest
from standards_tables import a_table

from aligner.domain.progress import Silent
from aligner.domain.works.work import build_works
from aligner.matching.sides.block import Index
from aligner.matching.sides.index import build_index

from ..small_catalogues import titled

GEARS = [
    titled(f"ISO {70000 + n}:2005", f"Gears - {word} load capacity - Calculation", published="2005-01")
    for n, word in enumerate(["Bending", "Surface", "Scuffing", "Static", "Dynamic", "Shock"])
]
COMMON_WORDS = 3
"""The national standard whose title has no word of its own."""
OTHER = titled("ISO 80000:2005", "Coffee - Determination of caffeine", published="2005-01")


def an_index() -> Index:
    theirs = a_table(*GEARS, OTHER)
    ours = a_table(
        titled("GB/T 1-2010", "Gears - Bending load capacity - Calculation"),
        titled("GB/T 2-2010", "Gears - Shock load capacity - Calculation"),
        titled("GB/T 3-2010", "Gears - Bending load capacity - Calculation"),
        titled("GB/T 4-2010", "Gears - load capacity - Calculation"),
    )
    return build_index(ours, theirs, build_works(theirs), Silent())


def found(index: Index, titles: int, works: int, threads: int = 1) -> list[tuple[int, str]]:
    everyone = np.arange(len(index.nationals.documents), dtype=np.int32)
    pairs = index.pairs(everyone, titles, works, threads)
    names = [index.internationals.table["designation"][row] for row in index.internationals.documents.row[pairs.work]]
    return list(zip(pairs.national.tolist(), names, strict=True))


@pytest.mark.parametrize("titles", [1, 2, 4])
def test_no_more_works_are_looked_at_than_asked_for_and_the_nearest_is_among_them(titles: int) -> None:
    pairs = found(an_index(), titles, titles)
    for national, nearest in enumerate(["ISO 70000:2005", "ISO 70005:2005", "ISO 70000:2005"]):
        works = [work for own, work in pairs if own == national]
        assert len(works) <= titles
        assert nearest in works


@pytest.mark.parametrize("titles", [1, 2, 4])
def test_a_title_of_common_words_alone_is_compared_with_as_many_titles_as_asked_for(titles: int) -> None:
    common = [work for own, work in found(an_index(), titles, len(GEARS)) if own == COMMON_WORDS]
    assert len(common) == titles
    assert {work for _, work in found(an_index(), len(GEARS), titles)} <= {row["designation"] for row in GEARS}


def test_a_work_with_no_word_in_common_is_not_looked_at() -> None:
    assert OTHER["designation"] not in {work for _, work in found(an_index(), 50, 50)}


def test_standards_of_one_title_find_the_same_works() -> None:
    pairs = found(an_index(), 3, 3)
    first, third = ([work for own, work in pairs if own == national] for national in (0, 2))
    assert first == third


def test_more_threads_find_the_same() -> None:
    index = an_index()
    assert found(index, 4, 3, threads=2) == found(index, 4, 3)
