"""The program's own texts, numbers and dates."""

import gettext
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.errors import AlignerError
from aligner.i18n import Translator, round_half_up, system_language, translator


class Upper(gettext.NullTranslations):
    """Translates into capitals."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}").replace("{FIELD}", "{field}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper().replace("{NUMBER}", "{number}")


SHOUTED = Translator("xx", Upper())
ENGLISH = translator("en")


def test_places_are_filled_after_translation() -> None:
    assert SHOUTED("hello {name}", name="li") == "HELLO li"


def test_an_empty_message_stays_empty() -> None:
    """The empty message is the header of a catalogue of messages."""
    assert translator("zh")("") == ""


def test_a_message_without_values_keeps_its_braces() -> None:
    assert ENGLISH("{name}") == "{name}"


def test_plurals_fill_in_the_number() -> None:
    assert ENGLISH.plural("{number} row", "{number} rows", 1) == "1 row"
    assert SHOUTED.plural("{number} row", "{number} rows", 2) == "2 ROWS"


def test_a_sentence_is_translated_with_its_field_and_not_its_other_values() -> None:
    error = AlignerError("{name} has no {field}.", name="list.xlsx", field="title")
    assert SHOUTED.sentence(error) == "list.xlsx HAS NO TITLE."


def test_why_the_system_refused_is_said_in_the_users_language() -> None:
    error = AlignerError("{file}: {reason}", file="list.xlsx", reason="Permission denied")
    assert translator("zh").sentence(error) == "list.xlsx: 没有权限"
    unknown = AlignerError("{file}: {reason}", file="list.xlsx", reason="Exec format error")
    assert translator("zh").sentence(unknown) == "list.xlsx: Exec format error"


@pytest.mark.parametrize(
    ("ratio", "english", "chinese"), [(2 / 3, "66.7 %", "66.7%"), (0.0625, "6.3 %", "6.3%"), (1, "100.0 %", "100.0%")]
)
def test_percentages(ratio: float, english: str, chinese: str) -> None:
    assert ENGLISH.percent(ratio) == english
    assert translator("zh").percent(ratio) == chinese


def test_nothing_is_not_available() -> None:
    assert ENGLISH.percent(None) == "n/a"
    assert ENGLISH.number(None) == "n/a"


def test_thousands_stand_apart() -> None:
    assert ENGLISH.number(1234567.25, 1) == "1\u202f234\u202f567.3"


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (0.25, 1, "0.3"),
        (2.675, 2, "2.68"),
        (29.15, 1, "29.2"),
        (0.5, 0, "1"),
        (-0.25, 1, "-0.3"),
        (66.649999, 1, "66.6"),
    ],
)
def test_halves_are_rounded_up(value: float, digits: int, rounded: str) -> None:
    assert round_half_up(value, digits) == Decimal(rounded)


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_a_rounded_value_is_half_a_step_away_at_most(numerator: int, denominator: int) -> None:
    value = numerator / denominator
    assert abs(round_half_up(value, 1) - Decimal(value)) <= Decimal("0.0500001")


def test_an_unknown_language_is_english() -> None:
    assert translator("xx").language == "en"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
    ],
)
def test_the_language_of_the_system(variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


@pytest.mark.parametrize(
    ("name", "language"), [("Chinese (Simplified)_China", "zh"), ("English_United States", "en"), (None, "en")]
)
def test_windows_tells_its_language_otherwise(name: str | None, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (name, "936"))
    assert system_language() == language


def test_thousands_are_apart_in_plurals_as_everywhere() -> None:
    assert ENGLISH.plural("{number} row", "{number} rows", 27234) == "27\u202f234 rows"
