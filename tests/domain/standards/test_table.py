"""Many rows as columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.standards.table import Table

ROWS = st.lists(st.fixed_dictionaries({"a": st.integers(), "b": st.text()}))


def test_columns_have_one_length() -> None:
    with pytest.raises(ValueError, match="different lengths"):
        Table({"a": [1, 2], "b": [1]})


@given(ROWS)
def test_rows_go_in_and_come_out(rows: list[dict[str, object]]) -> None:
    table = Table.from_rows(["a", "b"], rows)
    assert list(table.rows()) == rows
    assert len(table) == len(rows)
    assert [table.row(index) for index in range(len(table))] == rows


def test_a_row_without_a_column_is_none_there_and_others_are_left_out() -> None:
    table = Table.from_rows(["a", "b"], [{"a": 1, "c": 3}])
    assert table.row(0) == {"a": 1, "b": None}


def test_a_table_without_columns_is_empty() -> None:
    assert len(Table({})) == 0
    assert list(Table({}).rows()) == []


def test_take_gives_these_rows_in_this_order() -> None:
    table = Table({"a": [1, 2, 3]})
    assert table.take([2, 0])["a"] == [3, 1]
    assert table.take([])["a"] == []


@given(st.lists(ROWS))
def test_concatenated_tables_hold_every_row_in_order(parts: list[list[dict[str, object]]]) -> None:
    whole = Table.concatenated([Table.from_rows(["a", "b"], rows) for rows in parts])
    assert list(whole.rows()) == [row for rows in parts for row in rows]
