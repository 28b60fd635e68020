from datetime import date

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.currency import edition_state
from aligner.domain.works.work import build_works
from aligner.matching.scoring.editions import presumed_editions, stated_edition

TODAY = date(2026, 1, 1)
WORKS = build_works(
    a_table(
        a_standard("ISO 1:2001", published="2001-05", status="withdrawn"),
        a_standard("ISO 1:2010", published="2010-05", status="withdrawn"),
        a_standard("ISO 1:2020", published="2020-05"),
        a_standard("ISO 1:2020/Amd 1:2023", published="2023-05"),
        a_standard("ISO 2:2025", published="2025-10"),
        a_standard("ISO 2:2015", published="2015-10", status="withdrawn"),
        a_standard("ISO 3:2005", published="2005-05", status="withdrawn"),
        a_standard("ISO/DIS 4", status="draft"),
        a_standard("IEC 60335-1:2001", published="2001-05"),
        a_standard("IEC 60335-1:2001/AMD1:2004", published="2004-05"),
        a_standard("IEC 60335-1:2001+AMD1:2004 CSV", published="2004-05"),
    )
)


@pytest.mark.parametrize(
    ("work", "published", "expected"),
    [
        ("ISO 1", "2005-01", ("ISO 1:2020", "outdated")),
        ("ISO 1", "2021-01", ("ISO 1:2020", "amendment-outdated")),
        ("ISO 1", "2024-01", ("ISO 1:2020", "current")),
        ("ISO 1", "1990-01", ("ISO 1:2020", "undated")),  # no edition is old enough
        ("ISO 2", "2016", ("ISO 2:2025", "grace")),
        ("ISO 2", "2025-12", ("ISO 2:2025", "current")),
        ("ISO 3", "2010", ("ISO 3:2005", "adopts withdrawn")),
        ("ISO 4", "2010", ("ISO 4", "")),
        ("ISO 1", "", ("ISO 1:2020", "undated")),
    ],
)
def test_the_presumed_edition_is_the_newest_of_its_time(work: str, published: str, expected: tuple[str, str]) -> None:
    position = WORKS.position(work)
    assert position is not None
    assert presumed_editions(WORKS, TODAY)(position, published) == expected


def test_presumed_states_are_those_of_the_cited_editions() -> None:
    tell = presumed_editions(WORKS, TODAY)
    for position, work in enumerate(WORKS.works):
        for edition in work.editions:
            cited = parse_designation(edition.key)
            stated = edition_state(WORKS, cited, edition.published, TODAY).state
            assert tell(position, edition.published)[1] == stated


def test_a_stated_edition_is_told_as_the_international_catalogue_prints_it() -> None:
    assert stated_edition(WORKS, "IEC 60335-1:2004", "2005-01", TODAY)[0] == "IEC 60335-1:2001+AMD1:2004 CSV"
    assert stated_edition(WORKS, "ISO 1:2010", "2011-01", TODAY) == ("ISO 1:2010", "outdated")
    assert stated_edition(WORKS, "ISO 1", "2011-01", TODAY) == ("ISO 1", "undated")
    assert stated_edition(WORKS, "no number", "2011-01", TODAY) == ("no number", "")
