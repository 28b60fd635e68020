"""Every number of the worked example (rules 8.2 to 8.10), from workbooks through the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import done

from aligner.i18n import round_half_up

DAY = "2026-01-01"
Figures = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def figures(decided_project: Path) -> Figures:
    return measured(decided_project)


def measured(project: Path, *options: object) -> Figures:
    text = done("indicators", project, "--format", "json", "--as-of", DAY, *options)
    return {figure["id"]: figure for figure in json.loads(text)["indicators"]}


def profile(folder: Path, rules: str) -> Path:
    file = folder / "variant.toml"
    file.write_text(f'name = "variant"\n[rules]\n{rules}\n', encoding="utf-8")
    return file


def fraction(figure: dict[str, Any]) -> str:
    return f"{figure['numerator']:g}/{figure['denominator']:g}"


def percent(value: float) -> str:
    return str(round_half_up(value * 100, 1))


def one_digit(value: float) -> str:
    return str(round_half_up(value, 1))


def lines(figure: dict[str, Any]) -> Figures:
    return {line["key"]: line for line in figure["breakdown"]}


@pytest.mark.parametrize(
    ("indicator", "expected", "shown"),
    [
        ("conversion_rate", "6/9", "66.7"),
        ("conversion_rate_projected", "7/9", "77.8"),
        ("conversion_rate_current", "5/9", "55.6"),
        ("conversion_rate_current_amendments", "4/9", "44.4"),
        ("outdated_adoptions", "1/9", None),
        ("adoption_rate", "7/10", "70.0"),
        ("adoption_rate_current", "5/10", "50.0"),
        ("harmonization_rate", "7/8", "87.5"),
        ("formulation_cycle_within_18", "2/6", "33.3"),
    ],
)
def test_rates(figures: Figures, indicator: str, expected: str, shown: str | None) -> None:
    assert fraction(figures[indicator]) == expected
    assert shown is None or percent(figures[indicator]["value"]) == shown


def test_interval_over_the_open_verdicts(figures: Figures) -> None:
    rate = figures["conversion_rate"]
    assert (percent(rate["low"]), percent(rate["high"])) == ("66.7", "75.0")


@pytest.mark.parametrize(
    ("rules", "expected", "shown"),
    [
        ('undetermined = "excluded"', "6/8", "75.0"),
        ('degrees = ["IDT", "MOD", "NEQ"]', "7/9", "77.8"),
        ('types = ["IS", "TR"]', "6/10", "60.0"),
        ('unit = "family_all"', "5/8", "62.5"),
        ('edition = "current"', "5/9", "55.6"),
        ('edition = "current_amendments"', "4/9", "44.4"),
        ("count_plans = true", "7/9", "77.8"),
        ('basis = "declared"', "6/9", "66.7"),
    ],
)
def test_variants_of_the_conversion_rate(
    decided_project: Path, tmp_path: Path, rules: str, expected: str, shown: str
) -> None:
    rate = measured(decided_project, "--profile", profile(tmp_path, rules))["conversion_rate"]
    assert (fraction(rate), percent(rate["value"])) == (expected, shown)


@pytest.mark.parametrize(
    ("name", "expected"), [("outline-85", "6/9"), ("lenient", "8/8"), ("all-deliverables", "6/10")]
)
def test_shipped_profiles(decided_project: Path, name: str, expected: str) -> None:
    assert fraction(measured(decided_project, "--profile", name)["conversion_rate"]) == expected


def test_strict_current_counts_current_editions_with_their_amendments(decided_project: Path) -> None:
    assert fraction(measured(decided_project, "--profile", "strict-current")["conversion_rate"]) == "4/9"


def test_fields(decided_project: Path) -> None:
    found = measured(decided_project, "--by", "ics")
    rates = lines(found["conversion_rate"])
    assert {key: (fraction(line), percent(line["value"])) for key, line in rates.items()} == {
        "21": ("4/5", "80.0"),
        "25": ("2/4", "50.0"),
    }
    assert {key: line["value"] for key, line in lines(found["gap_to_target"]).items()} == {"21": 1, "25": 2}


def test_committees_add_up_to_the_total(decided_project: Path) -> None:
    rates = lines(measured(decided_project, "--by", "committee")["conversion_rate"])
    assert sum(line["denominator"] for line in rates.values()) == 9
    assert sum(line["numerator"] for line in rates.values()) == 6
    assert fraction(rates["ISO/TC 4"]) == "2/2"


def test_years_are_stocks(decided_project: Path) -> None:
    rates = lines(measured(decided_project, "--by", "year")["conversion_rate"])
    assert (fraction(rates["2019"]), fraction(rates["2026"])) == ("5/7", "6/9")


def test_national_standards_are_the_other_unit(figures: Figures) -> None:
    assert figures["adopting_national_standards"]["value"] == 6


def test_degrees_on_both_bases(figures: Figures) -> None:
    by_national, by_work = lines(figures["degrees_by_national"]), lines(figures["degrees_by_work"])
    assert [by_national[degree]["numerator"] for degree in ("IDT", "MOD", "NEQ", "none")] == [5, 2, 1, 2]
    assert [by_work[degree]["numerator"] for degree in ("IDT", "MOD", "NEQ", "none")] == [3, 3, 1, 2]


def test_weighted_index_when_asked_for(decided_project: Path, tmp_path: Path) -> None:
    found = measured(decided_project, "--profile", profile(tmp_path, "weighted_index = true"))
    index = lines(found["degrees_by_work"])
    assert percent(index["index/applicable"]["value"]) == "50.0"
    assert percent(index["index/converted"]["value"]) == "75.0"


def test_lags(figures: Figures) -> None:
    median = figures["adoption_lag_median"]
    assert (one_digit(median["value"]), median["denominator"]) == ("29.2", 8)
    assert one_digit(figures["adoption_lag_mean"]["value"]) == "29.8"
    work = lines(median)["work/median"]
    assert (one_digit(work["value"]), work["denominator"]) == ("28.4", 6)


def test_cohorts(figures: Figures) -> None:
    beside = lines(figures["adoption_lag_median"])
    assert [fraction(beside[f"cohort/{months}"]) for months in (12, 24, 36)] == ["0/9", "2/9", "4/9"]


def test_formulation_cycle(figures: Figures) -> None:
    beside = lines(figures["formulation_cycle_mean"])
    assert one_digit(figures["formulation_cycle_mean"]["value"]) == "20.7"
    assert one_digit(beside["median"]["value"]) == "18.9"
    assert beside["missing"]["value"] == 4


def test_gap_to_target(figures: Figures) -> None:
    beside = lines(figures["gap_to_target"])
    assert figures["gap_to_target"]["value"] == 2
    assert [beside[key]["value"] for key in ("undetermined_excluded", "current", "projected")] == [1, 3, 1]


@pytest.mark.parametrize(
    "indicator",
    [
        "key_indicator_equal_rate",
        "key_indicator_not_below_rate",
        "key_indicator_comparability",
        "key_indicator_coverage",
        "field_consistency",
        "reviewer_agreement",
    ],
)
def test_nothing_compared_is_null(figures: Figures, indicator: str) -> None:
    assert figures[indicator]["value"] is None


def test_rows_behind_the_rate(decided_project: Path) -> None:
    rows = explained(decided_project, "conversion_rate")
    assert len(rows) == 9
    assert [key for key, row in rows.items() if row[0] == "✓"] == [
        "ISO 1001:2017",
        "ISO 1002-1:2015",
        "ISO 1002-2:2016",
        "ISO 1003:2022",
        "ISO 1004:2019",
        "ISO 1012:2018",
    ]
    assert rows["ISO 1004:2019"][3:5] == ["GB/T 3004.1-2021; GB/T 3004.2-2022", "MOD"]
    assert rows["ISO 1005:2014"][5] == "only a non-equivalent national standard, which is not an adoption"


def test_rows_behind_the_adopting_national_standards(decided_project: Path) -> None:
    rows = explained(decided_project, "adopting_national_standards")
    assert [key for key, row in rows.items() if row[0] == "✓"] == [
        "GB/T 3001-2019",
        "GB/T 3002-2018",
        "GB/T 3003-2012",
        "GB/T 3004.1-2021",
        "GB/T 3004.2-2022",
        "GB/T 3012-2019",
    ]


def test_rows_behind_the_outdated_adoptions(decided_project: Path) -> None:
    rows = explained(decided_project, "outdated_adoptions")
    assert [key for key, row in rows.items() if row[0] == "✓"] == ["ISO 1003:2022"]


def explained(project: Path, indicator: str) -> dict[str, list[str]]:
    """The lines of the table that `explain` prints, by standard."""
    lines_ = done("explain", project, indicator, "--as-of", DAY).splitlines()
    heading = next(line for line in lines_ if line.startswith("Counted"))
    starts = [heading.index(name) for name in ("Counted", "Standard", "Title", "Counterpart", "Degree", "Why")]
    ends = [*starts[1:], None]
    rows = [line for line in lines_ if line.startswith(("✓", "–"))]
    cells = [[row[start:end].strip() for start, end in zip(starts, ends, strict=True)] for row in rows]
    return {row[1]: row for row in cells}


def test_the_report_is_a_workbook_a_page_or_both(decided_project: Path, tmp_path: Path) -> None:
    page, workbook, beside = tmp_path / "page.PDF", tmp_path / "report.xlsx", tmp_path / "beside"
    done("report", decided_project, page, "--as-of", DAY)
    done("report", decided_project, workbook, "--pdf", beside, "--as-of", DAY, "--lang", "zh")
    written = [file.read_bytes()[:4] for file in (page, workbook, beside.with_name("beside.pdf"))]
    assert written == [b"%PDF", b"PK\x03\x04", b"%PDF"]
