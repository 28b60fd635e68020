"""What README and CONTRIBUTING say is so."""

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import done, run

from aligner import api
from aligner.cli.main import COMMANDS
from aligner.indicators.counting.profiles import PROFILES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SAMPLES = {
    "gb.xlsx": "national_standards_gb.xlsx",
    "iso.xlsx": "international_iso.xlsx",
    "iec.xlsx": "international_iec.xlsx",
    "decisions.xlsx": "decisions.xlsx",
    "applicability.csv": "applicability.csv",
    "comparisons.csv": "comparisons.csv",
}
"""The user's files in the README, and the sample that stands for each."""


def commands_of(text: str) -> list[list[str]]:
    """The words of every `aligner` command in the indented lines of a document."""
    lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return [shlex.split(line)[1:] for line in lines if line.startswith("aligner ")]


def test_the_readme_names_only_commands_and_options_that_exist() -> None:
    words = commands_of(README) + [shlex.split(one)[1:] for one in re.findall(r"`(aligner [a-z].*?)`", README)]
    assert len(words) > 10
    for name, *rest in words:
        assert name in COMMANDS, name
        usage = done(name, "--help")
        assert all(option in usage for option in rest if option.startswith("--")), rest


def test_the_table_of_steps_names_only_options_that_exist() -> None:
    rows = re.findall(r"^\| `(\w+)`(?:, `\w+`)* \| (.+) \|$", README, re.MULTILINE)
    assert {"load", "match", "decide", "applicability", "compare", "indicators", "history"} == {
        name for name, _ in rows
    }
    for name, text in rows:
        usage = done(name, "--help")
        assert all(option in usage for option in re.findall(r"--[a-z-]+", text)), text


def test_the_readme_names_every_profile_and_no_other() -> None:
    (row,) = [line for line in README.splitlines() if line.startswith("| `indicators`")]
    assert all(f"`{profile}`" in row or f"`--profile {profile}`" in row for profile in PROFILES)
    for profile in re.findall(r"--profile ([a-z-]+\d*)", README):
        assert profile in PROFILES


def test_the_job_step_by_step_works_on_the_sample_catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, sample in SAMPLES.items():
        shutil.copy(ROOT / "sample_data" / sample, name)
    _, _, job = README.partition("## The job, step by step")
    steps = commands_of(job.partition("\n| Step")[0])
    assert [step[0] for step in steps][:2] == ["new", "load"]
    for step in steps:
        outcome = run(*step)
        assert outcome.code == 0, (step, outcome.err)
    assert Path("report.xlsx").is_file()
    assert done("check", "ours.aligner").startswith("Sound.")
    for step in commands_of(job.partition("\n| Step")[2]):
        if step[0] != "demo":
            outcome = run(*step)
            assert outcome.code == 0, (step, outcome.err)
    assert Path("pairs.sssom.tsv").is_file()
    candidates, indicators, rate, *tables = _printed_by_the_python_examples()
    assert len(candidates) > 0
    assert "conversion_rate" in set(indicators["id"])
    assert 0 < rate < 1
    assert all(len(table) > 0 for table in tables)


def _printed_by_the_python_examples() -> list[Any]:
    """What the README's Python prints, on the project that its commands have just made."""
    printed: list[Any] = []
    for example in python_examples():
        exec(example, {"print": lambda *values: printed.extend(values)})
    return printed


def python_examples() -> list[str]:
    """The blocks of Python in the README."""
    return re.findall(r"```python\n(.+?)```", README, re.DOTALL)


def test_the_python_examples_use_the_api_as_it_is() -> None:
    methods = [method for example in python_examples() for method in re.findall(r"project\.(\w+)\(", example)]
    assert len(methods) > 5
    assert all(hasattr(api.Project, method) for method in methods)


@pytest.mark.parametrize(("name", "text"), [("README.md", README), ("CONTRIBUTING.md", CONTRIBUTING)])
def test_every_path_in_the_documents_exists(name: str, text: str) -> None:
    words = re.findall(r"`([\w./*-]+/[\w./*-]*)`", text) + re.findall(r"\]\((?!https?:|#)([^)#]+)\)", text)
    assert words, name
    for word in words:
        places = [ROOT / word, ROOT / "aligner" / word]
        found = any(place.exists() or list(place.parent.glob(place.name)) for place in places)
        assert found, f"{name} names {word}"


def test_the_changelog_begins_with_the_version_of_the_program() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (version,) = re.findall(r'^version = "(.+)"$', project, re.MULTILINE)
    assert re.search(rf"^## {re.escape(version)}$", changelog, re.MULTILINE)
