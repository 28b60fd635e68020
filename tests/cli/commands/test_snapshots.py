"""Snapshots and exports from the command line and from Python."""

import csv
import json
from pathlib import Path

import pytest
from command_line import done, refused, run
from openpyxl import load_workbook

from aligner.api import Project

DAY = "2026-01-01"


def cells(file: Path) -> list[list[object]]:
    """Every value of a workbook."""
    workbook = load_workbook(file)
    return [[cell.value for row in sheet.iter_rows() for cell in row] for sheet in workbook.worksheets]


@pytest.fixture
def kept(decided: Path) -> Path:
    """A project with the snapshot “2025”."""
    assert "66.7 %" in done("snapshot", decided, "2025", "--as-of", DAY)
    return decided


def test_the_report_of_a_snapshot_is_made_again_cell_by_cell(kept: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "first.xlsx", tmp_path / "again.xlsx"
    done("report", kept, first, "--snapshot", "2025", "--lang", "zh")
    done("undo", kept, "--reviewer", "secretary")
    done("match", kept)
    done("report", kept, again, "--snapshot", "2025", "--lang", "zh")
    assert cells(again) == cells(first)
    now = tmp_path / "now.xlsx"
    done("report", kept, now, "--as-of", DAY, "--lang", "zh")
    assert cells(now) != cells(first)


def test_indicators_and_their_rows_can_be_asked_of_a_snapshot(kept: Path) -> None:
    done("undo", kept, "--reviewer", "secretary")
    document = json.loads(done("indicators", kept, "--snapshot", "2025", "--format", "json"))
    rate = document["indicators"][0]
    assert (rate["numerator"], rate["denominator"], document["as_of"]) == (6, 9, DAY)
    assert "6 / 9" in done("explain", kept, "conversion_rate", "--snapshot", "2025")


@pytest.mark.parametrize("option", ["--profile=lenient", f"--as-of={DAY}", f"--decided-until={DAY}"])
def test_a_snapshot_has_its_own_profile_and_days(kept: Path, option: str) -> None:
    outcome = run("indicators", kept, "--snapshot", "2025", option)
    assert (outcome.code, outcome.out) == (2, "")
    assert "cannot be used together" in outcome.err


def test_snapshots_are_listed_and_dropped(kept: Path) -> None:
    listed = done("snapshots", kept)
    assert "2025" in listed
    assert "outline-85" in listed
    done("forget-snapshot", kept, "2025")
    assert "no snapshot yet" in refused("report", kept, kept.with_suffix(".xlsx"), "--snapshot", "2025")


def test_what_moved_the_rate_is_told_by_cause_and_by_work(kept: Path) -> None:
    done("snapshot", kept, "strict", "--as-of", DAY, "--profile", "strict-current")
    shown = done("compare-snapshots", kept, "2025", "strict")
    assert "66.7 % in “2025”, 44.4 % in “strict”" in shown
    assert "-22.2" in shown
    rows = list(csv.DictReader(done("compare-snapshots", kept, "2025", "strict", "--format", "csv").splitlines()))
    assert {row["international"] for row in rows} == {"ISO 1003:2022", "ISO 1004:2019"}
    assert {row["cause"] for row in rows} == {"counting rules"}
    document = json.loads(done("compare-snapshots", kept, "2025", "strict", "--format", "json"))
    assert (document["before"], document["after"]) == (6 / 9, 4 / 9)
    assert [cause["no_longer_converted"] for cause in document["causes"]] == [2, 0, 0, 0]
    assert [work["international"] for work in document["works"]] == [row["international"] for row in rows]


def test_the_cover_and_the_forms_name_who_files_them(kept: Path, tmp_path: Path) -> None:
    done("report", kept, tmp_path / "report.xlsx", "--as-of", DAY, "--organization", "SAC/TC 98")
    found = [value for sheet in cells(tmp_path / "report.xlsx") for value in sheet if "SAC/TC 98" in str(value)]
    assert len(found) == 3


def test_pairs_are_exported_in_the_form_of_the_file_name(decided: Path, tmp_path: Path) -> None:
    assert "12 rows" in done("export", decided, tmp_path / "p.json", "--what", "pairs", "--as-of", DAY)
    assert len(json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))) == 12
    done("export", decided, tmp_path / "p.txt", "--format", "sssom")
    assert (tmp_path / "p.txt").read_text(encoding="utf-8").startswith("#curie_map:")


def test_python_gives_the_same_as_pandas_tables(kept: Path, tmp_path: Path) -> None:
    with Project.open(kept, reviewer="secretary") as project:
        works = project.rows("works", snapshot="2025")
        assert works["in_numerator"].sum() / works["in_denominator"].sum() == 6 / 9
        project.take_snapshot("strict", profile="strict-current")
        steps, moved = project.compare_snapshots("2025", "strict")
        assert steps["change"].sum() == pytest.approx(4 / 9 - 6 / 9)
        assert list(moved["after"].unique()) == ["counted, not converted"]
        assert list(project.snapshots()["name"]) == ["2025", "strict"]
        assert project.snapshot_indicators("2025")["numerator"][0] == 6
        assert project.snapshot_report("2025", tmp_path / "report.xlsx") == []
        waterfall = project.waterfall()
        assert waterfall["rate"].iloc[-1] == pytest.approx(6 / 9)
        assert waterfall["change"].sum() == pytest.approx(6 / 9 - waterfall["rate"].iloc[0])
        assert len(project.sensitivity()) == 5
        assert project.export(tmp_path / "gaps.csv", "gaps") == len(project.rows("gaps"))
        project.forget_snapshot("strict")
        assert len(project.snapshots()) == 1


def test_the_snapshots_are_listed_for_programs_too(kept: Path) -> None:
    (listed,) = json.loads(done("snapshots", kept, "--format", "json"))
    (row,) = csv.DictReader(done("snapshots", kept, "--format", "csv").splitlines())
    assert (listed["name"], listed["as_of"], listed["conversion_rate"]) == ("2025", DAY, 6 / 9)
    assert all(row[name] == listed[name] for name in ("name", "at", "head"))
