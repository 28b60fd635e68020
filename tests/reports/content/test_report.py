"""What a report refuses to be built from."""

import pytest

from aligner.domain.standards.table import Table
from reports.contents import a_report, with_tables


def test_a_table_that_lacks_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="the table of gaps lacks band"):
        with_tables(a_report(2), gaps=Table({"gap": ["unconverted"]}))


def test_an_indicator_that_was_not_computed_is_none() -> None:
    assert a_report(2).indicator("formulation_cycle_mean") is None
