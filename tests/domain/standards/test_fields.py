"""The columns of a table of standards."""

from aligner.domain.standards.fields import (
    BY_NAME,
    COLUMN_NAMES,
    FIELDS,
    LIST_KINDS,
    PRINTED,
    Kind,
    Status,
    empty_value,
)


def test_every_column_has_a_name_of_its_own_and_a_label() -> None:
    assert len(set(COLUMN_NAMES)) == len(FIELDS)
    assert all(field.label for field in FIELDS)
    assert list(BY_NAME) == list(COLUMN_NAMES)


def test_what_identifies_a_standard_is_printed() -> None:
    """A change of a derived column alone, as by a newer program, makes no decision stale."""
    assert all(field in PRINTED for field in FIELDS if field.identifying)


def test_empty_cells_have_a_value_of_their_kind() -> None:
    assert empty_value(Kind.TEXT) == ""
    assert empty_value(Kind.DATE) == ""
    assert empty_value(Kind.INTEGER) is None
    assert empty_value(Kind.FLAG) is False
    assert empty_value(Kind.STATUS) == Status.UNKNOWN


def test_empty_lists_are_never_shared() -> None:
    for kind in LIST_KINDS:
        first = empty_value(kind)
        assert first == []
        assert first is not empty_value(kind)
