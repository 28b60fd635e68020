"""Works and editions: what stays the same when a standard is revised, amended or renumbered."""

from datetime import date

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.counting import CountingRules
from aligner.domain.works.work import Works, build_works

AT = date(2026, 1, 1)


def works_of(*rows: object) -> Works:
    return build_works(a_table(*rows))  # type: ignore[arg-type]


def current(works: Works, text: str, at: date = AT) -> str | None:
    work = works.find(text)
    assert work is not None
    edition = works.current(work, at)
    return edition.designation if edition else None


def withdrawn(text: str, **values: object) -> dict[str, object]:
    return a_standard(text, status="withdrawn", **values)


QUALITY = (
    withdrawn("ISO 9001:2008", published="2008-11", replaced_by=["ISO 9001:2015"]),
    a_standard("ISO 9001:2015", published="2015-09", replaces=["ISO 9001:2008"]),
    a_standard("ISO 9001:2015/Amd 1:2024", published="2015"),
    a_standard("ISO/DIS 9001", status="draft"),
)

APPLIANCES = (
    a_standard("IEC 60335-1:2001", published="2001-05-18", status="superseded"),
    a_standard("IEC 60335-1:2001/AMD1:2004", published="2004-03-23", status="superseded"),
    a_standard("IEC 60335-1:2001+AMD1:2004 CSV", published="2004-07-07", status="superseded"),
    a_standard("IEC 60335-1:2020", published="2020-09-02"),
    a_standard("IEC 60335-1:2020 CMV", published="2020-09-02"),
    a_standard("IEC 60335-1:2026 SER", published="2026-02-13"),
)


def test_editions_of_one_number_are_one_work_oldest_first() -> None:
    works = works_of(*QUALITY)
    assert len(works.works) == 1
    assert [edition.key for edition in works.works[0].editions] == ["ISO 9001:2008", "ISO 9001:2015"]


def test_drafts_and_supplements_belong_to_their_work_but_are_no_editions() -> None:
    works = works_of(*QUALITY)
    assert works.work_of_row == [0, 0, 0, 0]
    assert works.works[0].editions[1].supplements == (2,)


def test_a_draft_alone_makes_no_work_in_force() -> None:
    works = works_of(a_standard("ISO/DIS 12345", status="draft"))
    assert works.find("ISO 12345") is not None
    assert current(works, "ISO 12345") is None


def test_an_edition_is_in_force_from_its_day_of_publication_until_the_day_before_it_ends() -> None:
    works = works_of(a_standard("ISO 1:2015", published="2015-09-15", status="withdrawn", withdrawn="2020-03-02"))
    days = {date(2015, 9, 14): False, date(2015, 9, 15): True, date(2020, 3, 1): True, date(2020, 3, 2): False}
    edition = works.works[0].editions[0]
    assert {day: edition.is_in_force(day) for day in days} == days


def test_a_supplement_is_not_older_than_the_year_it_is_numbered_with() -> None:
    assert works_of(*QUALITY).published[2] == "2024"


@pytest.mark.parametrize(
    "text", ["ISO 9001", "ISO 9001:2008", "ISO 9001:1987", "ISO/DIS 9001", "ISO 9001:2015/Amd 1:2024", "ISO9001：2015"]
)
def test_a_work_is_found_by_any_designation(text: str) -> None:
    work = works_of(*QUALITY).find(text)
    assert work is not None
    assert work.key == "ISO 9001"


def test_what_no_catalogue_lists_is_not_found() -> None:
    works = works_of(*QUALITY)
    assert works.find("ISO 9002:1994") is None
    assert works.find("no number at all") is None
    assert works.find_edition("ISO 9001:2000") is None
    assert works.find_edition("ISO 9001") is None


def test_product_variants_and_consolidated_editions_are_folded() -> None:
    works = works_of(*APPLIANCES)
    assert [(one.key, one.variants) for one in works.works[0].editions] == [
        ("IEC 60335-1:2001", (2,)),
        ("IEC 60335-1:2020", (4,)),
    ]
    assert works.work_of_row[5] == 0


def test_the_year_of_an_amendment_finds_the_consolidated_edition() -> None:
    edition = works_of(*APPLIANCES).find_edition("IEC 60335-1:2004")
    assert edition is not None
    assert (edition.designation, edition.key) == ("IEC 60335-1:2001+AMD1:2004 CSV", "IEC 60335-1:2001")
    assert (edition.published, edition.supplements) == ("2004-07-07", ())


def test_the_exact_edition_wins_over_a_consolidated_one() -> None:
    edition = works_of(*APPLIANCES).find_edition("IEC 60335-1:2001")
    assert edition is not None
    assert (edition.designation, edition.supplements) == ("IEC 60335-1:2001", (1,))


def test_a_series_bundle_is_no_edition() -> None:
    assert works_of(*APPLIANCES).find_edition("IEC 60335-1:2026") is None


def test_a_document_listed_twice_is_one_edition() -> None:
    works = works_of(
        a_standard("ISO/IEC 27001:2022", published="2022-10-25"),
        a_standard("ISO/IEC 27001:2022", published="2022-10", stage=6060),
    )
    assert len(works.works) == 1
    assert (works.works[0].editions[0].row, works.works[0].editions[0].variants) == (1, (0,))


def test_one_to_one_replacement_is_one_work_under_its_newest_name() -> None:
    works = works_of(
        withdrawn("ISO/IEC 17799:2005", published="2005-06", replaced_by=["ISO/IEC 27002:2005"]),
        withdrawn("ISO/IEC 27002:2005", published="2005-06-15", replaces=["ISO/IEC 17799:2005"]),
        a_standard("ISO/IEC 27002:2022", published="2022-02"),
    )
    assert [work.names for work in works.works] == [("ISO/IEC 27002", "ISO/IEC 17799")]
    assert works.find("ISO/IEC 17799:2000") is works.works[0]


def test_a_split_work_stays_apart_and_remembers_its_heirs() -> None:
    works = works_of(
        withdrawn("ISO 8601:2004", published="2004-12", replaced_by=["ISO 8601-1:2019", "ISO 8601-2:2019"]),
        a_standard("ISO 8601-1:2019", published="2019-02"),
        a_standard("ISO 8601-2:2019", published="2019-02"),
    )
    assert len(works.works) == 3
    assert works.successors == {0: (1, 2)}
    assert works.predecessors == {1: (0,), 2: (0,)}


def test_merged_works_stay_apart() -> None:
    works = works_of(
        withdrawn("ISO 13852:1996", published="1996", replaced_by=["ISO 13857:2008"]),
        withdrawn("ISO 13853:1998", published="1998", replaced_by=["ISO 13857:2008"]),
        a_standard("ISO 13857:2008", published="2008-03"),
    )
    assert works.all_successors(0) == works.all_successors(1) == (2,)


def test_a_merged_work_has_a_living_heir_and_a_split_one_has_none() -> None:
    works = works_of(
        withdrawn("ISO 1:1990", published="1990", replaced_by=["ISO 3:2000"]),
        withdrawn("ISO 2:1990", published="1990", replaced_by=["ISO 3:2000"]),
        withdrawn("ISO 3:2000", published="2000", replaced_by=["ISO 5:2010"]),
        withdrawn("ISO 4:2000", published="2000", replaced_by=["ISO 5:2010", "ISO 6:2010"]),
        a_standard("ISO 5:2010", published="2010"),
        a_standard("ISO 6:2010", published="2010"),
    )
    assert [works.heir(one, {4, 5}) for one in range(6)] == [4, 4, 4, None, None, None]
    assert works.heir(0, {2}) == 2
    assert works.heir(0, {5}) is None
    assert works.merged_with([0]) == {0, 1, 2, 4}
    assert works.merged_with([3]) == {3}
    assert set(works.all_predecessors(4)) == {0, 1, 2, 3}


def test_a_work_taken_into_an_older_one_is_no_renaming() -> None:
    works = works_of(
        a_standard("ISO 431:1981", published="1981", status="withdrawn"),
        withdrawn("ISO 2311:1972", published="1972", replaced_by=["ISO 431:1990"]),
        a_standard("ISO 431:1990", published="1990"),
    )
    assert len(works.works) == 2


def test_a_circle_of_replacements_ends() -> None:
    works = works_of(
        withdrawn("ISO 1:1990", published="1990", replaced_by=["ISO 2:1991"]),
        withdrawn("ISO 2:1991", published="1991", replaced_by=["ISO 1:1990"]),
    )
    assert works.find("ISO 1") is not None
    assert works.all_successors(0) == ()


def test_a_mandatory_standard_made_voluntary_is_the_same_work() -> None:
    works = works_of(
        a_standard("GB 5296-1985", published="1985", status="withdrawn"),
        a_standard("GB/T 5296-2008", published="2008"),
    )
    assert [work.names for work in works.works] == [("GB/T 5296", "GB 5296")]
    assert current(works, "GB 5296") == "GB/T 5296-2008"


def test_the_edition_of_a_past_day_is_the_one_in_force_then() -> None:
    works = works_of(*QUALITY)
    assert current(works, "ISO 9001", date(2008, 10, 31)) is None
    assert current(works, "ISO 9001", date(2015, 8, 31)) == "ISO 9001:2008"
    assert current(works, "ISO 9001", date(2015, 9, 1)) == "ISO 9001:2015"


def test_a_withdrawal_date_decides_for_days_before_it() -> None:
    works = works_of(withdrawn("ISO 1:2000", published="2000", withdrawn="2010-06-30"))
    assert current(works, "ISO 1", date(2010, 6, 29)) == "ISO 1:2000"
    assert current(works, "ISO 1", date(2010, 6, 30)) is None


def test_an_undated_withdrawal_holds_for_every_day() -> None:
    assert current(works_of(withdrawn("ISO 1:2000", published="2000")), "ISO 1", date(2005, 1, 1)) is None


def test_the_withdrawal_ballot_counts_as_the_rules_say() -> None:
    works = works_of(a_standard("ISO 1:2000", published="2000", stage=9520))
    assert works.current(works.works[0], AT) is not None
    assert works.current(works.works[0], AT, CountingRules(ballot_is_withdrawn=True)) is None


def test_plans_are_no_works() -> None:
    assert works_of(a_standard("20241008-T-604", status="plan")).works == ()


def test_numbers_nobody_understands_are_works_of_their_own() -> None:
    works = works_of("企标 一号", "企标 二号")
    assert [work.key for work in works.works] == ["企标 一号", "企标 二号"]
