"""Sheets by ICS field and year, and the lines of the summary made from breakdowns."""

from pathlib import Path

from aligner.domain.figures.indicator import Indicator, Slice
from aligner.i18n import translator
from aligner.reports.sheets.front import tables
from reports.contents import a_report
from reports.workbooks import listed, written


def test_a_share_stands_beside_its_numerator_and_denominator(tmp_path: Path) -> None:
    sheet = listed(written(a_report(12), tmp_path)["By year"])
    assert sheet["Year"] == ["2024", "2025"]
    assert sheet["Conversion rate"] == [0.5, 0.5]
    assert sheet["Conversion rate: numerator"] == [4, 4]
    assert sheet["Conversion rate: denominator"] == [8, 8]


def test_a_number_stands_alone(tmp_path: Path) -> None:
    sheet = listed(written(a_report(12), tmp_path)["By ICS field"])
    assert sheet["Gap to target"] == [2, None, None, None, None, None]
    assert "Gap to target: numerator" not in sheet


def test_the_largest_fields_come_first() -> None:
    fields = tables.largest_fields(a_report(32), translator("en"))
    assert fields["denominator"] == sorted(fields["denominator"], reverse=True)


def test_degrees_stand_above_what_they_are_made_of() -> None:
    ((_, table),) = tables.degrees(a_report(12), translator("en"))
    assert table["degree"] == ["IDT", "MOD", "NEQ", "none", "MOD"]
    assert table["label"][-1] == "of these formerly EQV"


def test_a_line_in_detail_has_its_own_unit() -> None:
    lines = (
        Slice("link/mean", "mean", 29.8, None, 8),
        Slice("cohort/36", "within 36 months", 0.5, 4, 8, "ratio"),
        Slice("link/excluded", "left out", 2, 2, None, "pairs"),
        Slice("none", "nothing", None, 0, 0),
    )
    lag = Indicator("adoption_lag_median", "Lag", "", 29.2, None, 8, "months", breakdown=lines)
    values = tables.details(a_report(1, indicators=(lag,)), translator("en"))["value"]
    assert values == [(29.8, "months"), (0.5, "ratio"), (2, "pairs"), (None, "months")]
