"""What keeps a title out of the strong band in which one decisive thing was changed."""

import pytest
from standards_tables import a_table

from aligner.domain.pairs.candidate import Band
from aligner.domain.standards.table import Table

from ..small_catalogues import first_of, titled

COFFEE = "Coffee - Determination of caffeine content (Reference method)"
FILM = "Magnetic sound recording on 16 mm and 35 mm film"
DUST = "Electrical apparatus for use in the presence of combustible dust - Part 18: Protection by encapsulation"
TEST = "Environmental testing - Part 2-42: Tests - Test Kc: Sulphur dioxide test for contacts and connections"
PIPES = "Plastics piping systems - Part 2: Pipes"
HOSES = "Plastics hoses - Textile-reinforced hydraulic types - Specification"


def catalogue() -> Table:
    """The works from which the changed titles are made, among others of the same words."""
    kept = (COFFEE, FILM, DUST, TEST, PIPES, HOSES)
    others = (f"Determination of content of substance {number} in iron ores" for number in range(60))
    return a_table(*(titled(f"ISO {700 + n}:2005", title) for n, title in enumerate([*kept, *others])))


def band_of(title: str) -> tuple[Band, list[str]]:
    (first,) = first_of(titled("GB/T 99999-2015", title, published="2015-01"), against=catalogue())
    return first["band"], first["caps"]


@pytest.mark.parametrize("title", [COFFEE, FILM, DUST, TEST, PIPES, HOSES])
def test_an_unchanged_title_is_strong(title: str) -> None:
    assert band_of(title) == (Band.STRONG, [])


@pytest.mark.parametrize(
    ("title", "cap"),
    [
        (COFFEE.replace("caffeine", "iron"), "telling words"),
        (COFFEE.replace("caffeine ", ""), "telling words"),
        (FILM.replace("16", "30"), "numbers in the title"),
        (FILM.replace("16 mm and ", ""), "numbers in the title"),
        (DUST.replace("combustible", "non-combustible"), "turning words"),
        (TEST.replace("Kc", "Zq"), "numbers in the title"),
        (PIPES.replace("Part 2", "Part 7"), "part"),
        (PIPES.replace("Part 2: ", ""), "part"),
        ("Guidance on " + HOSES[0].lower() + HOSES[1:], "turning words"),
    ],
)
def test_a_title_in_which_one_decisive_thing_was_changed_is_never_strong(title: str, cap: str) -> None:
    band, caps = band_of(title)
    assert band != Band.STRONG
    assert cap in caps


@pytest.mark.parametrize(
    "title",
    [
        COFFEE.replace("Determination", "Determining"),
        DUST.replace("apparatus", "apparatuses"),
        HOSES.replace("Specification", "Specifications"),
        FILM.replace("35 mm", "35,0 mm"),
        TEST.replace("Sulphur", "Sulfur"),
    ],
)
def test_another_form_or_spelling_of_a_word_caps_nothing(title: str) -> None:
    assert band_of(title)[1] == []
