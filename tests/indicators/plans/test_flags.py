"""Adoptions that count but should be checked, over the worked example."""

from typing import Any

from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.indicators.counting.count import count, gather
from aligner.indicators.figures import flags as kinds
from aligner.indicators.figures.reasons import UNCONFIRMED_DRAFT
from aligner.indicators.plans import flags
from aligner.indicators.plans.worklist import LinkItem

from ..worked_example import AT, applicability, decisions, international_table, national_table


def flagged(*more: Decision) -> list[LinkItem]:
    inputs = gather(national_table(), international_table(), [*decisions(), *more], applicability(), CountingRules())
    return flags.flagged(count(inputs, AT))


def named(reason: str, *more: Decision) -> set[str]:
    return {one.national for one in flagged(*more) if one.reason == reason}


def confirmed(national: str, cited: str, work: str, **values: Any) -> Decision:
    return Decision(national, cited, work, Verdict.CONFIRMED, Degree.IDT, **values)


def test_one_to_many_is_flagged() -> None:
    assert named(kinds.SEVERAL) == {"GB/T 3002-2018"}


def test_two_full_adoptions_of_one_work_are_both_listed() -> None:
    again = confirmed("GB/T 3020-2015", "ISO 1001:2017", "ISO 1001")
    assert named(kinds.DUPLICATE) == set()
    assert named(kinds.DUPLICATE, again) == {"GB/T 3001-2019", "GB/T 3020-2015"}


def test_a_partial_adoption_beside_a_full_one_is_no_duplicate() -> None:
    part = confirmed("GB/T 3020-2015", "ISO 1001:2017", "ISO 1001", coverage=Coverage.PARTIAL)
    assert named(kinds.DUPLICATE, part) == set()


def test_a_technical_report_is_another_deliverable() -> None:
    report = confirmed("GB/T 3020-2015", "ISO/TR 1009:2018", "ISO/TR 1009")
    assert named(kinds.OTHER_DELIVERABLE, report) == {"GB/T 3020-2015"}


def test_a_decision_on_a_row_that_changed_is_listed() -> None:
    changed = confirmed("GB/T 3020-2015", "ISO 1007:2020", "ISO 1007", international_fingerprint="of another text")
    seen = {"national_fingerprint": "of GB/T 3021-2015", "international_fingerprint": "of ISO 1007:2020"}
    same = confirmed("GB/T 3021-2015", "ISO 1007:2020", "ISO 1007", **seen)
    listed = named(kinds.CHANGED, changed, same)
    assert "GB/T 3020-2015" in listed
    assert "GB/T 3021-2015" not in listed


def test_a_draft_that_was_published_since_awaits_confirmation() -> None:
    draft = confirmed("GB/T 3020-2015", "ISO/DIS 1007", "ISO 1007")
    assert named(UNCONFIRMED_DRAFT, draft) == {"GB/T 3020-2015"}


def test_citations_beyond_the_catalogue_are_listed() -> None:
    more = (
        confirmed("GB/T 3020-2015", "ISO 1007:2025", "ISO 1007"),
        confirmed("GB/T 3021-2015", "ISO 7777:2020", "ISO 7777"),
        confirmed("GB/T 3021-2015", "ISO 1008", "ISO 1008"),
    )
    found = {(one.cited, one.state) for one in flagged(*more) if one.reason in kinds.UNKNOWN.values()}
    assert found == {("ISO 1007:2025", EditionState.AHEAD), ("ISO 7777:2020", None), ("ISO 1008", EditionState.UNDATED)}


def test_a_stated_edition_younger_than_the_national_standard_is_listed() -> None:
    younger = confirmed(
        "GB/T 3020-2015", "ISO 1007:2020", "ISO 1007", edition="ISO 1007:2020", basis=EditionBasis.STATED
    )
    presumed = confirmed("GB/T 3021-2015", "ISO 1007:2020", "ISO 1007")
    assert named(kinds.YOUNGER) == set()
    assert named(kinds.YOUNGER, younger, presumed) == {"GB/T 3020-2015"}


def test_every_flag_is_told_of_both_standards_of_its_pair() -> None:
    again = confirmed("GB/T 3020-2015", "ISO 1001:2017", "ISO 1001")
    counting = count(
        gather(national_table(), international_table(), [*decisions(), again], applicability(), CountingRules()), AT
    )
    found, works, national = kinds.flags_of(counting), counting.inputs.works, counting.inputs.national
    for one in flags.flagged(counting):
        row = national["designation"].index(one.national)
        assert one.reason in found.of_national[row]
        position = works.position(one.work)
        assert position is None or one.reason in found.of_work[position]
    assert found.of_work
