"""What the user can act on ends in one sentence and exit code 1, wrong usage in exit code 2."""

from pathlib import Path

import pytest
from catalogue_files import international_catalogue, national_catalogue, write_csv
from command_line import done, refused, run
from log_files import own_log
from worked_example_files import WorkedExample


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    project = tmp_path / "empty.aligner"
    done("new", project)
    return project


READING = [["match"], ["candidates"], ["history"], ["undo"], ["redo"], ["check"], ["indicators"]]


@pytest.mark.parametrize("command", [*READING, ["explain", "conversion_rate"]], ids=lambda words: words[0])
def test_a_missing_project_is_named(command: list[str], tmp_path: Path) -> None:
    missing = tmp_path / "missing.aligner"
    assert "missing.aligner" in refused(command[0], missing, *command[1:])
    assert not missing.exists()


@pytest.mark.parametrize("command", [*READING, ["explain", "conversion_rate"]], ids=lambda words: words[0])
def test_a_damaged_project_is_named_and_left_as_it_is(command: list[str], tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.aligner"
    damaged.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert "damaged.aligner" in refused(command[0], damaged, *command[1:])
    assert damaged.read_bytes() == b"SQLite format 3\0" + b"\xff" * 5000


def test_a_project_is_never_made_over_another_file(empty: Path) -> None:
    before = empty.read_bytes()
    assert "already exists" in refused("new", empty)
    assert empty.read_bytes() == before


def test_a_project_needs_an_existing_folder(tmp_path: Path) -> None:
    assert "cannot be created" in refused("new", tmp_path / "nowhere" / "ours.aligner")


@pytest.mark.parametrize(
    "command",
    [
        ["load", "{project}", "missing.xlsx", "--level", "national"],
        ["load", "{project}", "{file}", "--level", "national", "--columns", "missing.toml"],
        ["decide", "{project}", "missing.csv"],
        ["applicability", "{project}", "missing.csv"],
        ["evaluate", "{project}", "missing.csv"],
        ["match", "{project}", "--recipe", "missing.toml"],
        ["indicators", "{project}", "--profile", "missing.toml"],
    ],
    ids=lambda words: words[0],
)
def test_a_missing_file_is_named(command: list[str], loaded: Path, example: WorkedExample) -> None:
    sentence = refused(*(word.format(project=loaded, file=example.national) for word in command))
    assert "missing." in sentence


@pytest.mark.parametrize("name", ["empty.xlsx", "empty.csv", "empty.xls"])
def test_an_empty_file_is_named(name: str, empty: Path, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert f"{name} is empty" in refused("load", empty, tmp_path / name, "--level", "national")


def test_a_file_without_standards_is_no_catalogue(empty: Path, tmp_path: Path) -> None:
    headings_only = national_catalogue(tmp_path / "headings.csv")
    assert "headings.csv" in refused("load", empty, headings_only, "--level", "national")


def test_a_table_of_something_else_shows_what_was_seen(empty: Path, tmp_path: Path) -> None:
    other = write_csv(tmp_path / "prices.csv", ["fruit", "price"], [["apple", 1], ["pear", 2]])
    assert "fruit | price" in refused("load", empty, other, "--level", "national")


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(empty: Path, example: WorkedExample) -> None:
    sentence = refused("load", empty, example.national, "--level", "national", "--sheet", "Nowhere")
    assert sentence.endswith("has no sheet Nowhere; it has: Sheet.")


@pytest.mark.parametrize(
    ("mapping", "part"),
    [
        ('colour = "标准号"', "“colour” is not a field"),
        ('work = "标准号"', "“work” is not a field"),
        ('title = "Nowhere"', "has no heading Nowhere"),
        ("title =", "cannot be read as a mapping"),
        ("ti\xe8tle", "cannot be read as a mapping"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(
    mapping: str, part: str, empty: Path, example: WorkedExample, tmp_path: Path
) -> None:
    file = tmp_path / "columns.toml"
    file.write_text(mapping, encoding="latin-1" if "\xe8" in mapping else "utf-8")
    assert part in refused("load", empty, example.national, "--level", "national", "--columns", file)


def test_a_catalogue_of_the_other_level_is_refused(empty: Path, tmp_path: Path) -> None:
    national = national_catalogue(tmp_path / "gb.csv", ("GB/T 3001-2019",))
    international = international_catalogue(tmp_path / "iso.csv", ("ISO 1001:2017",))
    assert "Load it as international." in refused("load", empty, international, "--level", "national")
    assert "Load it as national." in refused("load", empty, national, "--level", "international")


def test_an_unknown_catalogue_cannot_be_updated(loaded: Path, example: WorkedExample) -> None:
    sentence = refused("load", loaded, example.national, "--level", "national", "--update", "7")
    assert sentence == "The project has no catalogue number 7."


@pytest.mark.parametrize("missing", ["national", "international"])
def test_matching_needs_both_levels(missing: str, empty: Path, tmp_path: Path) -> None:
    if missing == "international":
        done("load", empty, national_catalogue(tmp_path / "gb.csv", ("GB/T 3001-2019",)), "--level", "national")
    assert refused("match", empty) == f"No {missing} catalogue is loaded yet. Load one first."


def test_evaluation_needs_candidates(loaded: Path, tmp_path: Path) -> None:
    truth = write_csv(tmp_path / "truth.csv", ["national", "work"], [["GB/T 3001-2019", "ISO 1001"]])
    assert refused("evaluate", loaded, truth) == "There are no candidates yet. Run the matching first."


@pytest.mark.parametrize("national", ["GB/T 9999-2019", "???"])
def test_an_unknown_standard_has_no_candidates(national: str, loaded: Path) -> None:
    assert "is not in the national catalogue" in refused("candidates", loaded, "--national", national)


def test_an_unknown_profile_is_answered_with_those_there_are(loaded: Path) -> None:
    assert "outline-85, strict-current, lenient" in refused("indicators", loaded, "--profile", "strictest")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[rules]\ncolour = 1", "“colour” is not a counting rule"),
        ('[rules]\nedition = "newest"', "edition"),
        ("[rules", "cannot be read"),
        ("target = 85", "“target”"),
    ],
)
def test_a_profile_that_is_none_is_refused(text: str, part: str, loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(text, encoding="utf-8")
    assert part in refused("indicators", loaded, "--profile", file)


def test_an_unknown_indicator_is_answered_with_those_there_are(loaded: Path) -> None:
    assert "conversion_rate, conversion_rate_projected" in refused("explain", loaded, "transformation_rate")


@pytest.mark.parametrize("command", ["decide", "applicability", "evaluate"])
def test_a_form_without_its_columns_is_answered_with_their_names(command: str, loaded: Path, tmp_path: Path) -> None:
    form = write_csv(tmp_path / "form.csv", ["a", "b"], [["1", "2"]])
    assert "form.csv has no column" in refused(command, loaded, form)


def test_a_step_that_was_not_made_cannot_be_undone(loaded: Path) -> None:
    assert refused("undo", loaded, "--reviewer", "secretary") == "“secretary” has no change to undo."
    assert refused("redo", loaded, "--reviewer", "secretary") == "“secretary” has no undone change to redo."


def test_a_report_in_a_missing_folder_is_refused(decided: Path, tmp_path: Path) -> None:
    sentence = refused("report", decided, tmp_path / "nowhere" / "report.xlsx")
    assert "does not exist" in sentence


def test_a_report_in_the_place_of_a_folder_is_refused(decided: Path, tmp_path: Path) -> None:
    assert "is a folder" in refused("report", decided, tmp_path)


@pytest.mark.parametrize("command", ["report", "candidates"])
def test_output_over_a_locked_file_is_refused_and_the_file_kept(
    command: str, decided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replacing a file that Excel has open fails so on Windows."""
    out = tmp_path / ("out.csv" if command == "candidates" else "out.xlsx")
    out.write_bytes(b"the file of last week")

    def locked(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", locked)
    words = ["--out", out] if command == "candidates" else [out]
    assert "open in another program" in refused(command, decided, *words)
    assert out.read_bytes() == b"the file of last week"
    assert [file.name for file in tmp_path.glob("*.tmp")] == []


WRITING = [
    ["report", "{out}"],
    ["report", "{out}", "--snapshot", "2025"],
    ["export", "{out}"],
    ["candidates", "--out", "{out}"],
    ["comparisons", "--out", "{out}"],
]


@pytest.mark.parametrize("name", ["page.htm", "report.xls", "report.docx", "report", "report.xlsx.txt"])
@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_a_file_of_a_kind_that_is_not_written_is_refused_by_its_name(
    words: list[str], name: str, decided: Path, tmp_path: Path
) -> None:
    command, *rest = (word.format(out=tmp_path / name) for word in words)
    assert f"{name} has none of these" in refused(command, decided, *rest)
    assert list(tmp_path.glob(f"{name}*")) == []


@pytest.mark.parametrize("words", [["report", "{project}"], ["candidates", "--out", "{project}"]], ids=lambda w: w[0])
def test_a_project_is_never_written_over(words: list[str], decided: Path) -> None:
    before = decided.read_bytes()
    command, *rest = (word.format(project=decided) for word in words)
    assert "is a project" in refused(command, decided, *rest)
    assert decided.read_bytes() == before


def test_a_demo_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    assert "cannot be created" in refused("demo", "--out", tmp_path / "taken")


def test_a_settings_file_that_cannot_be_read_is_named_and_the_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "aligner").mkdir()
    (tmp_path / "aligner" / "settings.toml").write_text("language = zh", encoding="utf-8")
    outcome = run("parse", "ISO 9001:2015")
    assert outcome.code == 0
    assert "settings.toml cannot be read" in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["match"],
        ["load", "p.aligner", "f.xlsx"],
        ["load", "p.aligner", "f.xlsx", "--level", "planetary"],
        ["candidates", "p.aligner", "--top", "0"],
        ["candidates", "p.aligner", "--format", "xml"],
        ["indicators", "p.aligner", "--as-of", "yesterday"],
        ["indicators", "p.aligner", "--by", "colour"],
        ["parse"],
        ["check", "p.aligner", "--colour"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_code_two(words: list[str]) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Usage: aligner" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_fault_of_the_program_is_a_sentence_and_a_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, empty: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("aligner.usecases.project.history.history", lambda *_, **__: 1 / 0)
    with own_log():
        outcome = run("history", empty)
    assert outcome.code == 1
    assert outcome.out == ""
    assert "ran into an error" in outcome.err
    assert "Traceback" not in outcome.err
    (log,) = tmp_path.rglob("aligner.log")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
