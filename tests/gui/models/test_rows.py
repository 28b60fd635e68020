from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, Facet, itself, natural
from aligner.gui.models.rows import Rows

COLUMNS = (Column("number", "Number", key=natural), Column("title", "Title"), Column("year", "Year", is_searched=False))
STATUS = Facet("status", "Status", itself)
ICS = Facet("ics", "ICS", lambda codes: codes)


def rows() -> Rows:
    table = Table(
        {
            "number": ["ISO 10002", "ISO 9001", "ISO 9000", "ISO 9001"],
            "title": ["Complaints", "Requirements 要求", "Vocabulary", ""],
            "year": [2018, 2015, None, 2008],
            "status": ["in_force", "in_force", "withdrawn", "withdrawn"],
            "ics": [["03"], ["03", "01"], ["01"], []],
        }
    )
    return Rows(table, COLUMNS, (STATUS, ICS))


def test_numbers_in_texts_are_sorted_as_numbers() -> None:
    assert rows().ordered(rows().matching(""), "number").tolist() == [2, 1, 3, 0]


def test_empty_values_come_first_and_last_when_descending() -> None:
    everything = rows().matching("")
    assert rows().ordered(everything, "year").tolist() == [2, 3, 1, 0]
    assert rows().ordered(everything, "year", descending=True).tolist() == [0, 1, 3, 2]


def test_every_word_of_a_search_must_occur() -> None:
    assert rows().matching("iso 要求").tolist() == [False, True, False, False]
    assert rows().matching("ISO requirements 10002").tolist() == [False] * 4


def test_columns_that_are_not_searched_are_not_found() -> None:
    assert not rows().matching("2018").any()


def test_kinds_of_one_facet_add_up_and_facets_narrow() -> None:
    chosen = {"ics": frozenset({"03", "01"})}
    assert rows().matching("", chosen).tolist() == [True, True, True, False]
    assert rows().matching("", chosen | {"status": frozenset({"withdrawn"})}).tolist() == [False, False, True, False]


def test_a_facet_is_counted_without_itself() -> None:
    chosen = {"status": frozenset({"withdrawn"}), "ics": frozenset({"01"})}
    assert rows().counts(STATUS, "", chosen) == {"in_force": 1, "withdrawn": 1}
    assert rows().counts(ICS, "", chosen) == {"03": 0, "01": 1}


def test_a_kind_that_does_not_exist_leaves_nothing() -> None:
    assert not rows().matching("", {"status": frozenset({"plan"})}).any()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "A 2", "a 10", ""]), max_size=30))
def test_sorting_keeps_every_row_once_and_equal_rows_in_order(texts: list[str]) -> None:
    some = Rows(Table({"number": texts}), (Column("number", "Number", key=natural),))
    everything = np.ones(len(texts), dtype=bool)
    for descending in (False, True):
        order = some.ordered(everything, "number", descending=descending).tolist()
        assert sorted(order) == list(range(len(texts)))
        ranks = some.rank("number").tolist()
        assert all(a < b for a, b in pairwise(order) if ranks[a] == ranks[b])
