"""The state of a cited edition, state by state."""

from datetime import date

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.currency import Currency, edition_state
from aligner.domain.works.work import build_works

WORKS = build_works(
    a_table(
        a_standard("ISO 1003:2010", published="2010-05-03", status="withdrawn", replaced_by=["ISO 1003:2022"]),
        a_standard("ISO 1003:2022", published="2022-08-10"),
        a_standard("ISO 1004:2019", published="2019-01-15"),
        a_standard("ISO 1004:2019/Amd 1:2023", published="2023-06-01"),
        a_standard("ISO 1004:2019/Cor 1:2020", published="2020-06-01"),
        a_standard("ISO 1010:2012", published="2012-01-10", status="withdrawn"),
        a_standard("ISO/FDIS 1011", status="draft"),
        a_standard("IEC 60601-1:2005", published="2005-12-15"),
        a_standard("IEC 60601-1:2005/AMD1:2012", published="2012-07-13"),
        a_standard("IEC 60601-1:2005/AMD1:2012/ISH1:2021", published="2021-03-12"),
        a_standard("IEC 60601-1:2005/AMD2:2020", published="2020-08-20"),
        a_standard("IEC 60601-1:2005+AMD1:2012 CSV", published="2012-08-20"),
        a_standard("ISO 8601:2004", published="2004-12", status="withdrawn", replaced_by=["ISO 8601-1:2019"]),
        a_standard("ISO 8602:2004", published="2004-12", status="withdrawn", replaced_by=["ISO 8601-1:2019"]),
        a_standard("ISO 8601-1:2019", published="2019-02-01"),
    )
)


def state(cited: str, published: str = "2021-08-06", at: date = date(2026, 1, 1), grace: int = 12) -> Currency:
    designation = parse_designation(cited)
    assert isinstance(designation, Designation)
    return edition_state(WORKS, designation, published, at, grace)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("ISO 1003:2022", EditionState.CURRENT),
        ("ISO 1003:2010", EditionState.OUTDATED),
        ("ISO 1003:1999", EditionState.OUTDATED),  # older than the catalogue reaches
        ("ISO 1004:2019", EditionState.AMENDMENT_OUTDATED),
        ("ISO 1004:2019/Amd 1:2023", EditionState.CURRENT),
        ("ISO 1010:2012", EditionState.WITHDRAWN),
        ("ISO 1003", EditionState.UNDATED),
        ("ISO 1003:2025", EditionState.AHEAD),
        ("ISO/FDIS 1011", EditionState.AHEAD),
        ("ISO/DIS 1003", EditionState.OUTDATED),
        ("ISO 8601:2004", EditionState.OUTDATED),  # what it says is said in ISO 8601-1 now
    ],
)
def test_states(cited: str, expected: EditionState) -> None:
    assert state(cited).state is expected


def test_a_work_in_no_catalogue_has_no_state() -> None:
    assert state("EN 1:2000") == Currency(None)


def test_only_amendments_after_the_national_standard_are_missed() -> None:
    assert state("ISO 1004:2019", "2021-08-06").missed == ("ISO 1004:2019/Amd 1:2023",)
    assert state("ISO 1004:2019", "2019-08-06").missed == ("ISO 1004:2019/Cor 1:2020", "ISO 1004:2019/Amd 1:2023")
    assert state("ISO 1004:2019", "2023-08-06").state is EditionState.CURRENT


def test_an_amendment_of_tomorrow_is_not_missed_today() -> None:
    assert state("ISO 1004:2019", at=date(2023, 5, 31)).state is EditionState.CURRENT


def test_without_a_national_date_nothing_is_called_missed() -> None:
    assert state("ISO 1004:2019", "").state is EditionState.CURRENT


def test_a_consolidated_edition_contains_its_amendments_and_misses_the_next() -> None:
    assert state("IEC 60601-1:2012", "2010-01-01").missed == ("IEC 60601-1:2005/AMD2:2020",)
    assert state("IEC 60601-1:2005+AMD1:2012 CSV", "2010-01-01").missed == ("IEC 60601-1:2005/AMD2:2020",)


def test_an_outdated_edition_is_in_grace_for_the_agreed_months() -> None:
    assert state("ISO 1003:2010", at=date(2023, 8, 1)).state is EditionState.GRACE
    assert state("ISO 1003:2010", at=date(2023, 9, 1)).state is EditionState.OUTDATED
    assert state("ISO 1003:2010", at=date(2023, 9, 1), grace=24).state is EditionState.GRACE


def test_age_is_counted_from_the_current_edition() -> None:
    found = state("ISO 1003:2010")
    assert found.current is not None
    assert found.current.designation == "ISO 1003:2022"
    assert found.age_months == pytest.approx(40.74, abs=0.01)


def test_the_successor_is_named_when_a_work_was_merged() -> None:
    found = state("ISO 8601:2004")
    assert found.current is not None
    assert found.current.designation == "ISO 8601-1:2019"


def test_on_an_earlier_day_the_earlier_edition_was_current() -> None:
    assert state("ISO 1003:2010", at=date(2022, 8, 9)).state is EditionState.CURRENT
    assert state("ISO 1003:2022", at=date(2022, 8, 9)).state is EditionState.AHEAD


def test_an_amendment_of_the_same_day_is_taken_in_and_one_of_the_next_is_missed() -> None:
    assert state("ISO 1004:2019", "2023-06-01").missed == ()
    assert state("ISO 1004:2019", "2023-05-31").missed == ("ISO 1004:2019/Amd 1:2023",)


def test_an_amendment_is_missed_from_the_day_on_which_it_appears() -> None:
    assert state("ISO 1004:2019", at=date(2023, 6, 1)).missed == ("ISO 1004:2019/Amd 1:2023",)


def test_a_cited_year_between_two_known_editions_is_outdated_and_one_after_all_is_ahead() -> None:
    assert state("ISO 1003:2015").state is EditionState.OUTDATED
    assert state("ISO 1003:2015").cited is None
    assert state("ISO 1003:2023").state is EditionState.AHEAD


def test_an_edition_is_current_on_its_day_and_its_predecessor_in_grace() -> None:
    assert state("ISO 1003:2022", at=date(2022, 8, 10)).state is EditionState.CURRENT
    assert state("ISO 1003:2010", at=date(2022, 8, 10)).state is EditionState.GRACE


def test_grace_ends_after_its_last_month_and_without_months_there_is_only_the_day_itself() -> None:
    last, after = date(2023, 8, 10), date(2023, 8, 11)  # 365 and 366 days: 11.99 and 12.02 months
    assert state("ISO 1003:2010", at=last).state is EditionState.GRACE
    assert state("ISO 1003:2010", at=after).state is EditionState.OUTDATED
    assert state("ISO 1003:2010", at=date(2022, 8, 10), grace=0).state is EditionState.GRACE
    assert state("ISO 1003:2010", at=date(2022, 8, 11), grace=0).state is EditionState.OUTDATED
