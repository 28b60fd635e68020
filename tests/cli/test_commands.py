"""The contract that scripts rely on: names, columns and fields (add to them, do not rename them)."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from catalogue_files import international_catalogue, national_catalogue, write_csv
from command_line import done, run
from worked_example_files import WorkedExample

COMMANDS = [
    "demo",
    "new",
    "load",
    "match",
    "candidates",
    "decide",
    "applicability",
    "indicators",
    "explain",
    "report",
    "history",
    "undo",
    "redo",
    "check",
    "evaluate",
    "parse",
]
CANDIDATE_COLUMNS = [
    "national",
    "international",
    "work",
    "rank",
    "score",
    "band",
    "suggested_degree",
    "edition_state",
    "reasons",
]
INDICATORS = [
    "conversion_rate",
    "conversion_rate_projected",
    "conversion_rate_current",
    "conversion_rate_current_amendments",
    "adopting_national_standards",
    "adoption_rate",
    "adoption_rate_current",
    "harmonization_rate",
    "degrees_by_national",
    "degrees_by_work",
    "key_indicator_equal_rate",
    "key_indicator_not_below_rate",
    "key_indicator_comparability",
    "key_indicator_coverage",
    "field_consistency",
    "compared_share",
    "adoption_lag_median",
    "adoption_lag_mean",
    "formulation_cycle_mean",
    "formulation_cycle_within_18",
    "gap_to_target",
    "outdated_adoptions",
    "reviewer_agreement",
    "review_coverage",
    "statement_agreement",
    "applicability_judged",
    "plans_under_way",
    "adopts_withdrawn",
]
DAY = "2026-01-01"


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_how_it_is_used(command: str) -> None:
    text = done(command, "--help")
    assert text.startswith(f"Usage: aligner {command}")
    assert "--lang" in text


def test_help_lists_every_command() -> None:
    for text in (done("--help"), done()):
        assert all(f"\n  {command} " in text for command in COMMANDS)


def test_version_is_told() -> None:
    assert done("--version").startswith("aligner, version ")


def test_new_makes_a_project_that_is_sound(tmp_path: Path) -> None:
    outcome = run("new", tmp_path / "ours.aligner")
    assert (outcome.code, outcome.out) == (0, "")
    assert done("check", tmp_path / "ours.aligner").startswith("Sound. Journal: 0 entries")


def test_candidates_are_csv_with_these_columns(matched_project: Path) -> None:
    found = rows_of(done("candidates", matched_project))
    assert list(found[0]) == CANDIDATE_COLUMNS
    best = next(row for row in found if row["national"] == "GB/T 3003-2012" and row["rank"] == "1")
    assert (best["work"], best["band"], best["edition_state"]) == ("ISO 1003", "strong", "outdated")
    assert (best["international"], best["suggested_degree"]) == ("ISO 1003:2010", "IDT")
    assert all(0 <= float(row["score"]) <= 100 for row in found)
    assert {row["band"] for row in found} <= {"strong", "probable", "ambiguous", "weak"}
    assert "ISO 1003:2010" in best["reasons"]


def test_candidates_are_json_with_the_same_fields(matched_project: Path) -> None:
    found = json.loads(done("candidates", matched_project, "--format", "json"))
    assert list(found[0]) == CANDIDATE_COLUMNS
    assert isinstance(found[0]["score"], float)
    assert isinstance(found[0]["rank"], int)


def test_candidates_of_one_standard_and_only_the_best(matched_project: Path) -> None:
    found = rows_of(done("candidates", matched_project, "--national", "GB/T 3002-2018"))
    assert {row["national"] for row in found} == {"GB/T 3002-2018"}
    assert {row["work"] for row in found[:2]} == {"ISO 1002-1", "ISO 1002-2"}
    best = rows_of(done("candidates", matched_project, "--top", 1))
    assert {row["rank"] for row in best} == {"1"}


def test_before_any_matching_the_list_of_candidates_is_empty_and_says_why(loaded: Path) -> None:
    outcome = run("candidates", loaded)
    assert (outcome.code, len(outcome.out.splitlines())) == (0, 1)
    assert f"aligner match {loaded}" in outcome.err


def test_candidates_in_a_file_open_in_a_spreadsheet(matched_project: Path, tmp_path: Path) -> None:
    outcome = run("candidates", matched_project, "--out", tmp_path / "candidates.csv")
    assert (outcome.code, outcome.out) == (0, "")
    assert (tmp_path / "candidates.csv").read_bytes().startswith(b"\xef\xbb\xbfnational,international,work")


def test_match_counts_bands(loaded: Path) -> None:
    recipe, count, *table = done("match", loaded).splitlines()
    assert recipe.startswith("Recipe titles of ")
    assert "candidates" in count
    assert [line.split()[0] for line in table[2:6]] == ["strong", "probable", "ambiguous", "weak"]


def test_match_takes_a_recipe(loaded: Path) -> None:
    recipe = Path(__file__).parents[2] / "resources" / "recipes" / "titles.toml"
    assert "candidates" in done("match", loaded, "--recipe", recipe)


def test_indicators_as_json_are_the_contract(decided_project: Path, example: WorkedExample) -> None:
    document: dict[str, Any] = json.loads(done("indicators", decided_project, "--format", "json", "--as-of", DAY))
    assert {"profile", "as_of", "rules", "catalogues", "indicators"} <= set(document)
    assert (document["profile"], document["as_of"]) == ("outline-85", DAY)
    assert document["rules"]["target_basis_points"] == 8500
    assert document["catalogues"][0] == {
        "file": "国家标准.xlsx",
        "sha256": hashlib.sha256(example.national.read_bytes()).hexdigest(),
        "rows": 12,
    }
    assert [one["id"] for one in document["indicators"]] == INDICATORS
    fields = {"id", "name", "value", "numerator", "denominator", "unit", "low", "high", "breakdown"}
    assert all(fields <= set(one) for one in document["indicators"])
    lines = [line for one in document["indicators"] for line in one["breakdown"]]
    assert all({"key", "label", "value", "numerator", "denominator"} <= set(line) for line in lines)


def test_indicators_as_csv_have_one_line_each(decided_project: Path) -> None:
    found = rows_of(done("indicators", decided_project, "--format", "csv", "--as-of", DAY))
    ids = [row["id"] for row in found]
    assert list(dict.fromkeys(ids)) == INDICATORS


def test_indicators_as_table_print_what_they_count(decided_project: Path) -> None:
    text = done("indicators", decided_project, "--as-of", DAY, "--by", "ics")
    assert "Profile outline-85" in text
    assert "reference date 2026-01-01" in text
    assert "File 国家标准.xlsx: 12 rows, SHA-256" in text
    assert "66.7 %" in text
    assert "6 / 9" in text
    assert "These are not official figures" in text


def test_decisions_until_a_day_are_counted_alone(decided_project: Path) -> None:
    words = ["indicators", decided_project, "--as-of", DAY]
    document = json.loads(done(*words, "--decided-until", "2020-12-31", "--format", "json"))
    assert document["indicators"][0]["numerator"] == 0
    assert "Decisions until the end of 2020-12-31" in done(*words, "--decided-until", "2020-12-31")


def test_without_as_of_the_figures_speak_of_today(decided_project: Path) -> None:
    document = json.loads(done("indicators", decided_project, "--format", "json"))
    assert document["as_of"] >= "2026-01-01"


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_indicator_can_be_explained(indicator: str, decided_project: Path) -> None:
    text = done("explain", decided_project, indicator, "--as-of", DAY)
    assert "Counted" in text
    assert "Profile outline-85" in text


def test_explain_shows_the_months_behind_lag_and_cycle(decided_project: Path) -> None:
    assert "Months" in done("explain", decided_project, "adoption_lag_median", "--as-of", DAY)
    assert "Months" not in done("explain", decided_project, "conversion_rate", "--as-of", DAY)


def test_explain_breaks_down(decided_project: Path) -> None:
    text = done("explain", decided_project, "conversion_rate", "--as-of", DAY, "--by", "committee")
    assert "ISO/TC 4" in text


def test_report_is_written_and_said_so(decided_project: Path, tmp_path: Path) -> None:
    outcome = run("report", decided_project, tmp_path / "report.xlsx", "--as-of", DAY, "--profile", "lenient")
    assert (outcome.code, outcome.out) == (0, "")
    assert (tmp_path / "report.xlsx").read_bytes().startswith(b"PK")


def test_history_undo_and_redo(decided: Path) -> None:
    assert done("undo", decided, "--reviewer", "secretary") == "Undone: 10 rows\n"
    assert done("redo", decided, "--reviewer", "secretary") == "Redone: 10 rows\n"
    lines = done("history", decided).splitlines()
    assert [line.split()[0] for line in lines[2:6]] == ["4", "3", "2", "1"]
    words = ["redid a step", "undid a step", "judged applicability", "decided"]
    assert all(word in line for word, line in zip(words, lines[2:6], strict=True))
    assert lines[-1].startswith("4 entries, last hash ")
    assert len(done("history", decided, "--limit", 1).splitlines()) == 4


def test_a_single_step_is_named_by_its_pair(decided: Path, tmp_path: Path) -> None:
    form = write_csv(
        tmp_path / "one.csv", ["national", "international", "verdict"], [["GB/T 3020-2015", "ISO 1005:2014", "unsure"]]
    )
    done("decide", decided, form, "--reviewer", "expert")
    assert done("undo", decided, "--reviewer", "expert") == "Undone: GB/T 3020-2015 – ISO 1005\n"


def test_check_tells_what_is_wrong(decided: Path) -> None:
    content = decided.read_bytes()
    assert b"no polar climate" in content
    decided.write_bytes(content.replace(b"no polar climate", b"no solar climate"))
    outcome = run("check", decided)
    assert (outcome.code, outcome.out) == (1, "")
    assert "was altered after it was written" in outcome.err


def test_evaluate_prints_the_quality_of_the_candidates(matched_project: Path, tmp_path: Path) -> None:
    pairs = [["GB/T 3001-2019", "ISO 1001"], ["GB/T 3012-2019", "ISO 1012"], ["GB/T 3020-2015", "ISO 4711"], ["", ""]]
    truth = write_csv(tmp_path / "truth.csv", ["national", "work"], pairs)
    outcome = run("evaluate", matched_project, truth, "--save", tmp_path / "first.json")
    assert outcome.code == 0
    for words in ("3 known pairs", "top-1", "recall@3", "recall@5", "recall@10", "recall@20", "MRR", "95 % interval"):
        assert words in outcome.out
    assert "0.667" in outcome.out
    assert "ISO 4711" in outcome.err
    again = run("evaluate", matched_project, truth, "--baseline", tmp_path / "first.json")
    assert again.code == 0


def test_evaluate_names_what_became_worse(loaded: Path, tmp_path: Path) -> None:
    truth = write_csv(tmp_path / "truth.csv", ["national", "work"], [["GB/T 3001-2019", "ISO 1001"]])
    done("match", loaded)
    done("evaluate", loaded, truth, "--save", tmp_path / "first.json")
    weaker = national_catalogue(tmp_path / "gb.csv", ("GB/T 3001-2019", "铣刀 代号"))
    done("load", loaded, weaker, "--level", "national", "--update", 1)
    done("match", loaded)
    text = done("evaluate", loaded, truth, "--baseline", tmp_path / "first.json")
    assert "Worse than the baseline:\n  GB/T 3001-2019 – ISO 1001: 1 →" in text


def test_parse_gives_one_json_object_a_number() -> None:
    lines = done("parse", "GB/T 19001-2016/ISO 9001:2015", "ISO/IEC 27001:2022/Amd 1:2024", "???").splitlines()
    first, second, third = map(json.loads, lines)
    assert set(first) == {
        "input",
        "canonical",
        "work",
        "family",
        "publisher",
        "type",
        "stage",
        "number",
        "part",
        "year",
        "supplements",
        "edition",
        "language",
        "adopts",
    }
    assert (first["work"], first["adopts"], first["year"]) == ("GB/T 19001", "ISO 9001:2015", 2016)
    assert second["supplements"] == [{"type": "Amd", "number": "1", "year": 2024}]
    assert set(third) == {"input", "problem"}


def test_parse_reads_lines_from_a_pipe() -> None:
    lines = done("parse", "-", given="ISO 9001:2015\r\nGB/T 1.1-2020\n").splitlines()
    assert [json.loads(line)["canonical"] for line in lines] == ["ISO 9001:2015", "GB/T 1.1-2020"]


def test_demo_does_the_whole_job(tmp_path: Path) -> None:
    outcome = run("demo", "--out", tmp_path / "demo", "--no-window")
    assert outcome.code == 0
    assert "175 / 237" in outcome.out
    assert (tmp_path / "demo" / "report.xlsx").is_file()
    again = run("demo", "--out", tmp_path / "demo", "--no-window")
    assert again.code == 0
    assert (tmp_path / "demo" / "demo-2.aligner").is_file()
    assert done("check", tmp_path / "demo" / "demo.aligner").startswith("Sound.")


def test_the_same_project_gives_the_same_figures(decided_project: Path) -> None:
    words = ["indicators", decided_project, "--format", "json", "--as-of", DAY, "--by", "committee"]
    assert done(*words) == done(*words)


def test_hostile_titles_stay_text(tmp_path: Path) -> None:
    hostile = ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "[bold red]x[/]", 'a";DROP TABLE standard;--']
    project = tmp_path / "ours.aligner"
    done("new", project)
    rows = [(f"GB/T {number}-2019", title) for number, title in enumerate(hostile, 1)]
    done("load", project, national_catalogue(tmp_path / "gb.csv", *rows), "--level", "national")
    named = [(f"ISO {number}:2019", title) for number, title in enumerate(hostile, 1)]
    done("load", project, international_catalogue(tmp_path / "iso.csv", *named), "--level", "international")
    done("match", project)
    for row in rows_of(done("candidates", project)):
        assert not any(value.startswith(("=", "+", "@", "\t")) for value in row.values())
    assert "[bold red]x[/]" in done("explain", project, "conversion_rate", "--as-of", DAY)
    assert done("check", project).startswith("Sound.")
