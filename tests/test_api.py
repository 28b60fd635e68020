"""The Python API: the same job as the commands, with tables as DataFrames."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from catalogue_files import decisions_file, national_catalogue, write_csv
from openpyxl import load_workbook
from worked_example_files import WorkedExample, write_worked_example

from aligner.api import Project
from aligner.domain.errors import AlignerError, Cancelled
from aligner.domain.standards.fields import COLUMN_NAMES

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> WorkedExample:
    return write_worked_example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def prepared(example: WorkedExample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("project") / "ours.aligner"
    with Project.new(file, reviewer="secretary") as project:
        project.load(example.national, "national")
        project.load(example.international, "international")
        project.match()
        project.decide(example.decisions)
        project.judge_applicability(example.applicability)
    return file


@pytest.fixture
def file(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(prepared, tmp_path / "ours.aligner"))


def test_tables_are_data_frames_with_the_columns_of_the_contract(file: Path) -> None:
    with Project.open(file, read_only=True) as project:
        assert list(project.standards("national").columns)[: len(COLUMN_NAMES)] == list(COLUMN_NAMES)
        assert list(project.candidates().columns)[:3] == ["national", "international", "work"]
        assert len(project.catalogues()) == 2
        assert len(project.decisions()) == 11
        assert len(project.applicability()) == 10


def test_figures_as_a_table_and_as_values(file: Path) -> None:
    with Project.open(file, read_only=True) as project:
        figures = project.indicators(as_of=DAY, by="ics").set_index("id")
        measured = project.measure(as_of=DAY)
    assert figures.loc["conversion_rate"].iloc[0]["numerator"] == 6
    rate = measured.indicator("conversion_rate")
    assert (rate.numerator, rate.denominator) == (6, 9)
    assert measured.journal[0] == 2


def test_rows_behind_a_figure(file: Path) -> None:
    with Project.open(file, read_only=True) as project:
        rows = project.explain("conversion_rate", as_of=DAY)
    assert list(rows.columns) == [
        "key",
        "title",
        "counterpart",
        "degree",
        "in_numerator",
        "reason",
        "months",
        "weight",
        "flags",
    ]
    assert rows["in_numerator"].sum() == 6
    assert len(rows) == 9


def test_rows_of_an_indicator_that_does_not_exist_are_refused(file: Path) -> None:
    with Project.open(file, read_only=True) as project, pytest.raises(AlignerError, match="conversion_rate"):
        project.explain("transformation_rate")


def test_decisions_and_verdicts_as_they_stood(file: Path) -> None:
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    with Project.open(file, read_only=True) as project:
        assert project.decisions(until=yesterday).empty
        assert project.applicability(until=yesterday).empty
        measured = project.measure(as_of=DAY, decided_until=yesterday)
    assert measured.indicator("conversion_rate").numerator == 0


def test_a_decision_can_be_taken_back_and_the_step_undone(file: Path) -> None:
    with Project.open(file, reviewer="expert") as project:
        project.take_back("GB/T 3001-2019", "ISO 1001")
        assert len(project.decisions()) == 10
        with pytest.raises(AlignerError, match="no decision on GB/T 3001-2019 to undo"):
            project.take_back("GB/T 3001-2019", "ISO 1001")
        project.undo()
        assert len(project.decisions()) == 11
        project.redo()
        project.take_back("GB/T 3020-2015")
        assert len(project.decisions()) == 9
        assert list(project.history(limit=2)["action"]) == ["take_back", "redo"]


def test_a_preview_tells_what_is_recognized(file: Path, example: WorkedExample) -> None:
    with Project.open(file, read_only=True) as project:
        preview = project.preview(example.national, "national")
    assert preview.mapping["designation"] == "标准号"


def test_problems_have_sentences_and_places(file: Path, tmp_path: Path) -> None:
    dirty = national_catalogue(tmp_path / "dirty.csv", *[(f"GB/T {n}-2019",) for n in range(1, 9)], ("合计",))
    with Project.open(file) as project:
        project.load(dirty, "national")
        problems = project.problems()
    assert "合计" in problems.iloc[-1]["sentence"]
    assert (problems.iloc[-1]["file"], problems.iloc[-1]["row"]) == ("dirty.csv", 10)


def test_no_problem_is_an_empty_table_with_its_columns(tmp_path: Path) -> None:
    with Project.new(tmp_path / "new.aligner") as project:
        problems = project.problems()
        assert project.candidates().empty
    assert problems.empty
    assert "sentence" in problems.columns


def test_candidates_tell_their_reasons_in_a_language(file: Path) -> None:
    with Project.open(file, read_only=True) as project:
        best = project.candidates(national="GB/T 3001-2019", top=1)
        chinese = project.candidates(national="GB/T 3001-2019", top=1, language="zh")
    assert len(best) == len(chinese) == 1
    assert "ISO 1001:2017" in best.iloc[0]["reasons"]


def test_quality_on_known_pairs(file: Path, tmp_path: Path) -> None:
    truth = write_csv(tmp_path / "truth.csv", ["national", "work"], [["GB/T 3001-2019", "ISO 1001"]])
    with Project.open(file, read_only=True) as project:
        evaluated = project.evaluate(truth)
        (tmp_path / "baseline.json").write_text(evaluated.saved, encoding="utf-8")
        again = project.evaluate(truth, baseline=tmp_path / "baseline.json")
    assert evaluated.evaluation.recall[1].value == 1
    assert list(again.evaluation.better) == list(again.evaluation.worse) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_in_each_language(language: str, file: Path, tmp_path: Path) -> None:
    with Project.open(file, read_only=True) as project:
        project.report(tmp_path / "report.xlsx", language=language, as_of=DAY)
    assert len(load_workbook(tmp_path / "report.xlsx").sheetnames) > 5


def test_the_same_project_gives_the_same_report(file: Path, tmp_path: Path) -> None:
    def cells(out: Path) -> list[object]:
        with Project.open(file, read_only=True) as project:
            project.report(out, as_of=DAY)
        return [list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(out).worksheets]

    assert cells(tmp_path / "first.xlsx") == cells(tmp_path / "second.xlsx")


def test_a_stopped_report_leaves_no_file(file: Path, tmp_path: Path) -> None:
    class Stopping:
        def step(self, _done: int, _total: int, _text: str) -> None:
            raise Cancelled("Stopped.")

    with Project.open(file, progress=Stopping()) as project, pytest.raises(Cancelled):
        project.report(tmp_path / "report.xlsx")
    assert [one.name for one in tmp_path.iterdir() if "report" in one.name] == []


def test_a_project_open_for_reading_cannot_be_changed(file: Path, example: WorkedExample, tmp_path: Path) -> None:
    form = decisions_file(tmp_path / "form.csv", ("GB/T 3001-2019", "ISO 1005:2014", "unsure"))
    with Project.open(file, read_only=True) as project:
        for change in (lambda: project.decide(form), lambda: project.load(example.national, "national"), project.match):
            with pytest.raises(AlignerError, match="open for reading only"):
                change()
        assert project.check() == []


def test_the_reviewer_is_the_user_unless_named(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "zhang")
    form = decisions_file(tmp_path / "form.csv", ("GB/T 3001-2019", "ISO 1005:2014", "unsure"))
    with Project.open(file) as project:
        project.decide(form)
        assert project.history(limit=1).iloc[0]["reviewer"] == "zhang"
        assert isinstance(project.decisions(), pd.DataFrame)


def test_an_unknown_level_is_refused(file: Path, example: WorkedExample) -> None:
    with Project.open(file) as project, pytest.raises(AlignerError, match="planetary"):
        project.load(example.national, "planetary")


def test_a_day_may_be_given_as_text_and_a_wrong_day_or_level_is_told(tmp_path: Path) -> None:
    with Project.new(tmp_path / "ours.aligner", reviewer="ann") as project:
        assert project.measure(as_of="2025-12-31").at == project.measure(as_of=date(2025, 12, 31)).at
        for wrong in (lambda: project.measure(as_of="31.12.2025"), lambda: project.standards("regional")):
            with pytest.raises(AlignerError):
                wrong()
