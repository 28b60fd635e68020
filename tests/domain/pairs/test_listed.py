"""What a decision is on, in catalogues that have changed since."""

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.listed import Listed, Staleness
from aligner.domain.standards.numbers import NationalNumbers
from aligner.domain.works.work import build_works


def listed(national: tuple[str, ...], international: tuple[str, ...] = ("ISO 1:2010", "ISO 1:2017")) -> Listed:
    ours = a_table(*(a_standard(one, published=one[-4:]) for one in national))
    theirs = a_table(*(a_standard(one, published=one[-4:]) for one in international))
    return Listed(ours, theirs, build_works(theirs), NationalNumbers(ours))


def a_decision(national: str = "GB/T 1-2019", international: str = "ISO 1:2017", **values: str) -> Decision:
    usual = {"national_fingerprint": f"of {national}", "international_fingerprint": f"of {international}"}
    return Decision(national, international, "ISO 1", Verdict.CONFIRMED, Degree.IDT, **(usual | values))


@pytest.mark.parametrize(
    ("recorded", "now", "name"),
    [
        ("GB 3001-2019", ("GB/T 3001-2019",), "GB/T 3001-2019"),
        ("GB/T 3001-2019", ("GB 3001-2019",), "GB 3001-2019"),
        ("GB/T 3001-2019", ("GB 3001-2019", "GB/T 3001-2019"), "GB/T 3001-2019"),
        ("GB/T 3001", ("GB/T 3001-2019",), "GB/T 3001-2019"),
    ],
)
def test_a_number_means_the_standard_however_it_is_printed_now(recorded: str, now: tuple[str, ...], name: str) -> None:
    assert NationalNumbers(listed(now).national).name(recorded) == name


@pytest.mark.parametrize(
    ("recorded", "now"),
    [
        ("GB 3001-2019", ("GB/T 3001-2024",)),
        ("GB 3001-2019", ("GB/Z 3001-2019",)),
        ("GB 3001.1-2019", ("GB/T 3001-2019",)),
        ("GB/T 3001", ("GB/T 3001-2019", "GB/T 3001-2024")),
    ],
)
def test_another_year_type_or_part_is_another_standard(recorded: str, now: tuple[str, ...]) -> None:
    numbers = NationalNumbers(listed(now).national)
    assert numbers.row(recorded) is None
    assert numbers.name(recorded) == recorded


def test_an_undated_number_means_the_edition_in_force() -> None:
    old = a_standard("GB/T 3001-2009", status="superseded")
    plan = a_standard("GB/T 3001-2026", status="draft")
    numbers = NationalNumbers(a_table(old, plan, "GB/T 3001-2019"))
    assert numbers.name("GB/T 3001") == "GB/T 3001-2019"


@pytest.mark.parametrize(
    ("decision", "national", "international", "found"),
    [
        (a_decision(), ("GB/T 1-2019",), ("ISO 1:2017",), ()),
        (a_decision(national_fingerprint="was"), ("GB/T 1-2019",), ("ISO 1:2017",), (Staleness.NATIONAL_CHANGED,)),
        (a_decision(), ("GB 1-2019",), ("ISO 1:2017",), (Staleness.NATIONAL_CHANGED,)),
        (a_decision(), ("GB/T 2-2019",), ("ISO 1:2017",), (Staleness.NATIONAL_GONE,)),
        (a_decision(), ("GB/T 1-2019",), ("ISO 2:2017",), (Staleness.INTERNATIONAL_GONE,)),
        (
            a_decision(international_fingerprint="was"),
            ("GB/T 1-2019",),
            ("ISO 1:2017",),
            (Staleness.INTERNATIONAL_CHANGED,),
        ),
    ],
)
def test_a_decision_is_stale_when_one_of_its_standards_changed_or_went(
    decision: Decision, national: tuple[str, ...], international: tuple[str, ...], found: tuple[Staleness, ...]
) -> None:
    catalogues = listed(national, international)
    assert catalogues.staleness(decision) == found
    assert catalogues.is_stale(decision) is bool(found)


def test_an_undated_decision_is_on_the_last_edition_and_stale_when_a_newer_one_appears() -> None:
    undated = a_decision(international="ISO 1", international_fingerprint="of ISO 1:2010")
    assert not listed(("GB/T 1-2019",), ("ISO 1:2010",)).is_stale(undated)
    assert listed(("GB/T 1-2019",)).staleness(undated) == (Staleness.INTERNATIONAL_CHANGED,)


def test_a_decision_without_counterpart_is_on_the_national_standard_alone() -> None:
    none = Decision("GB/T 1-2019", "", "", Verdict.NO_COUNTERPART, national_fingerprint="of GB/T 1-2019")
    catalogues = listed(("GB/T 1-2019",), ())
    assert catalogues.work(none) is None
    assert not catalogues.is_stale(none)


def test_a_work_is_found_by_the_edition_decided_on_else_by_its_name() -> None:
    catalogues = listed(("GB/T 1-2019",))
    assert catalogues.work(a_decision()) == 0
    assert catalogues.work(a_decision(international="a paper nobody knows")) == 0
    assert catalogues.work(a_decision(international="ISO 1")) == 0
