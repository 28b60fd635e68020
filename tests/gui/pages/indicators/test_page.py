from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QTableView
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.gui.commands.project_actions import make_project
from aligner.gui.delegates.bar import CellBar
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.tick_view import TICK
from aligner.gui.words.figures import gain
from aligner.i18n import translator
from aligner.usecases.figures import scenario
from aligner.usecases.figures.trend import age_label
from aligner.usecases.review import decide
from tests.gui.builder import confirmed
from tests.gui.conftest import PATIENCE, settle
from tests.gui.indicator_scenes import FIGURES, GROUPS, PLAN, TREND, WHY, indicators
from tests.gui.review_scenes import add_candidates, session_of


def test_the_rate_stands_large_with_all_that_explains_it(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot)
    assert page.shown is not None
    rate = page.shown.indicator("conversion_rate")
    assert rate.numerator == 3
    card = page.card
    assert card.figure.text() == opened.context.translate.percent(rate.value)
    assert card.made_of.text() == f"3 of {rate.denominator:.0f} applicable standards are converted"
    assert card.gap.text().startswith("Target 85 %: ")
    assert "depending on the open verdicts" in card.interval.text()
    assert "IDT 2 · MOD 1" in card.degree_words["degrees_by_work"].text()
    assert "national_standards_gb.xlsx" in page.sources.text()


def test_every_indicator_is_a_row_with_its_rule_and_its_rows(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot)
    figures = page.figures
    names = [figures.model.text(row, 0) for row in range(figures.model.rowCount())]
    assert names[0] == "Conversion rate"
    assert "Reviewer agreement" in names
    assert all(figures.model.text(row, 5) for row, name in enumerate(names) if not name.startswith("\u2003"))
    figures.view.go_to(names.index("Adoption rate"))
    settle(qtbot, opened)
    assert figures.behind.heading.text() == "Adoption rate"
    assert len(figures.behind.model.rows) == int(figures.model.text(names.index("Adoption rate"), 3))
    assert sum(figures.behind.model.rows.table["counted"]) == 3


def test_enter_on_a_row_opens_the_standard_in_its_catalogue(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot)
    view = page.figures.behind.view
    view.go_to(len(view.rows_model.rows) - 1)
    wanted = view.rows_model.rows.table["key"][view.position()]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle(qtbot, opened)
    shown = opened.page
    assert isinstance(shown, CataloguesPage)
    table = shown.table()
    assert table is not None
    assert table.rows_model.rows.table["designation"][table.position()] == wanted


def test_a_decision_moves_every_figure(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot)
    opened.context.do(decide.decide, [confirmed("GB/T 19004-2020", "ISO 9004:2018", Degree.IDT)])
    settle(qtbot, opened)
    assert page.card.made_of.text().startswith("4 of ")
    assert page.figures.model.text(0, 2) == "4"
    opened.run_command("edit.undo")
    settle(qtbot, opened)
    assert page.card.made_of.text().startswith("3 of ")


def test_groups_that_lack_most_come_first_and_show_their_rows(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, GROUPS)
    lacking = page.groups.model.rows.table["lacking"]
    assert lacking == sorted(lacking, reverse=True)
    behind = page.groups.behind
    assert len(behind.model.rows) == page.groups.model.rows.table["applicable"][0]
    page.groups.by.setCurrentIndex(1)
    settle(qtbot, opened)
    assert page.groups.model.text(0, 0).startswith(("ISO", "IEC", "TC"))
    assert page.state()["groups"] == {"by": "committee"}


def test_a_click_on_a_bar_shows_its_rows(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, GROUPS)
    view = page.groups.view
    place = view.visualRect(page.groups.model.index(1, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    settle(qtbot, opened)
    assert page.groups.behind.heading.text() == page.groups.model.text(1, 0)
    assert len(page.groups.behind.model.rows) == page.groups.model.rows.table["applicable"][1]


def test_the_steps_lead_from_the_raw_quotient_to_the_rate(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, WHY)
    table = page.why.steps_model.rows.table
    assert page.shown is not None
    rate = page.shown.indicator("conversion_rate")
    assert (table["numerator"][-1], table["denominator"][-1]) == (rate.numerator, rate.denominator)
    moved = max(range(len(table)), key=lambda row: table["rows"][row])
    page.why.steps_view.go_to(moved)
    settle(qtbot, opened)
    assert len(page.why.behind.model.rows) == table["rows"][moved]
    assert page.why.rates_model.rowCount() == 5
    bar = page.why.rates_model.rows.table["rate"][0]
    assert isinstance(bar, CellBar)
    assert bar.end == rate.value


def test_space_ticks_the_selected_works_and_the_rate_moves(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, PLAN)
    plan = page.plan
    before = plan.rate.text()
    plan.view.setFocus()
    plan.view.go_to(0)
    qtbot.keyClick(plan.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(plan.simulated, timeout=PATIENCE):
        qtbot.keyClick(plan.view, Qt.Key.Key_Space)
    assert len(plan.ticked()) == 2
    assert plan.rate.text().endswith("with 2 ticks")
    assert plan.rate.text().split("→")[1] != before.split("→")[1]


def test_a_click_on_the_tick_sets_it(opened: MainWindow, qtbot: QtBot) -> None:
    plan = indicators(opened, qtbot, PLAN).plan
    place = plan.view.visualRect(plan.model.index(2, 0)).center()
    qtbot.mouseClick(plan.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    assert plan.model.rows.table[TICK][:4] == [False, False, True, False]


def test_what_a_decision_settles_is_the_easiest_way(opened: MainWindow, qtbot: QtBot) -> None:
    add_candidates(session_of(opened))
    plan = indicators(opened, qtbot, PLAN).plan
    assert plan.model.text(0, 2) == "Decide on the stated pair"
    assert plan.model.rows.table["nationals"][0]


def test_ticks_stay_when_a_decision_is_made(opened: MainWindow, qtbot: QtBot) -> None:
    plan = indicators(opened, qtbot, PLAN).plan
    plan.view.turn(3, set())
    (key,) = plan.ticked_keys()
    opened.context.do(decide.decide, [confirmed("GB/T 19004-2020", "ISO 9004:2018", Degree.IDT)])
    settle(qtbot, opened)
    assert plan.ticked_keys() == (() if key == "ISO 9004" else (key,))


def test_ticks_scenario_and_year_stay_when_language_or_theme_change(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, PLAN)
    page.plan.tick_enough()
    page.plan.year.setCurrentIndex(2)
    settle(qtbot, opened)
    ticked, year = page.plan.ticked_keys(), page.plan.target_year()
    assert ticked
    for command in ("view.language", "view.dark"):
        before = opened.page
        opened.run_command(command)
        qtbot.waitUntil(lambda before=before: opened.page is not before, timeout=PATIENCE)
        settle(qtbot, opened)
        again = opened.page
        assert isinstance(again, IndicatorsPage)
        assert (again.plan.ticked_keys(), again.plan.target_year()) == (ticked, year)


def test_saved_scenarios_stand_side_by_side_with_the_ticks(opened: MainWindow, qtbot: QtBot) -> None:
    plan = indicators(opened, qtbot, PLAN).plan
    plan.tick_enough()
    opened.context.do(scenario.save_scenario, plan.scenario_named("all at once"))
    plan.clear()
    with qtbot.waitSignal(plan.simulated, timeout=PATIENCE):
        plan.reload_scenarios()
    shown = plan.sides.compared.rows.table
    assert shown["name"] == ["Custom selection", "all at once"]
    assert shown["works"][0] == 0 < shown["works"][1]
    assert shown["rate"][0].end < shown["rate"][1].end
    assert shown["gap"][1] == 0


def test_a_small_gain_is_told_for_a_hundred_works() -> None:
    english = translator("en")
    assert gain(1 / 9, english) == english.percent(1 / 9, 2)
    assert gain(1 / 25_000, english) == f"{english.percent(0.004, 2)} per 100"


def test_the_past_is_told_with_its_targets(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, TREND)
    trend = page.trend
    assert trend.journal.model.rowCount() == 2
    years = trend.years.rows_model.rows.table
    assert years["year"][-1] == "2024"
    assert "target 18" in trend.remarks["cycles"].text()
    assert trend.progress.rows_model.rows.table["standards"][0] == 3
    assert trend.plans.rows_model.rowCount() > 0


def test_every_table_and_choice_has_a_name(opened: MainWindow, qtbot: QtBot) -> None:
    for tab in (FIGURES, GROUPS, WHY, PLAN, TREND):
        page = indicators(opened, qtbot, tab)
        for widget in (*page.findChildren(QTableView), *page.findChildren(QComboBox)):
            assert widget.accessibleName() or not widget.isVisible()
        view = page.table()
        assert isinstance(view, RowsView)
        assert view.isVisible()


def test_profile_day_and_tab_are_remembered(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, WHY)
    page.choose_profile("strict-current")
    settle(qtbot, opened)
    state = page.state()
    assert (state["profile"], state["at"], state["tab"]) == ("strict-current", "2024-08-31", "why")
    opened.run_command("view.language")
    qtbot.waitUntil(lambda: opened.page is not page, timeout=PATIENCE)
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, IndicatorsPage)
    assert page.state() == state
    assert page.profile_box.currentText() == "严格口径（仅现行版本）"


def test_without_catalogues_the_page_says_what_to_do(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    make_project(window, tmp_path / "empty.aligner")
    settle(qtbot, window)
    window.show_page("indicators")
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, IndicatorsPage)
    assert not page.has_figures()
    assert page.table() is None
    offered = {one.id: one.is_enabled for one in window.offered_commands()}
    assert not offered["indicators.print"]
    assert not offered["plan.export"]


def test_a_closed_project_leaves_nothing_on_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot)
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        settle(qtbot, opened)
    opened.context.close_project()
    settle(qtbot, opened)
    assert page.shown is None
    assert page.card.figure.text() == "–"
    assert [part.shown for part in page.parts] == [None] * len(page.parts)
    assert page.plan.outlook is None
    shown = [view for view in page.findChildren(RowsView) if len(view.rows_model.rows)]
    assert [view.accessibleName() for view in shown] == []


def test_a_hidden_page_lets_go_and_comes_back_to_the_same_place(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot)
    page.figures.view.go_to(4)
    page.tabs.setCurrentIndex(PLAN)
    settle(qtbot, opened)
    page.plan.tick_enough()
    settle(qtbot, opened)
    ticks = page.plan.ticked_keys()
    assert ticks
    opened.show_page("history")
    opened.context.do(decide.decide, [confirmed("GB/T 19004-2020", "ISO 9004:2018", Degree.IDT)])
    settle(qtbot, opened)
    assert page.shown is None
    assert page.plan.outlook is None
    opened.show_page("indicators")
    settle(qtbot, opened)
    assert set(page.plan.ticked_keys()) <= set(ticks)
    assert page.plan.has_ticks()
    page.tabs.setCurrentIndex(FIGURES)
    settle(qtbot, opened)
    assert page.figures.view.position() == 4


def names_in_review(window: MainWindow) -> list[str]:
    assert isinstance(window.page, ReviewPage)
    return window.page.queue.shown_designations()


def test_what_is_not_converted_opens_in_the_review_with_its_like(opened: MainWindow, qtbot: QtBot) -> None:
    add_candidates(session_of(opened))
    page = indicators(opened, qtbot)
    behind = page.figures.behind
    table = behind.model.rows.table
    wanted = [name for name in table["review"] if name]
    assert behind.review_button.text() == f"Review {len(wanted)} rows"
    behind.view.go_to(2)
    qtbot.keyClick(behind.view, Qt.Key.Key_Return)
    settle(qtbot, opened)
    review_page = opened.page
    assert isinstance(review_page, ReviewPage)
    assert review_page.level is Level.INTERNATIONAL
    assert sorted(names_in_review(opened)) == sorted(set(wanted))
    assert review_page.queue.designation() == table["review"][2]
    review_page.queue.facets.clear()
    assert len(names_in_review(opened)) > len(wanted)


def test_the_review_follows_from_one_side_to_the_other(opened: MainWindow, qtbot: QtBot) -> None:
    add_candidates(session_of(opened))
    page = indicators(opened, qtbot)
    qtbot.mouseClick(page.figures.behind.review_button, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    opened.show_page("indicators")
    page.show_figure("adoption_rate")
    settle(qtbot, opened)
    wanted = {name for name in page.figures.behind.model.rows.table["review"] if name}
    qtbot.mouseClick(page.figures.behind.review_button, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert set(names_in_review(opened)) == wanted
    assert "GB/T 19001-2016" not in wanted


def test_the_figures_of_the_card_open_their_rows(opened: MainWindow, qtbot: QtBot) -> None:
    page = indicators(opened, qtbot, TREND)
    bar = page.card.degrees["degrees_by_national"]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert page.tabs.currentIndex() == FIGURES
    assert page.figures.behind.heading.text() == "Degrees by national standard"
    qtbot.mouseClick(page.card.gap, Qt.MouseButton.LeftButton)
    assert page.tabs.currentIndex() == PLAN
    qtbot.mouseClick(page.card.made_of, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert page.figures.behind.heading.text() == "Conversion rate"


def test_bars_over_time_open_their_rows(opened: MainWindow, qtbot: QtBot) -> None:
    add_candidates(session_of(opened))
    opened.context.do(decide.decide, [confirmed("GB/T 19004-2020", "ISO 9004:2009", Degree.IDT)])  # 2018 is in force
    page = indicators(opened, qtbot, TREND)
    found = page.trend.found
    assert found is not None
    page.trend.years.chosen.emit(len(found.years) - 1)
    settle(qtbot, opened)
    rate = page.shown.indicator("conversion_rate") if page.shown else None
    assert rate is not None
    assert sum(page.trend.year_rows.model.rows.table["counted"]) == rate.numerator
    page.trend.cycles.chosen.emit(0)
    settle(qtbot, opened)
    assert len(page.trend.cycle_rows.model.rows) == found.cycles[0].standards
    page.trend.ages.chosen.emit(0)
    ages = page.trend.outdated.rows_model
    assert {age_label(ages.rows.table["months"][row]) for row in ages.positions()} <= {found.outdated[0].label}
    page.trend.progress.chosen.emit(4)
    settle(qtbot, opened)
    assert len(names_in_review(opened)) == found.progress.open
