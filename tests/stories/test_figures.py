"""Every figure is the same number in every place, and everywhere it is the sum of the rows it is traced to."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from command_line import done
from indicators import worked_example as example
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from usecases.decided import decided_project

from aligner.api import Project
from aligner.indicators.measure import ALL_IDS, definition_of
from aligner.usecases.figures import dashboard
from aligner.usecases.figures.measure import PROFILES
from aligner.usecases.project.opening import open_project

DAY = example.AT.isoformat()
IN_MONTHS = frozenset({"adoption_lag_median", "adoption_lag_mean", "formulation_cycle_mean"})


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example, decided, judged and with key indicators; only to be read."""
    folder = tmp_path_factory.mktemp("figures")
    with decided_project(folder):
        pass
    rows = folder / "indicators.csv"
    rows.write_text(
        "national,international,indicator,national_value,international_value,direction,weight\r\n"
        "GB/T 3002-2018,ISO 1002-1:2015,noise,≤ 75 dB,≤ 80 dB,lower,2\r\n"
        "GB/T 3002-2018,ISO 1002-1:2015,speed,≥ 20 m/s,≥ 20 m/s,higher,1\r\n",
        encoding="utf-8",
    )
    done("compare", folder / "ours.aligner", rows)
    return folder / "ours.aligner"


@pytest.fixture(scope="module", params=PROFILES)
def profile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def project(file: Path) -> Iterator[Project]:
    with Project.open(file, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def shown(file: Path, profile: str) -> Iterator[dashboard.Dashboard]:
    """What the window shows."""
    with open_project(str(file), "secretary", read_only=True) as session:
        yield dashboard.at_a_glance(session, profile=profile, at=example.AT)


@pytest.fixture(scope="module")
def workbook(file: Path, profile: str, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    out = tmp_path_factory.mktemp("report") / "report.xlsx"
    done("report", file, out, "--profile", profile, "--as-of", DAY)
    return load_workbook(out, data_only=True)


@pytest.mark.parametrize("figure", ALL_IDS)
def test_a_figure_is_the_sum_of_its_rows_in_every_face(
    figure: str, file: Path, profile: str, project: Project, shown: dashboard.Dashboard
) -> None:
    rows = project.explain(figure, profile=profile, as_of=DAY)
    indicator = project.measure(profile=profile, as_of=DAY).indicator(figure)
    if figure in IN_MONTHS:
        assert indicator.denominator == (rows["months"].notna().sum() if len(rows) else 0)
    else:
        counted = rows[rows["in_numerator"]]["weight"].sum() if len(rows) else 0
        assert (indicator.numerator or 0) == counted
        assert indicator.denominator in {None, rows["weight"].sum() if len(rows) else 0}
    window = dashboard.rows_of(shown, figure)
    keys = ["key", "degree", "in_numerator", "reason"]
    opened = sorted(zip(*(window[name] for name in ("key", "degree", "counted", "reason")), strict=True))
    assert opened == (sorted(rows[keys].itertuples(index=False, name=None)) if len(rows) else [])
    options = ("--profile", profile, "--as-of", DAY, "--format")
    listed = json.loads(done("explain", file, figure, *options, "json"))
    assert listed == [{name: _plain(value) for name, value in row.items()} for row in rows.to_dict("records")]
    texts = list(csv.DictReader(io.StringIO(done("explain", file, figure, *options, "csv"))))
    assert [row["key"] for row in texts] == [row["key"] for row in listed]
    assert [row["in_numerator"] == "true" for row in texts] == [row["in_numerator"] for row in listed]


def _plain(value: Any) -> Any:
    """A value of a DataFrame as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    return None if pd.isna(value) else value


def test_every_face_gives_the_same_figures(
    file: Path, profile: str, project: Project, shown: dashboard.Dashboard
) -> None:
    indicators = project.measure(profile=profile, as_of=DAY).indicators
    assert sorted(dashboard.complete(shown), key=lambda one: one.id) == sorted(indicators, key=lambda one: one.id)
    options = ("--profile", profile, "--as-of", DAY, "--format", "csv")
    printed = pd.read_csv(io.StringIO(done("indicators", file, *options)))
    table = project.indicators(profile=profile, as_of=DAY)
    for name in ("value", "numerator", "denominator", "low", "high"):
        pd.testing.assert_series_equal(printed[name], table[name], check_dtype=False)


def test_the_workbook_shows_each_figure_counts_it_again_and_leads_to_its_column(
    profile: str, project: Project, workbook: Workbook
) -> None:
    summary = workbook["Summary"]
    rows = [list(row) for row in summary.iter_rows(max_col=8)]
    start = next(place for place, row in enumerate(rows) if row[0].value == "All indicators")
    by_name = {row[0].value: row for row in rows[start + 2 : start + 2 + len(ALL_IDS)]}
    again = {row[0].value: row[7].value for row in rows if row[7].value in {"agrees", "differs"}}
    for indicator in project.measure(profile=profile, as_of=DAY).indicators:
        cells = by_name[definition_of(indicator.id).name]
        shown = (cells[2].value, cells[3].value, None if cells[4].value == "n/a" else cells[4].value)
        assert shown[:2] == (indicator.numerator, indicator.denominator)
        assert shown[2] == pytest.approx(indicator.value)
        if indicator.value:
            assert again[indicator.name] == "agrees"
            sheet, _, cell = str(cells[4].hyperlink.location).rpartition("!")
            assert workbook[sheet.strip("'")][cell.replace("$", "")].value is not None
