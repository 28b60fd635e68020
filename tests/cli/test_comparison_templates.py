"""Templates of key technical indicators on the command line: listed, turned into forms, and used when reading."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from catalogue_files import international_catalogue, national_catalogue, write_csv
from command_line import done, refused, run

from aligner.api import Project
from aligner.readers.small_tables.product_groups import GROUPS

PAIR = ("GB/T 100-2020", "ISO 100:2018")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = tmp_path / "ours.aligner"
    done("new", made)
    done("load", made, national_catalogue(tmp_path / "gb.csv", ("GB/T 100-2020",)), "--level", "national")
    done("load", made, international_catalogue(tmp_path / "iso.csv", ("ISO 100:2018",)), "--level", "international")
    return made


def compared(project: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(done("comparisons", project).splitlines()))


def test_the_templates_of_the_program_are_listed_without_a_project() -> None:
    told = done("templates", "--lang", "zh")
    assert all(name in told for name in GROUPS)
    assert "钢铁产品" in told


def test_the_own_templates_of_a_project_come_first(project: Path, tmp_path: Path) -> None:
    form = write_csv(tmp_path / "t.csv", ("指标名称", "单位"), [("噪声", "dB(A)")])
    with Project.open(project, reviewer="secretary") as opened:
        opened.save_indicator_template("泵", form)
    lines = [line.split()[0] for line in done("templates", project).splitlines()]
    assert lines.index("泵") < lines.index("cables")
    assert "dB(A)" in done("templates", project, "--name", "泵")


@pytest.mark.parametrize("name", ["steel-products", "Steel products", "钢铁产品"])
def test_a_template_is_found_by_its_name_or_its_title(name: str) -> None:
    first = next(csv.DictReader(done("templates", "--name", name).splitlines()))
    assert (first["indicator"], first["national_unit"], first["direction"]) == ("Yield strength", "MPa", "higher")
    assert (
        json.loads(done("templates", "--name", name, "--format", "json", "--lang", "zh"))[0]["indicator"] == "屈服强度"
    )


def test_an_unknown_template_is_refused_with_the_known_ones() -> None:
    assert "steel-products" in refused("templates", "--name", "ships")


def test_a_template_gives_a_form_in_the_users_language(project: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    done("comparisons", project, "--template", "toys", "--pair", *PAIR, "--out", form, "--lang", "zh")
    sheet = openpyxl.load_workbook(form).active
    assert sheet is not None
    headings, first = [list(row) for row in sheet.iter_rows(max_row=2, values_only=True)]
    told = dict(zip(headings, first, strict=True))
    assert (told["national"], told["international"]) == PAIR
    assert (told["indicator"], told["category"], told["direction"]) == ("小零件", "安全", "qualitative")


def test_a_form_needs_a_template_and_a_pair(project: Path) -> None:
    assert "both" in refused("comparisons", project, "--template", "toys")
    assert "both" in refused("comparisons", project, "--pair", *PAIR)


def test_a_filled_form_of_a_template_is_read(project: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.csv"
    done("comparisons", project, "--template", "steel-products", "--pair", *PAIR, "--out", form)
    with form.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= {"national_value": "≥ 235", "international_value": "≥ 240", "method_equivalence": "equivalent"}
    filled = write_csv(tmp_path / "filled.csv", tuple(rows[0]), [tuple(row.values()) for row in rows[:1]])
    assert "1 indicator recorded" in done("compare", project, filled)
    (told,) = compared(project)
    assert (told["verdict"], told["national_unit"], told["national_method"]) == ("L", "MPa", "GB/T 228.1")


def test_what_rows_leave_out_is_taken_from_the_template(project: Path, tmp_path: Path) -> None:
    headings = ("national", "international", "indicator", "national_value", "international_value", "direction")
    rows = [
        (*PAIR, "屈服强度", "240", "235 N/mm²", ""),
        (*PAIR, "Elongation  after fracture", "20", "22", "narrower"),
        (*PAIR, "密度", "7.8", "7.8", ""),
    ]
    form = write_csv(tmp_path / "form.csv", (*headings, "method_equivalence"), [(*row, "等效") for row in rows])
    out = run("compare", project, form, "--template", "steel-products")
    assert "3 indicators recorded" in out.out
    strength, elongation, density = compared(project)
    assert (strength["verdict"], strength["national_unit"], strength["international_unit"]) == ("S", "MPa", "")
    assert (elongation["direction"], elongation["national_unit"]) == ("narrower", "%")
    assert (density["verdict"], density["national_unit"], density["national_method"]) == ("E", "", "")
