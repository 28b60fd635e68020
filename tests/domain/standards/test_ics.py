"""The fields of the International Classification for Standards."""

from aligner.domain.standards.ics import FIELDS, field_label


def test_every_field_is_named_with_its_digits() -> None:
    assert len(FIELDS) == 40
    assert all(label.startswith(f"{code} ") for code, label in FIELDS.items())


def test_an_unknown_field_is_shown_as_it_is() -> None:
    assert field_label("99") == "99"
    assert field_label("21") == "21 Mechanical components for general use"
