import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.standards.fields import Status
from aligner.readers.cells.words import is_nothing, status_of, status_of_validity


@pytest.mark.parametrize(
    "text",
    [
        *[
            "现行",
            "现行有效",
            "有效（2019年复审）",
            "仍然有效",
            "继续有效",
            "Current",
            "In force",
            "still valid",
            "Действует",
        ],
        *["gültig", "en vigueur", "현행", "有効", "Active - reaffirmed 2019", "введён впервые, действует"],
        *[
            "即将废止",
            "待废止",
            "拟废止",
            "将于2027-01-01废止",
            "未废止",
            "即将被替代",
            "to be withdrawn",
            "not withdrawn",
        ],
        *["proposed for withdrawal", "will be superseded by EN 5:2027", "not obsolete"],
        *["部分废止", "部分被代替", "部分有效", "有效（部分被替代）", "partly superseded", "действует частично"],
    ],
)
def test_what_ends_later_or_in_part_is_in_force(text: str) -> None:
    assert status_of(text) == Status.IN_FORCE


@pytest.mark.parametrize(
    "text",
    [
        *[
            "废止",
            "已废止（2020年）",
            "作废",
            "失效",
            "非现行",
            "不再有效",
            "Withdrawn (2012-05-01)",
            "Annulled",
            "Inactive",
        ],
        *[
            "Not in force",
            "no longer in force",
            "not valid any more",
            "Historical",
            "Expired",
            "Не действует",
            "Отменён",
        ],
        *[
            "Утратил силу",
            "недействующий",
            "ungültig",
            "nicht mehr gültig",
            "zurückgezogen",
            "annulée",
            "폐지",
            "廃止",
            "有効でない",
        ],
    ],
)
def test_what_is_not_or_no_longer_in_force_is_withdrawn(text: str) -> None:
    assert status_of(text) == Status.WITHDRAWN


@pytest.mark.parametrize(
    "text",
    [
        *["被代替", "已被GB/T 1000-2020代替", "被 GB/T 1000-2020 代替", "由GB/T 1000代替", "Superseded by EN 5:2010"],
        *["withdrawn, replaced by EN 5", "Заменён на ГОСТ Р 5-2010", "ersetzt durch DIN 5"],
    ],
)
def test_what_another_replaced_is_superseded(text: str) -> None:
    assert status_of(text) == Status.SUPERSEDED


@pytest.mark.parametrize(
    "text", ["即将实施", "尚未实施", "未生效", "not yet in force", "即将实施 2027-01-01", "已发布，尚未实施"]
)
def test_what_is_published_and_not_yet_in_force_is_upcoming(text: str) -> None:
    assert status_of(text) == Status.UPCOMING


@pytest.mark.parametrize(
    "text",
    [
        "暂停实施",
        "是否有效",
        "Valid?",
        "maybe withdrawn",
        "质量",
        "—",
        "",
        "代替GB/T 1000-2009",
        "有效或废止",
        "x" * 5000,
    ],
)
def test_what_is_in_doubt_is_not_known(text: str) -> None:
    assert status_of(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("是", Status.IN_FORCE),
        ("√", Status.IN_FORCE),
        ("No", Status.WITHDRAWN),
        ("нет", Status.WITHDRAWN),
        ("废止", Status.WITHDRAWN),
    ],
)
def test_a_column_that_asks_for_validity_is_answered_by_yes_no_and_ticks(text: str, status: Status) -> None:
    assert status_of_validity(text) == status


@pytest.mark.parametrize("text", ["", " ", "—", "--", "NULL", "n/a", "无", "/"])
def test_dashes_and_null_say_nothing(text: str) -> None:
    assert is_nothing(text)


@given(st.text(max_size=60))
def test_any_cell_is_read_without_exception(text: str) -> None:
    assert status_of(text) in {None, *Status}
