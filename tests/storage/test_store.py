import sqlite3
from pathlib import Path

import pytest

from aligner.domain.catalogue import CatalogueDifference, Level
from aligner.domain.change import Action
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.candidate import COLUMNS, MatchingRun, candidate_from
from aligner.domain.problem import Problem, Severity
from aligner.domain.standards import fields
from aligner.domain.standards.table import Table
from aligner.storage import store
from aligner.storage.store import Store

from .building import a_catalogue, a_decision, a_row, a_table, deciding, some_candidates


def test_a_new_project_is_empty_and_sound(project: Store) -> None:
    assert project.catalogues() == []
    assert len(project.standards(Level.NATIONAL)) == 0
    assert len(project.candidates()) == 0
    assert project.matching_run() is None
    assert project.decisions() == []
    assert project.applicability() == []
    assert project.history() == []
    assert project.head() == (0, "0" * 64)
    assert project.check() == []


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(AlignerError, match="already exists"):
        store.create(str(path))
    assert path.read_text(encoding="utf-8") == "precious"


def test_a_project_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="cannot be created: No such file or directory"):
        store.create(str(tmp_path / "nowhere" / "a.aligner"))


def test_standards_come_back_as_they_were_saved(project: Store) -> None:
    table = a_table(
        a_row("ISO 9001:2015", title="Quality “systems”\n\x00", ics=["03.100.70"], stage=9060, understood=True),
        a_row("ISO 1:2016", statements=[["ISO 1:2002", "IDT", "等同", ""]], year=2016, duplicate_of=None),
    )
    saved, _ = project.save_catalogue(a_catalogue(), table)
    read = project.standards(Level.INTERNATIONAL)
    assert list(read.columns) == [*fields.COLUMN_NAMES, "catalogue"]
    assert [read[name] for name in fields.COLUMN_NAMES] == [table[name] for name in fields.COLUMN_NAMES]
    assert read["catalogue"] == [saved.id] * 2


def test_catalogues_of_a_level_stand_one_below_the_other(project: Store) -> None:
    first, _ = project.save_catalogue(a_catalogue(), a_table(a_row("ISO 2:2000"), a_row("ISO 1:2000")))
    project.save_catalogue(a_catalogue(Level.NATIONAL), a_table(a_row("GB/T 1-2020")))
    second, _ = project.save_catalogue(a_catalogue(), a_table(a_row("IEC 1:2000")))
    read = project.standards(Level.INTERNATIONAL)
    assert read["designation"] == ["ISO 2:2000", "ISO 1:2000", "IEC 1:2000"]
    assert read["catalogue"] == [first.id, first.id, second.id]
    assert project.standards(Level.NATIONAL)["designation"] == ["GB/T 1-2020"]


def test_columns_of_another_program_version_are_left_out_or_empty(project: Store) -> None:
    table = Table({"designation": ["ISO 1:2016"], "colour": ["blue"], "work": ["ISO 1"], "fingerprint": ["f"]})
    project.save_catalogue(a_catalogue(), table)
    row = project.standards(Level.INTERNATIONAL).row(0)
    assert "colour" not in row
    assert (row["title"], row["ics"], row["stage"], row["understood"]) == ("", [], None, False)
    assert row["status"] == "unknown"


def test_half_characters_of_a_file_do_not_stop_it(project: Store) -> None:
    project.save_catalogue(a_catalogue(), a_table(a_row("ISO \ud8001:2016", title="left \udc00 right")))
    row = project.standards(Level.INTERNATIONAL).row(0)
    assert (row["designation"], row["title"]) == ("ISO ?1:2016", "left \udc00 right")


def test_a_catalogue_remembers_where_it_came_from(project: Store) -> None:
    saved, _ = project.save_catalogue(a_catalogue(reference_date="2025-12-31"), a_table(a_row("ISO 1:2016")))
    assert project.catalogues() == [saved]
    assert saved.id == 1
    assert saved.loaded_at == "2026-01-05T09:00:00+00:00"
    assert saved.program_version
    assert saved.mapping == {"designation": "标准号"}


def test_problems_are_kept_with_their_catalogue(project: Store) -> None:
    found = [
        Problem("date", Severity.WARNING, "“{text}” is no date.", {"text": "=1+1", "n": 3}, "a.xlsx", "S", 7, "日期"),
        Problem("empty", Severity.LEFT_OUT, "The row is empty."),
    ]
    saved, _ = project.save_catalogue(a_catalogue(), a_table(), found)
    assert project.catalogue_problems(saved.id) == found
    with pytest.raises(AlignerError, match="no catalogue number 9"):
        project.catalogue_problems(9)


def test_a_newer_file_shows_what_was_added_changed_and_gone(project: Store) -> None:
    before = a_table(a_row("ISO 1:2016"), a_row("ISO 2:2016"), a_row("ISO 3:2016"), a_row("ISO 3:2016"))
    after = a_table(a_row("ISO 4:2020"), a_row("ISO 2:2016", fingerprint="new"), a_row("ISO 3:2016"))
    saved, first = project.save_catalogue(a_catalogue(), before)
    assert first == CatalogueDifference(added=("ISO 1:2016", "ISO 2:2016", "ISO 3:2016"))
    expected = CatalogueDifference(("ISO 4:2020",), ("ISO 2:2016",), ("ISO 1:2016",), unchanged=1)
    assert project.difference(saved.id, after) == expected
    assert project.standards(Level.INTERNATIONAL)["designation"] == before["designation"]
    newer, difference = project.save_catalogue(a_catalogue(file_name="new.xlsx"), after, replacing=saved.id)
    assert difference == expected
    assert project.catalogues() == [newer]
    assert (newer.id, newer.file_name) == (saved.id, "new.xlsx")
    assert project.standards(Level.INTERNATIONAL)["designation"] == after["designation"]


def test_a_newer_file_never_touches_decisions(project: Store) -> None:
    saved, _ = project.save_catalogue(a_catalogue(), a_table(a_row("ISO 9001:2015")))
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    project.save_catalogue(a_catalogue(), a_table(), replacing=saved.id)
    assert project.decisions() == [a_decision()]


def test_a_catalogue_that_does_not_exist_cannot_be_replaced(project: Store) -> None:
    with pytest.raises(AlignerError, match="no catalogue number 5"):
        project.save_catalogue(a_catalogue(), a_table(), replacing=5)
    assert project.catalogues() == []


def test_candidates_are_found_by_national_standard_by_work_and_by_rank(project: Store) -> None:
    table = some_candidates([("GB 1", "ISO 1", 1), ("GB 1", "ISO 2", 2), ("GB 2", "ISO 1", 1)])
    project.save_candidates(MatchingRun("", {"limit": 10}, "inputs"), table)
    assert project.candidates().columns == {name: table[name] for name in COLUMNS}
    assert project.candidates(national="GB 1")["work"] == ["ISO 1", "ISO 2"]
    assert project.candidates(work="ISO 1")["national"] == ["GB 1", "GB 2"]
    assert project.candidates(top=1)["work"] == ["ISO 1", "ISO 1"]
    assert len(project.candidates(national="GB 3")) == 0
    assert candidate_from(project.candidates().row(0)).evidence[0].international == "Quality management systems"


def test_a_new_run_takes_the_place_of_the_one_before(project: Store) -> None:
    project.save_candidates(MatchingRun("", {"limit": 10}, "old"), some_candidates([("GB 1", "ISO 1", 1)]))
    run = project.save_candidates(MatchingRun("", {"limit": 5}, "new"), some_candidates([("GB 2", "ISO 2", 1)]))
    assert project.matching_run() == run
    assert (run.at, run.recipe, run.inputs) == ("2026-01-05T09:00:00+00:00", {"limit": 5}, "new")
    assert project.candidates()["national"] == ["GB 2"]


def test_settings_are_remembered_and_forgotten(project: Store) -> None:
    assert project.setting("profile", "outline-85") == "outline-85"
    project.save_setting("profile", {"name": "strict", "标准": [1, 2.5, None, True]})
    assert project.setting("profile") == {"name": "strict", "标准": [1, 2.5, None, True]}
    project.save_setting("profile", None)
    assert project.setting("profile") is None


def test_what_was_saved_is_there_when_the_project_is_opened_again(path: Path) -> None:
    with store.create(str(path)) as created:
        created.save_catalogue(a_catalogue(), a_table(a_row("ISO 1:2016")))
        created.append("secretary", Action.DECIDE, [deciding(a_decision())])
        head = created.head()
    with store.open_store(str(path)) as opened:
        assert opened.standards(Level.INTERNATIONAL)["designation"] == ["ISO 1:2016"]
        assert opened.decisions() == [a_decision()]
        assert opened.head() == head
        assert opened.check() == []


def test_nothing_can_be_changed_in_a_project_open_for_reading(path: Path, project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    with store.open_store(str(path), read_only=True) as opened:
        assert opened.read_only
        assert opened.decisions() == [a_decision()]
        with pytest.raises(AlignerError, match="reading only"):
            opened.undo("secretary")
        with pytest.raises(AlignerError, match="reading only"):
            opened.save_setting("a", 1)


def test_a_project_file_that_was_replaced_is_not_written_to(path: Path, project: Store, tmp_path: Path) -> None:
    other = tmp_path / "other.aligner"
    store.create(str(other)).close()
    other.replace(path)
    with pytest.raises(AlignerError, match="replaced by another file"):
        project.append("secretary", Action.DECIDE, [deciding(a_decision())])


def test_the_file_at_rest_is_one_ordinary_database(path: Path, project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    project.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_a_save_that_fails_half_way_leaves_everything_as_it_was(project: Store) -> None:
    saved, _ = project.save_catalogue(a_catalogue(), a_table(a_row("ISO 1:2016")))
    lame = a_table(a_row("ISO 2:2016"), a_row("ISO 3:2016", title=object()))
    with pytest.raises(TypeError, match="not JSON serializable"):
        project.save_catalogue(a_catalogue(file_name="lame.xlsx"), lame, replacing=saved.id)
    assert project.standards(Level.INTERNATIONAL)["designation"] == ["ISO 1:2016"]
    assert project.catalogues() == [saved]
    assert project.check() == []


def test_a_project_stays_the_same_when_the_working_folder_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(path.parent)
    with store.create(path.name) as project:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        project.append("secretary", Action.DECIDE, [deciding(a_decision())])
        assert project.decisions() == [a_decision()]
