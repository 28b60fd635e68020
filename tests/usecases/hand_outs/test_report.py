"""The content of a report: every form has the figures of the workbook, and tables that add up to them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from indicators import worked_example as example

from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.i18n import translator
from aligner.reports.content.report import ReportContent
from aligner.usecases.hand_outs.forms import BROWSER_PAGE, FORMS, ReportForm, form_of
from aligner.usecases.hand_outs.report import REPORTS, report_content
from aligner.usecases.project.session import Session

from ..decided import decided_project

ENGLISH = translator("en")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with decided_project(tmp_path) as opened:
        yield opened


def content_of(session: Session, form: ReportForm) -> ReportContent:
    return report_content(session, ENGLISH, Silent(), at=example.AT, form=form)


def counted_degrees(table: Table, column: str, counted: str) -> Counter[str]:
    """How many counted rows have each degree, "none" for no adoption."""
    rows = zip(table[column], table[counted], strict=True)
    return Counter(degree or "none" for degree, mark in rows if mark or counted == "adopts")


def test_the_rows_have_the_degrees_that_the_distributions_count(session: Session) -> None:
    content = content_of(session, BROWSER_PAGE)
    found = {
        "degrees_by_work": counted_degrees(content.table("works"), "counted_degree", "in_denominator"),
        "degrees_by_national": counted_degrees(content.table("nationals"), "degree", "adopts"),
    }
    for name, counts in found.items():
        indicator = content.indicator(name)
        assert indicator is not None
        lines = {one.key: one.numerator for one in indicator.breakdown if "/" not in one.key}
        assert {key: counts[key] for key in lines} == lines


def test_every_form_has_the_same_figures_and_no_table_that_it_does_not_show(session: Session) -> None:
    contents = {suffix: content_of(session, form) for suffix, form in FORMS.items()}
    whole = contents[".xlsx"]
    for suffix, content in contents.items():
        assert content.indicators == whole.indicators
        assert content.rules == whole.rules
        assert set(content.tables) == set(FORMS[suffix].tables)
        for name in content.tables:
            assert list(content.table(name).rows()) == list(whole.table(name).rows())


def test_a_form_is_chosen_by_how_the_name_ends() -> None:
    assert [form_of(Path(f"report{suffix.upper()}")) for suffix in REPORTS] == list(FORMS.values())
