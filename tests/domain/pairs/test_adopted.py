"""Which edition a national standard adopts: stated, presumed by the dates, or unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standards_tables import a_standard, a_table

from aligner.domain.pairs.adopted import (
    UNKNOWN,
    AdoptedEdition,
    EditionBasis,
    adopted_edition,
    is_published_by,
    is_younger,
    presumed_edition,
)
from aligner.domain.works.work import build_works

WORKS = build_works(
    a_table(
        a_standard("ISO 1003:1990", published="1990-01-01", status="withdrawn"),
        a_standard("ISO 1003:2020", published="2020-01-01"),
        a_standard("IEC 60601-1:2005", published="2005-12-15"),
        a_standard("IEC 60601-1:2005+AMD1:2012 CSV", published="2012-08-20"),
        a_standard("ISO 1004:2019", published="2019-05"),
    )
)
DAYS = st.dates().map(lambda day: day.isoformat())


def adopted(work: str, published: str, *stated: str, named: str = "") -> AdoptedEdition:
    position = WORKS.position(work)
    assert position is not None
    return adopted_edition(WORKS, position, stated, published, named)


@pytest.mark.parametrize(
    ("published", "edition"),
    [
        ("1989-12-31", ""),
        ("1990-01-01", "ISO 1003:1990"),
        ("1995-06-01", "ISO 1003:1990"),
        ("2019-12", "ISO 1003:1990"),
        ("2020-01", "ISO 1003:2020"),
        ("2020", "ISO 1003:1990"),  # the month is not known: the edition of the same year may be the younger one
        ("2021", "ISO 1003:2020"),
        ("", ""),
    ],
)
def test_the_newest_edition_that_is_old_enough_is_presumed(published: str, edition: str) -> None:
    position = WORKS.position("ISO 1003")
    assert position is not None
    assert presumed_edition(WORKS, position, published) == edition


def test_a_consolidated_edition_is_presumed_once_it_is_published() -> None:
    assert adopted("IEC 60601-1", "2012-08-19").designation == "IEC 60601-1:2005"
    assert adopted("IEC 60601-1", "2012-08-20").designation == "IEC 60601-1:2005+AMD1:2012 CSV"


def test_months_are_compared_where_no_day_is_known() -> None:
    assert adopted("ISO 1004", "2019-05-01").designation == "ISO 1004:2019"
    assert adopted("ISO 1004", "2019-04-30") == UNKNOWN


@given(DAYS)
def test_no_younger_edition_is_ever_presumed(published: str) -> None:
    for work in ("ISO 1003", "IEC 60601-1", "ISO 1004"):
        found = adopted(work, published)
        assert found.basis is not EditionBasis.STATED
        assert not found.designation or not is_younger(WORKS, found.designation, published)


def test_the_statement_of_the_catalogue_stands_above_the_dates() -> None:
    assert adopted("ISO 1003", "1995-06-01", "ISO 1003:2020") == AdoptedEdition("ISO 1003:2020", EditionBasis.STATED)
    assert adopted("ISO 1003", "1995-06-01", "ISO 9999:2000").basis is EditionBasis.PRESUMED


def test_an_undated_statement_leaves_the_edition_unknown() -> None:
    assert adopted("ISO 1003", "2021-06-01", "ISO 1003") == UNKNOWN
    assert adopted("ISO 1003", "2021-06-01", named="ISO 1003") == UNKNOWN


def test_an_older_edition_was_named_on_purpose_and_the_newest_one_was_not() -> None:
    assert adopted("ISO 1003", "2021-06-01", named="ISO 1003:1990") == AdoptedEdition(
        "ISO 1003:1990", EditionBasis.STATED
    )
    assert adopted("ISO 1003", "1995-06-01", named="ISO 1003:2020") == AdoptedEdition(
        "ISO 1003:1990", EditionBasis.PRESUMED
    )


@given(DAYS, DAYS)
def test_full_days_are_compared_as_days(edition: str, national: str) -> None:
    assert is_published_by(edition, national) == (edition <= national)
