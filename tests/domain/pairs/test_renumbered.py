"""Entries recorded under earlier numbers of a national standard."""

from standards_tables import a_table

from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.pairs.renumbered import as_listed, earlier_keys
from aligner.domain.standards.numbers import NationalNumbers

NUMBERS = NationalNumbers(a_table("GB/T 3001-2019", "GB/T 3002-2019"))


def unsure(national: str, note: str = "") -> Decision:
    return Decision(national, "ISO 1:2017", "ISO 1", Verdict.UNSURE, note=note)


def test_an_entry_is_read_under_the_number_that_is_listed_now() -> None:
    found = as_listed([unsure("GB 3001-2019"), unsure("GB/T 3002-2019")], NUMBERS)
    assert set(found) == {("GB/T 3001-2019", "ISO 1"), ("GB/T 3002-2019", "ISO 1")}
    assert all(key == one.key for key, one in found.items())


def test_an_entry_under_the_listed_number_counts_before_one_under_an_earlier_number() -> None:
    both = [unsure("GB/T 3001-2019", "now"), unsure("GB 3001-2019", "before")]
    for order in (both, both[::-1]):
        assert [one.note for one in as_listed(order, NUMBERS).values()] == ["now"]


def test_what_is_listed_nowhere_stays_as_it_was_recorded() -> None:
    gone = unsure("GB 9999-2019")
    assert as_listed([gone], NUMBERS) == {gone.key: gone}
    assert earlier_keys({gone.key: gone}, NUMBERS) == {}


def test_a_settlement_is_renumbered_with_both_opinions() -> None:
    settled = Settlement("GB 3001-2019", (unsure("GB 3001-2019"),), (unsure("GB 3001-2019"),))
    (read,) = as_listed([settled], NUMBERS).values()
    assert {read.national, read.first[0].national, read.second[0].national} == {"GB/T 3001-2019"}
