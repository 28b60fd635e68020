"""Every number of the worked example (rules 8.2 to 8.10) as the window shows it."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.shell.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.indicator_scenes import GROUPS, TREND, indicators
from tests.usecases.decided import decided_project

DAY = date(2026, 1, 1)

FIGURES = {
    "Conversion rate": ["66.7 %", "6", "9", "66.7 % – 75.0 %"],
    "Projected conversion rate": ["77.8 %", "7", "9"],
    "Conversion rate net of outdated editions": ["55.6 %", "5", "9"],
    "outdated adoption share: the difference from the conversion rate": ["11.1 %", "1", "9"],
    "Conversion rate net of outdated editions and missed amendments": ["44.4 %", "4", "9"],
    "Adopting national standards": ["6"],
    "Adoption rate": ["70.0 %", "7", "10"],
    "Adoption rate of current editions": ["50.0 %", "5", "10"],
    "Harmonization rate": ["87.5 %", "7", "8"],
    "Key indicators: equal rate": ["n/a"],
    "Consistency of the field": ["n/a"],
    "Adoption lag, median": ["29.2 months", "", "8"],
    "Adoption lag, mean": ["29.8 months", "", "8"],
    "median by work, until its first complete coverage": ["28.4 months", "", "6"],
    "converted within 12 months": ["0.0 %", "0", "9"],
    "converted within 24 months": ["22.2 %", "2", "9"],
    "converted within 36 months": ["44.4 %", "4", "9"],
    "Formulation cycle, mean of all in force": ["20.7 months", "", "6"],
    "Formulation cycle within target": ["33.3 %", "2", "6"],
    "standards in force without plan or publication date": ["4"],
    "Gap to target": ["2", "6", "9"],
    "without works that have no verdict": ["1", "6", "8"],
    "net of outdated editions": ["3", "5", "9"],
    "after the plans under way": ["1", "7", "9"],
    "Outdated adoptions": ["1", "1", "9"],
    "Plans under way": ["1"],
}
"""Value, numerator, denominator and interval by name, as far as the rules give them."""


@pytest.fixture(scope="module")
def worked_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("worked")
    session = decided_project(folder)
    address = session.store.address
    session.close()
    return Path(address)


@pytest.fixture
def page(window: MainWindow, worked_example: Path, qtbot: QtBot) -> IndicatorsPage:
    window.open_names([str(worked_example)])
    settle(qtbot, window)
    return indicators(window, qtbot, at=DAY)


def lines(model: RowsModel) -> dict[str, list[str]]:
    """The lines of a table by their first cell, without its indent."""
    texts = [[model.text(row, column) for column in range(model.columnCount())] for row in range(model.rowCount())]
    return {cells[0].strip("\u2003– "): cells[1:] for cells in reversed(texts)}


def test_the_card_tells_the_rate_its_parts_its_interval_and_what_is_lacking(page: IndicatorsPage) -> None:
    assert page.card.figure.text() == "66.7 %"
    assert "6 of 9" in page.card.made_of.text()
    assert page.card.interval.text().startswith("66.7 % – 75.0 %")
    assert page.card.gap.text() == "Target 85 %: 2 more adoptions needed"


def test_every_figure_is_that_of_the_rules(page: IndicatorsPage) -> None:
    found = lines(page.figures.model)
    assert {name: found[name][: len(cells)] for name, cells in FIGURES.items()} == FIGURES


def test_degrees_are_told_on_both_bases(page: IndicatorsPage) -> None:
    model = page.figures.model
    texts = [[model.text(row, column) for column in range(3)] for row in range(model.rowCount())]
    names = [cells[0] for cells in texts]
    for basis, counts in (("national", ["5", "2", "1", "2"]), ("international", ["3", "3", "1", "2"])):
        start = names.index(f"Degrees by {basis} standard") + 1
        assert [cells[2] for cells in texts[start : start + 4]] == counts


@pytest.mark.parametrize(
    ("by", "expected"),
    [("ics", {"21": (4, 5), "25": (2, 4)}), ("committee", {"ISO/TC 4": (2, 2)})],
)
def test_groups_are_those_of_the_rules(
    page: IndicatorsPage, qtbot: QtBot, by: str, expected: dict[str, tuple[int, int]]
) -> None:
    page.groups.by.setCurrentIndex(page.groups.by.findData(by))
    open_tab(page, qtbot, GROUPS)
    rows = page.groups.model.rows.table.rows()
    found = {row["label"]: (row["converted"], row["applicable"]) for row in rows}
    by_key = {label.split(" ")[0] if by == "ics" else label: counts for label, counts in found.items()}
    assert {key: by_key[key] for key in expected} == expected


def test_years_are_stocks(page: IndicatorsPage, qtbot: QtBot) -> None:
    open_tab(page, qtbot, TREND)
    assert lines(page.trend.years.rows_model)["2019"][1:] == ["5", "7"]


def open_tab(page: IndicatorsPage, qtbot: QtBot, tab: int) -> None:
    page.tabs.setCurrentIndex(tab)
    window = page.window()
    assert isinstance(window, MainWindow)
    settle(qtbot, window)
