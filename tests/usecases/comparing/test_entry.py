"""A pair's table as it is being filled in: judged row by row, stored at the end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.comparisons.comparison import ComparisonVerdict
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.usecases.comparing.compare import comparisons, why
from aligner.usecases.comparing.entry import (
    Form,
    comparable_pairs,
    entered_text,
    export_rows,
    import_rows,
    judge_rows,
    new_row,
    open_form,
    rates,
    save_form,
    template_rows,
    templates_of,
)
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.samples.project import sample_project

NATIONAL, INTERNATIONAL = "GB/T 229-2020", "ISO 148-1:2016"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.aligner"
    sample_project(str(file), "secretary", Silent()).close()
    return file


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Iterator[Session]:
    with open_project(str(shutil.copy(made, tmp_path / "ours.aligner")), "secretary") as opened:
        yield opened


@pytest.fixture
def form(session: Session) -> Form:
    return open_form(session, NATIONAL, INTERNATIONAL)


def a_row(form: Form, indicator: str, national: str, international: str, **others: str) -> dict[str, str]:
    entered = {"indicator": indicator, "national_value": national, "international_value": international}
    return new_row(form) | {"direction": "lower"} | entered | others


def test_a_row_is_judged_without_storing_anything(session: Session, form: Form) -> None:
    before = len(session.store.history())
    (entered,) = judge_rows([a_row(form, "noise", "≤ 75 dB(A)", "≤ 80 dB(A)")])
    assert entered is not None
    assert entered.comparison is not None
    assert entered.comparison.verdict is ComparisonVerdict.STRICTER
    assert entered.understood == ("≤ 75 dB(A)", "≤ 80 dB(A)")
    assert len(session.store.history()) == before


def test_several_values_in_one_cell_are_judged_case_by_case(session: Session, form: Form) -> None:
    row = a_row(form, "Yield strength", "t ≤ 16: 235; 16 < t ≤ 40: 225", "厚度≤16 mm: 235; 厚度>16～40 mm: 220",
                national_unit="MPa", international_unit="N/mm²", direction="higher")  # fmt: skip
    (entered,) = judge_rows([row])
    assert entered is not None
    assert [(case.condition, case.verdict.value) for case in entered.cases] == [("t ≤ 16", "E"), ("16 < t ≤ 40", "S")]
    assert entered.understood[0] == "235 MPa (t ≤ 16); 225 MPa (16 < t ≤ 40)"
    save_form(session, form, [row])
    (stored,) = comparisons(session)
    assert stored.verdict is ComparisonVerdict.STRICTER
    assert why(stored, translator("zh")) == "按条件逐项比对：t ≤ 16: E; 16 < t ≤ 40: S。"


def test_a_blank_row_says_nothing(form: Form) -> None:
    assert judge_rows([new_row(form)]) == [None]


def test_an_override_without_a_reason_is_complained_of_beside_what_follows(form: Form) -> None:
    row = a_row(form, "noise", "75 dB", "80 dB", verdict="E")
    refused, taken = judge_rows([row, row | {"indicator": "other", "reason": "rounded"}])
    assert refused is not None
    assert taken is not None
    assert (refused.comparison, refused.derived and refused.derived.verdict) == (None, ComparisonVerdict.STRICTER)
    assert refused.complaint is not None
    assert taken.comparison is not None
    assert taken.comparison.verdict is ComparisonVerdict.EQUAL


def test_the_second_row_of_one_name_is_complained_of(form: Form) -> None:
    first, second = judge_rows([a_row(form, "Noise", "1", "1"), a_row(form, "noise", "1", "2")])
    assert first is not None
    assert second is not None
    assert (first.complaint is None, second.complaint is None) == (True, False)


def test_the_rates_show_both_sides_of_their_lines(form: Form) -> None:
    texts = [("1", "1"), ("1", "2"), ("3", "2"), ("smooth", "rough"), ("", "5")]
    rows = [a_row(form, str(number), *sides) for number, sides in enumerate(texts)]
    rows.append(a_row(form, "no key", "1", "1", key="no"))
    shown = {one.name: (one.above, one.below) for one in rates(judge_rows(rows))}
    assert shown == {"equal": (1, 3), "not_below": (2, 3), "comparability": (3, 4), "coverage": (4, 5)}


def test_what_was_saved_comes_back_as_it_was_entered(session: Session, form: Form) -> None:
    rows = [
        a_row(form, "noise", "≤ 75", "≤ 80", weight="2"),
        a_row(form, "mass", "5 kg", "5 kg", verdict="L", note="-"),
    ]
    change, _ = save_form(session, form, [rows[0], new_row(form), rows[1]])
    assert change is not None
    assert list(open_form(session, NATIONAL, "ISO 148-1").rows) == [
        row | {"international": "ISO 148-1:2016"} for row in rows
    ]


def test_a_table_is_not_written_over_another_one_of_the_same_pair(session: Session, form: Form) -> None:
    save_form(session, form, [a_row(form, "noise", "1", "1")])
    with pytest.raises(Conflict, match="in the meantime"):
        save_form(session, form, [a_row(form, "mass", "1", "1")])
    assert [one.indicator for one in comparisons(session)] == ["noise"]


def test_a_table_with_a_row_that_says_nothing_is_not_saved(session: Session, form: Form) -> None:
    with pytest.raises(AlignerError, match="no requirement"):
        save_form(session, form, [a_row(form, "noise", "1", "1"), a_row(form, "mass", "", "")])
    assert comparisons(session) == []


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_table_that_was_exported_is_imported_as_it_was(
    session: Session, form: Form, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"table.{suffix}"
    rows = [a_row(form, "noise", "≤ 75", "-5", reason="=1+1"), a_row(form, "mass", "1", "2", verdict="E", reason="why")]
    export_rows([*rows, new_row(form)], file, translator("zh"))
    read, problems = import_rows(session, form, file, Silent())
    assert (read, problems) == (rows, [])


def test_rows_of_another_pair_stay_outside(session: Session, form: Form, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    other = a_row(form, "noise", "1", "1") | {"national": "GB/T 3920-2008", "international": "ISO 105-X12"}
    export_rows([other, a_row(form, "mass", "1", "1")], file, translator("en"))
    read, problems = import_rows(session, form, file, Silent())
    assert [row["indicator"] for row in read] == ["mass"]
    assert len(problems) == 1


def test_a_template_keeps_everything_but_the_values(form: Form) -> None:
    row = a_row(form, "noise", "75", "80", national_unit="dB", weight="2", key="no")
    (again,) = template_rows(form, templates_of([row, new_row(form)]))
    assert again == row | {"national_value": "", "international_value": ""}


@pytest.mark.parametrize(
    ("column", "text", "kept"),
    [("direction", "越小越严", "lower"), ("verdict", "严于", "S"), ("key", "否", "no"), ("note", " a\n b ", "a b")],
)
def test_words_are_kept_as_codes_whatever_the_language(column: str, text: str, kept: str) -> None:
    assert entered_text(column, text) == kept


def test_confirmed_and_compared_pairs_can_be_compared(session: Session, form: Form) -> None:
    save_form(session, form, [a_row(form, "noise", "1", "1")])
    assert comparable_pairs(session, Level.NATIONAL, NATIONAL) == [(NATIONAL, INTERNATIONAL)]
    assert comparable_pairs(session, Level.INTERNATIONAL, INTERNATIONAL) == [(NATIONAL, INTERNATIONAL)]
    assert comparable_pairs(session, Level.NATIONAL, "GB/T 1-2000") == []
