"""--quiet, --json, --out and "-" mean the same in every command that has them."""

import csv
import json
from pathlib import Path

import pytest
from command_line import done, run
from worked_example_files import WorkedExample

from aligner.cli.main import COMMANDS

LISTINGS = ("list", "history", "indicators", "explain", "snapshots", "settle", "info")
ENDED_BY = {"explain": ("conversion_rate",)}


def has(option: str) -> list[str]:
    return [name for name in COMMANDS if option in done(name, "--help")]


def test_every_command_can_be_quiet() -> None:
    assert has("--quiet") == list(COMMANDS)


def test_a_listing_takes_json_and_a_file() -> None:
    assert set(LISTINGS) <= set(has("--format")) & set(has("--json")) & set(has("--out"))
    assert set(has("--format")) - set(has("--json")) == {"export"}  # it has no listing: its file name says the form


@pytest.mark.parametrize("name", LISTINGS)
def test_a_file_holds_what_the_terminal_shows(name: str, decided_project: Path, tmp_path: Path) -> None:
    words = (name, decided_project, *ENDED_BY.get(name, ()))
    for form in ("csv", "json"):
        out = tmp_path / f"out.{form}"
        outcome = run(*words, "--out", out)
        assert (outcome.code, outcome.out) == (0, "")
        assert "Wrote" in outcome.err
        shown = done(*words, "--format", form).replace("\r\n", "\n")
        assert out.read_text(encoding="utf-8-sig").replace("\r\n", "\n") == shown
    assert json.loads(done(*words, "--json")) == json.loads(done(*words, "--format", "json"))
    done(*words, "--out", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == done(*words)


def test_a_file_of_another_kind_is_refused_and_not_made(decided_project: Path, tmp_path: Path) -> None:
    outcome = run("list", decided_project, "--out", tmp_path / "list.docx")
    assert outcome.code == 1
    assert ".csv, .json, .txt" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_listing_that_fails_leaves_the_file_as_it_was(decided_project: Path, tmp_path: Path) -> None:
    out = tmp_path / "rows.csv"
    out.write_text("kept", encoding="utf-8")
    assert run("explain", decided_project, "no_such_figure", "--out", out).code == 1
    assert out.read_text(encoding="utf-8") == "kept"


def test_quiet_commands_say_nothing_but_results_and_problems(loaded: Path, tmp_path: Path) -> None:
    assert run("new", tmp_path / "new.aligner", "--quiet").err == ""
    assert run("-q", "snapshots", loaded, "--out", tmp_path / "s.csv").err == ""
    assert run("history", loaded, "--limit", "1", "-q").err == ""
    outcome = run("load", loaded, tmp_path / "nowhere.xlsx", "--level", "national", "--quiet")
    assert outcome.code == 1
    assert outcome.err.strip()


def test_what_is_done_can_be_had_as_one_object(decided: Path, example: WorkedExample) -> None:
    loaded = json.loads(done("load", decided, example.national, "--level", "national", "--json"))
    assert loaded["rows_became"]["standards"] == loaded["standards"]
    assert loaded["difference"]["added"] == []
    matched = json.loads(done("match", decided, "--json"))
    assert sum(matched["best_bands"].values()) <= loaded["standards"]
    recorded = json.loads(done("decide", decided, example.decisions, "--reviewer", "secretary", "--json"))
    assert (recorded["recorded"], recorded["unchanged"], recorded["problems"]) == (0, 11, [])
    assert json.loads(done("undo", decided, "--reviewer", "secretary", "--json"))["action"] == "undo"
    assert json.loads(done("snapshot", decided, "one", "--json"))["name"] == "one"
    assert json.loads(done("check", decided, "--json"))["findings"] == []
    preview = json.loads(done("load", decided, example.national, "--level", "national", "--preview", "--json"))
    assert preview["columns"]["designation"] == "标准号"


def test_a_list_through_a_pipe_is_the_list_of_its_name(loaded: Path, example: WorkedExample) -> None:
    content = example.national.read_bytes()
    name = example.national.name
    again = json.loads(done("load", loaded, "-", "--name", name, "--level", "national", "--json", given=content))
    assert again["file"] == name
    assert again["difference"] == {"added": [], "changed": [], "removed": []}
    assert len(json.loads(done("list", loaded, "--json"))) == 2


def test_decisions_come_through_a_pipe_too(loaded: Path) -> None:
    form = "national,international,degree\nGB/T 3001-2019,ISO 1001:2017,IDT\n"
    assert "1 decision recorded" in done("decide", loaded, "-", given=form)


def test_an_empty_pipe_is_no_list(loaded: Path) -> None:
    outcome = run("load", loaded, "-", "--level", "national")
    assert outcome.code == 1
    assert "empty" in outcome.err


def test_a_name_for_a_pipe_leads_nowhere_else(loaded: Path, example: WorkedExample) -> None:
    content = example.national.read_bytes()
    answer = json.loads(
        done("load", loaded, "-", "--name", "../../etc/gb.csv", "--level", "national", "--json", given=content)
    )
    assert answer["file"] == "gb.csv"


def test_info_counts_what_is_there(decided_project: Path) -> None:
    (about,) = json.loads(done("info", decided_project, "--json"))
    assert (about["decisions"], about["applicability"], about["entries"]) == (11, 10, 2)
    assert about["changed_by"] == "secretary"
    assert about["size"] == decided_project.stat().st_size


def test_info_says_where_the_program_keeps_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CONFIG", "LOG", "CACHE"):
        monkeypatch.setenv(f"ALIGNER_{name}", str(tmp_path / name))
    monkeypatch.setenv("ALIGNER_REVIEWER", "王工")
    (row,) = csv.DictReader(done("info", "--format", "csv").splitlines())
    assert row["settings"] == str(tmp_path / "CONFIG/settings.toml")
    assert row["log"] == str(tmp_path / "LOG/aligner.log")
    assert (row["cache"], row["reviewer"]) == (str(tmp_path / "CACHE"), "王工")
