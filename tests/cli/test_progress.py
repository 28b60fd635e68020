"""Terminals, pipes and consoles: what goes where."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from catalogue_files import decisions_file, international_catalogue
from command_line import command, done, program, run
from worked_example_files import WorkedExample


def test_results_go_to_the_output_and_messages_to_the_errors(loaded: Path, tmp_path: Path) -> None:
    form = decisions_file(tmp_path / "form.csv", ("GB/T 3001-2019", "ISO 1001", "", "IDT"), ("GB/T 9", "", "", ""))
    outcome = run("decide", loaded, form)
    assert outcome.out == "1 decision recorded\n"
    assert outcome.err.startswith("form.csv, ")


def test_a_pipe_gets_no_progress_and_no_colours(loaded: Path, example: WorkedExample) -> None:
    ended = program("load", loaded, example.national, "--level", "national")
    assert (ended.returncode, ended.stderr) == (0, b"")
    ended = program("match", loaded)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"\x1b" not in ended.stdout


def test_a_table_in_a_pipe_keeps_a_row_on_one_line(tmp_path: Path) -> None:
    title = "Geometrical product specifications " * 8
    project = tmp_path / "ours.aligner"
    done("new", project)
    done(
        "load",
        project,
        international_catalogue(tmp_path / "iso.csv", ("ISO 1:2016", title)),
        "--level",
        "international",
    )
    assert title.strip() in done("explain", project, "conversion_rate")


def test_titles_cannot_steer_the_terminal(tmp_path: Path) -> None:
    project = tmp_path / "ours.aligner"
    done("new", project)
    file = international_catalogue(tmp_path / "iso.csv", ("ISO 1:2016", "Rules \x1b[31m:cat: [red]\x07 in red"))
    done("load", project, file, "--level", "international")
    outcome = run("explain", project, "conversion_rate")
    assert "\x1b" not in outcome.out
    assert ":cat: [red]" in outcome.out


def test_parse_shows_colons_as_they_are() -> None:
    (line,) = done("parse", "ISO 9001:100:").splitlines()
    assert json.loads(line)["input"] == "ISO 9001:100:"


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_a_console_that_cannot_write_chinese_does_not_stop_the_work(encoding: str, decided: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "PYTHONPATH": str(Path.cwd())}
    words = ("explain", decided, "conversion_rate", "--lang", "zh", "--as-of", "2026-01-01")
    ended = program(*words, env=environment)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "ISO 1001:2017" in ended.stdout.decode(encoding)


@pytest.mark.parametrize("position", ["before", "after"])
def test_the_language_is_chosen_before_or_after_the_command(position: str, decided: Path) -> None:
    words = ["indicators", decided, "--as-of", "2026-01-01"]
    lang = ["--lang", "zh"]
    text = done(*(lang + words if position == "before" else words + lang))
    assert "66.7%" in text
    assert "66.7 %" in done(*words, "--lang=en")


def test_the_language_is_that_of_the_system(decided: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "66.7%" in done("indicators", decided, "--as-of", "2026-01-01")


def test_a_language_that_is_none_is_wrong_usage() -> None:
    assert run("parse", "ISO 1", "--lang", "xx").code == 2


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    numbers = tmp_path / "numbers.txt"
    numbers.write_text("".join(f"ISO {number}:2015\n" for number in range(1, 4000)), encoding="utf-8")
    with numbers.open("rb") as given:
        process = subprocess.Popen(command("parse", "-"), stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stderr is not None
        with process.stdout as output:
            assert b"ISO 1:2015" in output.readline()
        with process.stderr as errors:
            assert errors.read() == b""
        assert process.wait(timeout=60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["parse", "ISO 1"], ["templates"], ["--help"]], ids=lambda words: words[0])
def test_an_output_without_room_ends_in_one_sentence(words: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command(*words),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "no space left" in ended.stderr
