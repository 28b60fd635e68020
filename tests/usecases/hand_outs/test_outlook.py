"""The way to the target in the report, and what a report made again keeps of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from indicators import worked_example as example

from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.indicators.plans.ways import WAY_NAMES, Way
from aligner.reports.content.outlook_columns import ENOUGH
from aligner.reports.content.report import ReportContent
from aligner.usecases.figures.scenario import Scenario, save_scenario
from aligner.usecases.figures.snapshots import take_snapshot
from aligner.usecases.hand_outs.forms import ONE_PAGE
from aligner.usecases.hand_outs.report import report_content, snapshot_content
from aligner.usecases.project.session import Session

from ..decided import decided_project

ENGLISH = translator("en")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with decided_project(tmp_path) as opened:
        yield opened


def content_of(session: Session) -> ReportContent:
    return report_content(session, ENGLISH, Silent(), at=example.AT)


def test_the_plan_names_what_is_to_be_done_and_how_far_it_leads(session: Session) -> None:
    save_scenario(session, Scenario("robots", ("ISO 1007", "ISO 1008"), 2030))
    content = content_of(session)
    plan = {row["international"]: row for row in content.table("plan").rows()}
    assert set(plan) == {"ISO 1005:2014", "ISO 1007:2020", "ISO 1008:2021"}
    assert plan["ISO 1008:2021"]["way"] == WAY_NAMES[Way.PLAN]
    assert plan["ISO 1008:2021"]["scenarios"] == ["robots"]
    rates = {
        row["scenario"]: (row["numerator"], row["denominator"], row["gap"]) for row in content.table("scenarios").rows()
    }
    assert rates == {"": (6, 9, 2), ENOUGH: (8, 9, 0), "robots": (8, 9, 0)}
    assert [row["year"] for row in content.table("ahead").rows()] == [2026, 2027, 2028, 2029, 2030, 2031]


def test_each_moved_row_belongs_to_a_step_that_counts_it(session: Session) -> None:
    content = content_of(session)
    for number, step in enumerate(content.waterfall, 1):
        assert content.table("moved")["step"].count(number) == step.left_out + step.not_converted + step.converted


def test_a_verdict_that_leaves_a_work_out_is_shown_apart(session: Session) -> None:
    doubts = content_of(session).table("doubts")
    assert [(row["international"], row["is_counted"]) for row in doubts.rows()] == [("ISO 1006:2013", False)]


def test_a_report_of_a_snapshot_knows_no_later_scenario(session: Session) -> None:
    take_snapshot(session, "2025", at=example.AT)
    before, _ = snapshot_content(session, ENGLISH, Silent(), "2025")
    save_scenario(session, Scenario("later", ("ISO 1007",), 2030))
    after, _ = snapshot_content(session, ENGLISH, Silent(), "2025")
    assert list(after.table("scenarios").rows()) == list(before.table("scenarios").rows())
    assert list(after.table("plan").rows()) == list(before.table("plan").rows())


def test_the_page_has_the_figures_of_the_workbook(session: Session) -> None:
    whole = content_of(session)
    page = report_content(session, ENGLISH, Silent(), at=example.AT, form=ONE_PAGE)
    assert page.indicators == whole.indicators
    assert page.breakdowns == whole.breakdowns[:2]
    assert len(page.table("works")) == 0
