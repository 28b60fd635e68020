"""`aligner settle`: differences between two reviewers, out as a list and back as what holds."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from catalogue_files import decisions_file, write_csv
from command_line import done, run

OURS = "GB/T 3001-2019"
THEIRS = "ISO 1001:2017"


@pytest.fixture
def differing(loaded: Path, tmp_path: Path) -> Path:
    """A project in which two reviewers differ about the degree of one pair."""
    for reviewer, degree, way in (("ann", "IDT", ()), ("ben", "MOD", ("--second",))):
        form = decisions_file(tmp_path / f"{reviewer}.csv", (OURS, THEIRS, "confirmed", degree))
        done("decide", loaded, form, "--reviewer", reviewer, *way)
    return loaded


def standing_degree(project: Path, tmp_path: Path) -> str:
    out = tmp_path / "decisions.json"
    done("export", project, out, "--what", "decisions")
    (row,) = json.loads(out.read_text(encoding="utf-8"))
    return str(row["degree"])


def test_open_differences_are_listed_with_both_opinions(differing: Path) -> None:
    (row,) = json.loads(done("settle", differing, "--json"))
    assert row["national"] == OURS
    assert (row["first_reviewer"], row["second_reviewer"]) == ("ann", "ben")
    assert "IDT" in row["first_opinion"]
    assert "MOD" in row["second_opinion"]
    assert "1 open difference" in done("settle", differing).splitlines()


@pytest.mark.parametrize(("opinion", "degree"), [("first", "IDT"), ("second", "MOD"), ("复审", "MOD")])
def test_the_list_filled_in_settles(opinion: str, degree: str, differing: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.csv"
    done("settle", differing, "--out", form)
    rows = list(csv.DictReader(StringIO(form.read_text(encoding="utf-8-sig"))))
    filled = write_csv(tmp_path / "filled.csv", list(rows[0]), [[*list(row.values())[:-1], opinion] for row in rows])
    assert "1 decision recorded" in done("settle", differing, filled, "--reviewer", "chair")
    assert json.loads(done("settle", differing, "--json")) == []
    assert standing_degree(differing, tmp_path) == degree
    assert json.loads(done("history", differing, "--json", "--limit", "1"))[0]["action"] == "settle"


def test_a_third_decision_settles_too_and_one_undo_takes_it_back(differing: Path, tmp_path: Path) -> None:
    final = decisions_file(tmp_path / "final.csv", (OURS, THEIRS, "confirmed", "NEQ"))
    done("settle", differing, final, "--reviewer", "chair")
    assert standing_degree(differing, tmp_path) == "NEQ"
    done("undo", differing, "--reviewer", "chair")
    assert len(json.loads(done("settle", differing, "--json"))) == 1
    assert standing_degree(differing, tmp_path) == "IDT"


def test_upheld_opinions_and_decisions_of_one_file_are_one_step(differing: Path, tmp_path: Path) -> None:
    for reviewer, degree, way in (("ann", "IDT", ()), ("ben", "MOD", ("--second",))):
        form = decisions_file(tmp_path / f"{reviewer}2.csv", ("GB/T 3002-2018", "ISO 1002-1:2015", "confirmed", degree))
        done("decide", differing, form, "--reviewer", reviewer, *way)
    before = len(json.loads(done("history", differing, "--json")))
    columns = ["national", "international", "verdict", "degree", "uphold"]
    rows = [[OURS, "", "", "", "second"], ["GB/T 3002-2018", "ISO 1002-1:2015", "confirmed", "NEQ", ""]]
    outcome = run("settle", differing, write_csv(tmp_path / "both.csv", columns, rows), "--reviewer", "chair", "--json")
    assert json.loads(outcome.out)["recorded"] == 2, outcome
    assert len(json.loads(done("history", differing, "--json"))) == before + 1


def test_rows_that_settle_nothing_are_told_by_line(differing: Path, tmp_path: Path) -> None:
    rows = [
        [OURS, "third"],
        ["GB/T 3002-2018", "first"],
        [OURS, "first"],
        [OURS, "second"],
        ["GB/T 99999-2001", "first"],
    ]
    outcome = run("settle", differing, write_csv(tmp_path / "rows.csv", ["national", "uphold"], rows), "--json")
    told = {one["row"]: one["sentence"] for one in json.loads(outcome.out)["problems"]}
    assert outcome.code == 0
    assert "names neither opinion" in told[2]
    assert "no open difference about GB/T 3002-2018" in told[3]
    assert "settled by another row" in told[5]
    assert "GB/T 99999-2001" in told[6]
