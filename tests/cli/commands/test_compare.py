"""`aligner compare` and `comparisons`: the two examples of domain.md 8.6 and 8.7, and what a row may say."""

import csv
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from catalogue_files import decisions_file, international_catalogue, national_catalogue, write_csv, write_workbook
from command_line import done, refused, run

from aligner.api import Project

HEADINGS = (
    "national",
    "international",
    "indicator",
    "key",
    "national_value",
    "national_unit",
    "national_method",
    "international_value",
    "international_unit",
    "international_method",
    "method_equivalence",
    "direction",
    "verdict",
    "reason",
    "note",
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty pairs, eight of them identical, the others modified."""
    folder = tmp_path_factory.mktemp("catalogues")
    project = folder / "ours.aligner"
    done("new", project)
    nationals = [(f"GB/T {number}-2020",) for number in range(100, 120)]
    internationals = [(f"ISO {number}:2018",) for number in range(100, 120)]
    done("load", project, national_catalogue(folder / "gb.csv", *nationals), "--level", "national")
    done("load", project, international_catalogue(folder / "iso.csv", *internationals), "--level", "international")
    degrees = ["IDT"] * 8 + ["MOD"] * 12
    decided = [
        (f"GB/T {number}-2020", f"ISO {number}:2018", "", degree)
        for number, degree in zip(range(100, 120), degrees, strict=True)
    ]
    done("decide", project, decisions_file(folder / "form.csv", *decided), "--reviewer", "secretary")
    return project


@pytest.fixture
def project(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(prepared, tmp_path / "ours.aligner"))


def a_row(number: int, indicator: str, national: str, international: str, **others: str) -> list[str]:
    row = {
        "national": f"GB/T {number}-2020",
        "international": f"ISO {number}:2018",
        "indicator": indicator,
        "national_value": national,
        "international_value": international,
    }
    return [(row | others).get(heading, "") for heading in HEADINGS]


def compare(project: Path, *rows: Sequence[str]) -> tuple[str, str]:
    outcome = run(
        "compare", project, write_csv(project.parent / "compared.csv", HEADINGS, rows), "--reviewer", "secretary"
    )
    assert outcome.code == 0, outcome.err
    return outcome.out, outcome.err


def figures(project: Path, *options: str) -> dict[str, Any]:
    told = json.loads(done("indicators", project, "--format", "json", *options))
    return {one["id"]: one for one in told["indicators"]}


def share(figure: dict[str, Any]) -> tuple[float, float]:
    return figure["numerator"], figure["denominator"]


def compared(project: Path, *names: str) -> list[tuple[str, ...]]:
    rows = csv.DictReader(done("comparisons", project).splitlines())
    return [tuple(row[name] for name in names) for row in rows]


EXAMPLE = [
    *(a_row(110, f"equal {n}", "≤ 75 dB(A)", "≤ 75 dB(A)") for n in range(6)),
    a_row(110, "stricter 1", "≤ 70 dB(A)", "≤ 75 dB(A)"),
    a_row(110, "stricter 2", "≥ 2 MΩ", "≥ 1 MΩ"),
    a_row(110, "looser", "10～30", "10～20"),
    a_row(110, "incomparable", "≤ 200 HBW", "≤ 20 HRC"),
]


def test_the_example_of_key_indicators(project: Path) -> None:
    out, _ = compare(project, *EXAMPLE)
    assert "10 indicators recorded" in out
    told = figures(project)
    assert share(told["key_indicator_equal_rate"]) == (6, 9)
    assert share(told["key_indicator_not_below_rate"]) == (8, 9)
    assert share(told["key_indicator_comparability"]) == (9, 10)
    assert share(told["key_indicator_coverage"]) == (10, 10)


def test_the_example_of_a_field(project: Path) -> None:
    clean = [a_row(number, "limit", "≤ 5", "≤ 5") for number in (*range(102, 108), *range(108, 114))]
    stricter = [a_row(number, "limit", "≤ 4", "≤ 5") for number in (114, 115)]
    looser = [a_row(number, "limit", "≤ 6", "≤ 5") for number in (116, 117)]
    compare(project, *clean, *stricter, *looser)
    figure = figures(project)["field_consistency"]
    assert share(figure) == (12, 16)
    assert {line["key"]: (line["numerator"], line["denominator"]) for line in figure["breakdown"]} == {
        "strict": (12, 16),
        "not_below": (14, 16),
        "compared": (16, 20),
    }


def test_indicators_that_are_not_key_and_national_ones_do_not_count(project: Path) -> None:
    compare(project, a_row(110, "colour", "≤ 1", "≤ 2", key="否"), a_row(110, "extra", "≤ 1", "—"))
    assert figures(project)["key_indicator_equal_rate"]["value"] is None


def test_an_international_indicator_that_is_missing_lowers_the_coverage(project: Path) -> None:
    compare(project, a_row(110, "there", "≤ 1", "≤ 1"), a_row(110, "missing", "", "≤ 1"))
    assert share(figures(project)["key_indicator_coverage"]) == (1, 2)


def test_a_boundary_case_is_equal_unless_the_profile_tells_operators_apart(project: Path, tmp_path: Path) -> None:
    compare(project, a_row(110, "limit", "≤ 75", "< 75"))
    assert compared(project, "verdict", "boundary") == [("E", "yes")]
    assert share(figures(project)["key_indicator_equal_rate"]) == (1, 1)
    profile = tmp_path / "strict.toml"
    profile.write_text('title_en = "Strict"\ntitle_zh = "严"\n[rules]\nstrict_operator = true\n', encoding="utf-8")
    assert share(figures(project, "--profile", str(profile))["key_indicator_equal_rate"]) == (0, 1)


def test_a_verdict_against_the_values_needs_a_reason(project: Path) -> None:
    against = a_row(110, "limit", "≤ 75", "≤ 80", verdict="一致")
    out, err = compare(project, against, a_row(111, "limit", "≤ 75", "≤ 80", verdict="E", reason="测量不确定度之内"))
    assert "1 indicator recorded" in out
    assert "row 2" in err
    assert "Give the reason" in err
    assert compared(project, "national", "verdict", "reason") == [("GB/T 111-2020", "E", "测量不确定度之内")]


def test_different_words_wait_for_the_reviewer(project: Path) -> None:
    _, err = compare(project, a_row(110, "surface", "无裂纹", "no cracks"))
    assert "differ" in err
    assert "until a reviewer writes a verdict" in err
    assert compared(project, "verdict") == [("X",)]
    out, err = compare(project, a_row(110, "surface", "无裂纹", "no cracks", verdict="E"))
    assert ("1 indicator recorded" in out, err) == (True, "")
    assert compared(project, "verdict") == [("E",)]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (a_row(999, "limit", "≤ 1", "≤ 1"), "GB/T 999-2020 is not in the national catalogue"),
        (["GB/T 110-2020", "ISO 9999:2018", "limit"], "ISO 9999:2018 is not in the international catalogues"),
        (["", "ISO 110:2018", "limit"], "names no national standard"),
        (["GB/T 110-2020", "", "limit"], "names no international standard"),
        (["GB/T 110-2020", "ISO 110:2018", ""], "names no indicator"),
        (a_row(110, "limit", "", "—"), "no requirement on either side"),
        (a_row(110, "limit", "≤ 1", "≤ 1", verdict="maybe"), "“maybe” is not a verdict"),
        (a_row(110, "limit", "≤ 1", "≤ 1", key="perhaps"), "“perhaps” does not say"),
        (a_row(110, "limit", "≤ 1", "≤ 1", direction="up"), "“up” is not a direction"),
        (a_row(110, "limit", "≤ 1", "≤ 1", method_equivalence="almost"), "“almost” is not an equivalence"),
    ],
)
def test_a_row_that_makes_no_sense_is_reported_with_its_number(project: Path, row: list[str], sentence: str) -> None:
    padded = [*row, *[""] * (len(HEADINGS) - len(row))]
    out, err = compare(project, a_row(111, "limit", "≤ 1", "≤ 1"), padded)
    assert "1 indicator recorded" in out
    assert "row 3" in err
    assert sentence in err


def test_the_later_of_two_rows_on_one_indicator_is_taken(project: Path) -> None:
    _, err = compare(project, a_row(110, "limit", "≤ 1", "≤ 2"), a_row(110, "Limit", "≤ 2", "≤ 2"))
    assert "occurs twice in this file" in err
    assert compared(project, "indicator", "verdict") == [("Limit", "E")]


def test_a_later_file_updates_what_it_names_and_leaves_the_rest(project: Path) -> None:
    compare(project, a_row(110, "one", "≤ 1", "≤ 1"), a_row(110, "two", "≤ 1", "≤ 1"))
    out, _ = compare(project, a_row(110, "two", "≤ 1", "≤ 2"), a_row(110, "three", "≤ 1", "≤ 1"))
    assert "2 indicators recorded" in out
    assert compared(project, "indicator", "verdict") == [("one", "E"), ("two", "S"), ("three", "E")]


def test_a_file_that_says_nothing_new_makes_no_step(project: Path) -> None:
    compare(project, *EXAMPLE)
    before = done("history", project)
    out, _ = compare(project, *EXAMPLE)
    assert "10 unchanged" in out
    assert done("history", project) == before


def test_one_undo_takes_a_whole_file_back_and_redo_brings_it_again(project: Path) -> None:
    compare(project, a_row(110, "limit", "≤ 1", "≤ 1"), a_row(111, "limit", "≤ 1", "≤ 1"))
    first = compared(project, *HEADINGS)
    compare(project, a_row(110, "limit", "≤ 1", "≤ 2"))
    done("undo", project, "--reviewer", "secretary")
    assert compared(project, *HEADINGS) == first
    done("undo", project, "--reviewer", "secretary")
    assert compared(project, "national") == []
    assert figures(project)["key_indicator_equal_rate"]["value"] is None
    done("redo", project, "--reviewer", "secretary")
    assert compared(project, *HEADINGS) == first
    assert "compared indicators" in done("history", project)
    assert "Sound" in done("check", project)


def test_chinese_headings_clauses_and_words_are_read(project: Path) -> None:
    form = write_workbook(
        project.parent / "对比表.xlsx",
        ["序号", "产品/对象", "指标名称", "指标类别", "是否关键", "权重", "国家标准号/条款", "国家要求(原文)",
         "国家试验方法", "国际标准号/条款", "国际要求(原文)", "国际试验方法", "方法等效性", "方向", "结论",
         "差异原因", "依据/页码"],
        [[1, "泵", "噪声", "环保", "是", 2, "GB/T 110-2020, 5.2", "≤ 70 dB(A)", "GB/T 3767", "ISO 110:2018 5.2",
          "≤ 75 dB(A)", "ISO 3744", "等效", "越小越严", "严于", "", "p. 7"]],
    )  # fmt: skip
    done("compare", project, form)
    names = ("national", "international", "national_clause", "international_clause", "verdict", "weight", "category")
    assert compared(project, *names) == [("GB/T 110-2020", "ISO 110:2018", "5.2", "5.2", "S", "2", "环保")]


def test_weights_count(project: Path) -> None:
    rows = [
        [*a_row(110, "heavy", "≤ 1", "≤ 1"), "3"],
        [*a_row(110, "light", "≤ 2", "≤ 1"), "1"],
    ]
    form = write_csv(project.parent / "weights.csv", (*HEADINGS, "weight"), rows)
    done("compare", project, form)
    assert share(figures(project)["key_indicator_equal_rate"]) == (3, 4)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_given_out_is_read_again_to_the_same_effect(project: Path, ending: str) -> None:
    formula = a_row(110, "=1+1", "≤ 1", "≤ 1", note="+note")
    compare(project, *EXAMPLE, formula, a_row(111, "edge", "≤ 1", "< 1"), a_row(112, "cold", "-40 ℃", "−40 ℃"))
    out = project.parent / f"out.{ending}"
    done("comparisons", project, "--out", out)
    assert "0 indicators recorded" in done("compare", project, out)


def test_the_form_offers_the_words_of_its_columns(project: Path) -> None:
    compare(project, *EXAMPLE)
    out = project.parent / "out.xlsx"
    done("comparisons", project, "--out", out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    assert tuple(cell.value for cell in sheet[1])[:15] == HEADINGS  # type: ignore[index]
    assert len(sheet.data_validations.dataValidation) == 4  # type: ignore[union-attr]


def test_a_hand_out_of_another_kind_is_refused(project: Path) -> None:
    assert "has none of these: .xlsx, .csv, .json" in refused(
        "comparisons", project, "--out", project.parent / "out.pdf"
    )


def test_the_report_shows_both_sides_and_the_sums(project: Path) -> None:
    compare(project, *EXAMPLE)
    report = project.parent / "report.xlsx"
    done("report", project, report, "--lang", "en")
    book = openpyxl.load_workbook(report)
    rows = list(book["Key technical indicators"].iter_rows(min_row=3, values_only=True))
    heading, first = rows[0], rows[7]
    told = dict(zip(heading, first, strict=True))
    assert (told["Indicator"], told["Verdict"]) == ("stricter 1", "stricter")
    assert told["Why this verdict"] == "“≤ 70 dB(A)” allows only a part of what “≤ 75 dB(A)” allows."
    sums = list(book["Indicator consistency"].iter_rows(min_row=3, values_only=True))
    pooled = dict(zip(sums[0], sums[1], strict=True))
    assert (pooled["Scope"], pooled["Equal"], pooled["Stricter"]) == ("all key indicators pooled", 6, 2)
    assert pooled["Equal rate"] == pytest.approx(6 / 9)


def test_a_report_without_comparisons_has_no_sheet_of_them(project: Path) -> None:
    report = project.parent / "report.xlsx"
    done("report", project, report, "--lang", "en")
    assert "Key technical indicators" not in openpyxl.load_workbook(report).sheetnames


def test_the_python_interface_tells_what_was_understood_and_why(project: Path) -> None:
    compare(project, a_row(110, "length", "100 ± 5 mm", "9.5 cm to 11 cm"))
    with Project.open(project, read_only=True) as opened:
        told = opened.comparisons(national="GB/T 110-2020").iloc[0]
    assert (told["national_understood"], told["international_understood"]) == ("[95; 105] mm", "[9.5; 11] cm")
    assert (told["verdict"], told["derived"], told["reviewer"]) == ("S", "S", "secretary")
    assert told["why"] == "“100 ± 5 mm” allows only a part of what “9.5 cm to 11 cm” allows."


def test_a_template_gives_the_form_for_the_next_pairs(project: Path) -> None:
    compare(project, a_row(110, "noise", "≤ 70", "≤ 75", national_unit="dB(A)", direction="lower"))
    form = project.parent / "form.xlsx"
    with Project.open(project, reviewer="secretary") as opened:
        opened.save_indicator_template("pumps", ("GB/T 110-2020", "ISO 110:2018"))
        opened.comparison_form("pumps", [("GB/T 111-2020", "ISO 111"), ("GB/T 112-2020", "ISO 112")], form)
        assert list(opened.indicator_templates()["indicator"]) == ["noise"]
    sheet = openpyxl.load_workbook(form).active
    assert sheet is not None
    rows = [dict(zip(HEADINGS, row, strict=False)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert [(row["national"], row["indicator"], row["national_unit"], row["direction"]) for row in rows] == [
        ("GB/T 111-2020", "noise", "dB(A)", "lower"),
        ("GB/T 112-2020", "noise", "dB(A)", "lower"),
    ]


def test_a_template_is_read_from_a_file_and_kept_in_the_project(project: Path, tmp_path: Path) -> None:
    form = write_csv(
        tmp_path / "t.csv", ("指标名称", "单位", "方向"), [("噪声", "dB(A)", "越小越严"), ("效率", "%", "越大越严")]
    )
    with Project.open(project, reviewer="secretary") as opened:
        opened.save_indicator_template("泵", form)
    with Project.open(project, read_only=True) as opened:
        kept = opened.indicator_templates()
    assert list(zip(kept["template"], kept["indicator"], kept["direction"], strict=True)) == [
        ("泵", "噪声", "lower"),
        ("泵", "效率", "higher"),
    ]
