"""`aligner load`: what is told, and what a newer, smaller or repeated file does."""

import json
import os
import re
import sys
from pathlib import Path

import pytest
from catalogue_files import decisions_file, international_catalogue, national_catalogue, write_workbook
from command_line import done, refused, run

from aligner.api import Project
from aligner.usecases.project.opening import open_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "ours.aligner"
    done("new", project)
    return project


@pytest.fixture
def decided(project: Path, tmp_path: Path) -> Path:
    """Three national and three international standards, the first two of them decided on."""
    load_national(project, tmp_path, ("GB/T 1-2019",), ("GB/T 2-2019",), ("GB/T 3-2019",))
    load_international(project, tmp_path, ("ISO 1:2017",), ("ISO 2:2017",), ("ISO 3:2017",))
    form = decisions_file(
        tmp_path / "form.csv", ("GB/T 1-2019", "ISO 1:2017", "", "IDT"), ("GB/T 2-2019", "", "no_counterpart")
    )
    done("decide", project, form)
    return project


def load_national(project: Path, folder: Path, *rows: tuple[str, ...], words: tuple[str, ...] = ()) -> dict[str, int]:
    return counts(done("load", project, national_catalogue(folder / "gb.csv", *rows), "--level", "national", *words))


def load_international(
    project: Path, folder: Path, *rows: tuple[str, ...], words: tuple[str, ...] = ()
) -> dict[str, int]:
    file = international_catalogue(folder / "iso.csv", *rows)
    return counts(done("load", project, file, "--level", "international", *words))


def counts(text: str) -> dict[str, int]:
    return {name: int(count) for name, count in re.findall(r"^  (.+): (\d+)$", text, re.MULTILINE)}


def changes(found: dict[str, int]) -> tuple[int, int, int]:
    return (found["Added"], found["Changed"], found["Removed"])


def decisions(project: Path) -> list[str]:
    with Project.open(project, read_only=True) as opened:
        return [f"{one['national']} {one['work']} {one['verdict']}" for _, one in opened.decisions().iterrows()]


def test_a_load_accounts_for_every_row(project: Path, tmp_path: Path) -> None:
    found = load_national(project, tmp_path, ("GB/T 1-2019",), ("GB/T 1-2019",), ("合计", "", "", "", "", ""))
    assert (found["Rows read"], found["Standards"], found["Rows left out"], found["Duplicates"]) == (3, 2, 1, 1)
    assert "Added" not in found


def test_several_files_of_a_level_add_up(project: Path, tmp_path: Path) -> None:
    load_international(project, tmp_path, ("ISO 1:2017",), ("ISO 2:2017",))
    load_international(project, tmp_path, ("IEC 1:2017",), ("IEC 2:2017",))
    with Project.open(project, read_only=True) as opened:
        assert len(opened.catalogues()) == 2
        assert len(opened.standards("international")) == 4


def test_a_newer_file_tells_what_was_added_changed_and_gone(decided: Path, tmp_path: Path) -> None:
    found = load_national(decided, tmp_path, ("GB/T 1-2019",), ("GB/T 2-2019", "新名称"), ("GB/T 4-2020",))
    assert changes(found) == (1, 1, 1)


def test_a_newer_file_touches_no_decision_and_names_the_stale_ones(decided: Path, tmp_path: Path) -> None:
    before = decisions(decided)
    newer = national_catalogue(tmp_path / "gb2.csv", ("GB/T 1-2019", "新名称"), ("GB/T 2-2019",), ("GB/T 3-2019",))
    outcome = run("load", decided, newer, "--level", "national")
    assert "1 decisions concern standards that have changed" in outcome.err
    assert "GB/T 1-2019 – ISO 1" in outcome.err
    assert decisions(decided) == before


def test_a_standard_that_went_makes_its_decision_stale(decided: Path, tmp_path: Path) -> None:
    newer = national_catalogue(tmp_path / "gb2.csv", ("GB/T 1-2019",), ("GB/T 3-2019",))
    outcome = run("load", decided, newer, "--level", "national")
    assert "GB/T 2-2019 – -" in outcome.err
    assert decisions(decided) == ["GB/T 1-2019 ISO 1 confirmed", "GB/T 2-2019  no_counterpart"]


def test_the_same_file_again_changes_nothing(decided: Path, tmp_path: Path) -> None:
    outcome = run("load", decided, tmp_path / "gb.csv", "--level", "national")
    assert changes(counts(outcome.out)) == (0, 0, 0)
    assert "changed; check" not in outcome.err
    with Project.open(decided, read_only=True) as opened:
        assert len(opened.catalogues()) == 2


def test_a_small_part_of_a_catalogue_does_not_wipe_it(decided: Path, tmp_path: Path) -> None:
    found = load_national(decided, tmp_path, ("GB/T 1-2019",))
    assert "Removed" not in found
    with Project.open(decided, read_only=True) as opened:
        assert set(opened.standards("national")["designation"]) == {"GB/T 1-2019", "GB/T 2-2019", "GB/T 3-2019"}


def test_a_standard_in_two_catalogues_counts_once(decided: Path, tmp_path: Path) -> None:
    load_national(decided, tmp_path, ("GB/T 1-2019",))
    figures = json.loads(done("indicators", decided, "--format", "json", "--as-of", "2026-01-01"))["indicators"]
    (rate,) = [figure for figure in figures if figure["id"] == "adoption_rate"]
    assert (rate["numerator"], rate["denominator"]) == (1, 3)


def test_update_names_the_catalogue_a_file_replaces(decided: Path, tmp_path: Path) -> None:
    found = load_national(decided, tmp_path, ("GB/T 1-2019",), words=("--update", "1"))
    assert changes(found) == (0, 0, 2)


def test_update_zero_keeps_a_like_file_apart(decided: Path, tmp_path: Path) -> None:
    found = load_national(decided, tmp_path, ("GB/T 1-2019",), ("GB/T 2-2019",), words=("--update", "0"))
    assert "Added" not in found
    with Project.open(decided, read_only=True) as opened:
        assert len(opened.catalogues()) == 3


def test_candidates_are_said_to_be_out_of_date_after_a_newer_file(decided: Path, tmp_path: Path) -> None:
    done("match", decided)
    assert run("candidates", decided).err == ""
    load_national(decided, tmp_path, ("GB/T 1-2019",), ("GB/T 2-2019",), ("GB/T 4-2020",))
    outcome = run("candidates", decided)
    assert (outcome.code, "Run the matching again." in outcome.err) == (0, True)


def test_preview_stores_nothing(project: Path, tmp_path: Path) -> None:
    file = national_catalogue(tmp_path / "gb.csv", ("GB/T 1-2019", "齿轮"))
    before = project.read_bytes()
    text = done("load", project, file, "--level", "national", "--preview")
    assert re.search(r"designation\s+Standard number\s+标准号\s+100 %", text)
    assert "Headings in row: 1" in text
    assert "GB/T 1-2019 | 齿轮" in text
    assert project.read_bytes() == before


def test_preview_tells_other_sheets_and_headings_without_a_field(project: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - only to add a sheet

    file = write_workbook(tmp_path / "gb.xlsx", ["标准号", "标准名称", "价格"], [["GB/T 1-2019", "齿轮", 12]])
    workbook = load_workbook(file)
    workbook.create_sheet("说明")
    workbook.save(file)
    text = done("load", project, file, "--level", "national", "--preview")
    assert "Other sheets: 说明" in text
    assert "Headings without a field: 价格" in text


def test_a_csv_shows_its_encoding_in_the_preview(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "gb.csv"
    file.write_text("标准号,标准名称\nGB/T 1-2019,齿轮术语\n", encoding="gb18030")
    assert re.search(
        r"Encoding: gb\w+", done("load", project, file, "--level", "national", "--preview", "--encoding", "gb18030")
    )


def test_a_mapping_is_used_and_remembered(project: Path, tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "odd.xlsx", ["A", "B"], [["GB/T 1-2019", "齿轮"], ["GB/T 2-2019", "轴承"]])
    mapping = tmp_path / "columns.toml"
    mapping.write_text('designation = "A"\ntitle = "B"\n', encoding="utf-8")
    done("load", project, file, "--level", "national", "--columns", mapping)
    assert changes(counts(done("load", project, file, "--level", "national"))) == (0, 0, 0)
    with Project.open(project, read_only=True) as opened:
        assert list(opened.standards("national")["title"]) == ["齿轮", "轴承"]


def test_a_mapping_of_another_version_is_followed_as_far_as_it_is_known(project: Path, tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "odd.xlsx", ["A", "B"], [["GB/T 1-2019", "齿轮"], ["GB/T 2-2019", "轴承"]])
    mapping = tmp_path / "columns.toml"
    mapping.write_text('designation = "A"\ntitle = "B"\n', encoding="utf-8")
    done("load", project, file, "--level", "national", "--columns", mapping)
    with open_project(str(project), "secretary") as session:
        ((signature, kept),) = session.store.setting("mappings").items()
        later = kept | {"moon_phase": "B", "ics": 5}
        session.store.writing().save_setting("mappings", {signature: later, "other": "nothing"})
    told = run("load", project, file, "--level", "national")
    assert counts(told.out)["Standards"] == 2
    assert "moon_phase" in told.err
    mapping.write_text('moon_phase = "A"\n', encoding="utf-8")
    assert "moon_phase" in refused("load", project, file, "--level", "national", "--columns", mapping)


def test_problems_lists_every_problem(project: Path, tmp_path: Path) -> None:
    dates = ["2019-05-17"] * 70 + ["2019-13-45"] * 30
    rows = [(f"GB/T {number}-2019", "标准", day) for number, day in enumerate(dates, 1)]
    file = national_catalogue(tmp_path / "gb.csv", *rows)
    short = run("load", project, file, "--level", "national", "--update", "0").err
    full = run("load", project, file, "--level", "national", "--problems").err
    assert "… and 10 more; they are in the report." in short
    assert full.count("was not understood as a date") == 30


def test_a_stop_after_saving_began_does_not_deny_what_was_kept(project: Path, tmp_path: Path) -> None:
    """A stop request that comes while the catalogue is being saved is too late, and is not answered with a lie."""
    stages = []

    class Watching:
        def step(self, done: int, total: int, text: str) -> None:
            stages.append((text, done == total))

    with Project.open(project, progress=Watching()) as opened:
        opened.load(national_catalogue(tmp_path / "gb.csv", ("GB/T 1-2019",)), "national")
    assert [ended for text, ended in stages if text == "Saving"] == [False]


def test_a_column_that_is_not_to_be_read_is_remembered_too(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "gb.csv"
    file.write_text("标准号,标准名称,范围\nGB/T 1-2019,螺纹,螺钉\n", encoding="utf-8")
    mapping = tmp_path / "columns.toml"
    mapping.write_text('scope = ""\n', encoding="utf-8")
    done("load", project, file, "--level", "national", "--columns", mapping)
    assert "Headings without a field: 范围" in done("load", project, file, "--level", "national", "--preview")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_with_a_name_in_no_known_encoding_is_loaded(project: Path, tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb9\xfa\xb1\xea.csv"))
    file.write_text("标准号,标准名称\nGB/T 1-2019,螺纹\n合计,1\n", encoding="utf-8")
    assert counts(done("load", project, file, "--level", "national"))["Standards"] == 1
