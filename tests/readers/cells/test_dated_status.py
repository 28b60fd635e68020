"""A status with a date holds from, or until, that day."""

from datetime import date

import pytest

from aligner.domain.standards.fields import Status
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.dated_status import DatedStatus, dated_status

CALENDAR = Calendar(date(2026, 6, 1), 1900)
ENDS = [
    "Withdrawn from {}", "{}起废止", "{}に廃止", "to be withdrawn {}", "Отменен с {}", "现行（将于{}废止）",
    "Superseded by ISO 2602:2025 on {}",
]  # fmt: skip
FORMS = ["2031-02-01", "2031年2月1日", "2031/02/01", "01.02.2031", "2031.2.1"]


@pytest.mark.parametrize("sentence", ENDS)
@pytest.mark.parametrize("form", FORMS)
def test_what_ends_on_a_later_day_is_in_force_until_then(sentence: str, form: str) -> None:
    assert dated_status(sentence.format(form), CALENDAR) == DatedStatus(Status.IN_FORCE, withdrawn="2031-02-01")


@pytest.mark.parametrize("sentence", ["Withdrawn from {}", "{}起废止", "Отменен с {}"])
def test_what_ended_is_withdrawn_with_its_day(sentence: str) -> None:
    assert dated_status(sentence.format("2020-02-01"), CALENDAR) == DatedStatus(
        Status.WITHDRAWN, withdrawn="2020-02-01"
    )


@pytest.mark.parametrize("sentence", ["有效期至{}", "valid until {}", "действует до {}", "gültig bis {}"])
def test_what_is_valid_until_a_day_ends_with_it(sentence: str) -> None:
    assert dated_status(sentence.format("2031-02-01"), CALENDAR) == DatedStatus(Status.IN_FORCE, "2031-02-01")
    assert dated_status(sentence.format("2020-02-01"), CALENDAR) == DatedStatus(Status.WITHDRAWN, "2020-02-01")


@pytest.mark.parametrize("sentence", ["自{}起实施", "effective {}", "{}施行", "действует с {}", "valid from {}"])
def test_what_begins_on_a_later_day_is_not_in_force_yet(sentence: str) -> None:
    later = dated_status(sentence.format("2026-11-01"), CALENDAR)
    assert later == DatedStatus(Status.UPCOMING, effective="2026-11-01")
    begun = dated_status(sentence.format("2025-11-01"), CALENDAR)
    assert begun == DatedStatus(Status.IN_FORCE, effective="2025-11-01")


@pytest.mark.parametrize("text", ["现行（2020年废止）", "将于2020-01-01废止"])
def test_a_withdrawal_announced_for_a_past_day_leaves_the_status_in_doubt(text: str) -> None:
    assert dated_status(text, CALENDAR) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [("Replaced by ISO 2602:2031", Status.SUPERSEDED), ("заменен на ГОСТ Р 1.2-2031", Status.SUPERSEDED),
     ("现行（代替2010版）", Status.IN_FORCE), ("被GB/T 5276-2031代替", Status.SUPERSEDED)],
)  # fmt: skip
def test_the_year_of_a_number_is_no_date(text: str, status: Status) -> None:
    assert dated_status(text, CALENDAR) == DatedStatus(status)
