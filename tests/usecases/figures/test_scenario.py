"""Scenarios of a project: saved, found again, handed on as a work plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from indicators import worked_example as example
from openpyxl import load_workbook

from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.i18n import translator
from aligner.usecases.figures import scenario
from aligner.usecases.figures.dashboard import at_a_glance
from aligner.usecases.figures.scenario import Outlook, Scenario, Way
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_pair

from ..decided import decided_project


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with decided_project(tmp_path) as opened:
        yield opened


@pytest.fixture
def known(session: Session) -> Outlook:
    return scenario.outlook(session, at_a_glance(session, at=example.AT))


def test_a_saved_scenario_is_found_again_and_replaced_by_name(session: Session) -> None:
    scenario.save_scenario(session, Scenario("A", ("ISO 1007",), 2030))
    scenario.save_scenario(session, Scenario("B", (), 2028))
    scenario.save_scenario(session, Scenario("A", ("ISO 1008",), 2031))
    assert scenario.scenarios(session) == [Scenario("B", (), 2028), Scenario("A", ("ISO 1008",), 2031)]
    scenario.forget_scenario(session, "B")
    scenario.forget_scenario(session, "A")
    assert scenario.scenarios(session) == []


def test_a_scenario_of_another_program_is_read_as_far_as_it_is_understood(session: Session) -> None:
    session.store.writing().save_setting(scenario.SCENARIOS, [{"name": "A", "works": 3}, "odd", {"works": []}])
    assert scenario.scenarios(session) == [Scenario("A", (), 0)]


def test_what_was_converted_since_is_no_tick_any_more(session: Session, known: Outlook) -> None:
    saved = Scenario("A", ("ISO 1007", "ISO 1008"), 2030)
    assert len(scenario.works_of(known, saved)) == 2
    decide_pair(session, Opinion("GB/T 3020-2015", "ISO 1007:2020", Verdict.CONFIRMED, Degree.IDT))
    later = scenario.outlook(session, at_a_glance(session, at=example.AT))
    assert len(scenario.works_of(later, saved)) == 1


def test_enough_reaches_the_target_and_no_more(known: Outlook) -> None:
    chosen = scenario.enough(known)
    assert len(chosen) == 2
    simulation = scenario.simulate(known, chosen, 2030)
    assert simulation.rate.gap == 0
    assert simulation.effort == sum(one.effort for one in known.opportunities if one.work in chosen)
    assert scenario.simulate(known, list(chosen)[:1], 2030).rate.gap == 1


def test_the_target_year_is_that_of_the_rules_or_five_years_ahead(known: Outlook) -> None:
    assert known.target_year == example.AT.year + 5


def test_a_national_standard_that_is_settled_is_no_candidate(known: Outlook) -> None:
    for one in known.opportunities:
        assert one.way not in (Way.DECIDE, Way.LOOK)


def test_the_work_plan_lists_the_ticks_for_people_to_fill_in(known: Outlook, tmp_path: Path) -> None:
    chosen = scenario.enough(known)
    target = tmp_path / "plan.xlsx"
    scenario.export_plan(known, chosen, target, "=Plan", translator("en"))
    sheet = load_workbook(target).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "=Plan"
    assert "66.7 %" in rows[1][0]
    assert "88.9 %" in rows[1][0]
    assert rows[2][:2] == ["No.", "International standard"]
    assert rows[2][-3:] == ["Responsible", "Due", "Note"]
    assert [row[1] for row in rows[3:5]] == ["ISO 1008:2021", "ISO 1005:2014"]


def test_the_work_plan_as_csv_says_the_same(known: Outlook, tmp_path: Path) -> None:
    scenario.export_plan(known, scenario.enough(known), tmp_path / "plan.csv", "Plan", translator("zh"))
    lines = (tmp_path / "plan.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "ISO 1008:2021" in lines[1]


def test_a_place_that_refuses_the_plan_is_named(known: Outlook, tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="nowhere"):
        scenario.export_plan(known, (), tmp_path / "nowhere" / "plan.csv", "Plan", translator("en"))
