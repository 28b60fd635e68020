"""A review pack goes out and comes back: nothing that was altered is recorded, and nothing is overwritten."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from aligner.domain.catalogue import Level
from aligner.domain.change import Subject
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.domain.pairs.deviation import codes_of
from aligner.domain.pairs.pack_columns import ASKED
from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.readers.aliases import fold, small_table
from aligner.reports.workbook.review_pack import CHOICES, HEADINGS
from aligner.usecases.project import history
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.notes import View, hand_over, save_view
from aligner.usecases.review.packing import EVERYTHING, PackChoice, pack
from aligner.usecases.review.unpacking import RowClass, StagedPack, record_pack, stage_pack
from usecases.reviewing import NATIONAL, a_candidate, a_project, confirm, save

FIRST, SECOND, THIRD = NATIONAL[0], NATIONAL[1], NATIONAL[2]
CANDIDATES = (
    a_candidate(FIRST, "ISO 9001:2015"),
    a_candidate(FIRST, "ISO 9004:2018", rank=2, score=60.0),
    a_candidate(SECOND, "ISO 9004:2018"),
    a_candidate(THIRD, "ISO 14001:2015"),
)
Edit = Callable[[Any, dict[str, int]], None]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Session]:
    with a_project(tmp_path / "ours.aligner", CANDIDATES) as session:
        yield session


def packed(session: Session, choice: PackChoice = EVERYTHING, reviewer: str = "Li") -> Path:
    target = Path(session.address).with_name("Li.xlsx")
    pack(session, target, reviewer, translator("en"), choice)
    return target


def fill(file: Path, edit: Edit) -> Path:
    """The pack with the sheet edited; `edit` gets the sheet and the row of each standard."""
    workbook = load_workbook(file)
    sheet = workbook["review"]
    rows = {str(sheet.cell(row, 1).value): row for row in range(2, sheet.max_row + 1)}
    edit(sheet, rows)
    back = file.with_name("back.xlsx")
    workbook.save(back)
    return back


def write(sheet: Any, row: int, **values: str) -> None:
    headings = [cell.value for cell in sheet[1]]
    for name, value in values.items():
        sheet.cell(row, headings.index(name) + 1).value = value


def deciding(national: str, **values: str) -> Edit:
    return lambda sheet, rows: write(sheet, rows[national], **values)


def staged_after(session: Session, *edits: Edit) -> StagedPack:
    file = packed(session)
    for edit in edits:
        file = Path(shutil.copy2(fill(file, edit), file))
    return stage_pack(session, file, Silent())


def kinds(staged: StagedPack) -> dict[str, RowClass]:
    return {row.national: row.kind for row in staged.rows}


ADOPTED = {"international": "ISO 9001:2015", "degree": "IDT"}


def test_a_pack_shows_candidates_and_neither_scores_nor_decisions(project: Session) -> None:
    confirm(project, FIRST, "ISO 9001:2015", Degree.MOD, note="said by the secretary")
    file = packed(project)
    sheets = load_workbook(file).worksheets
    texts = [str(cell.value or "") for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert any("ISO 9004:2018" in text for text in texts)
    assert not any("said by the secretary" in text or "95" in text for text in texts if not text.startswith("{"))
    assert "MOD" not in [text for text in texts if len(text) < 5]


def test_locked_cells_are_locked_and_few_words_are_chosen_from_a_list(project: Session) -> None:
    workbook = load_workbook(packed(project))
    sheet = workbook["review"]
    assert sheet.protection.sheet
    assert sheet["A2"].protection.locked
    assert not sheet["D2"].protection.locked
    assert workbook["manifest"].sheet_state == "veryHidden"
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"IDT,MOD,NEQ"' in lists
    assert '"confirmed,rejected,unsure,no_counterpart"' in lists
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_what_comes_back_is_recorded_under_the_reviewers_name_with_the_files_hash(project: Session) -> None:
    staged = staged_after(project, deciding(FIRST, **ADOPTED, note="as adopted"))
    assert kinds(staged)[FIRST] is RowClass.ACCEPTED
    assert project.decisions_by_key() == {}  # looking records nothing
    recorded = record_pack(project, staged)
    (decision,) = project.decisions_by_key().values()
    assert (decision.reviewer, decision.degree, decision.note) == ("Li", Degree.IDT, "as adopted")
    assert recorded.change is not None
    (file,) = [row for row in recorded.change.rows if row.subject is Subject.JOINED_FILE]
    assert file.key == (staged.file.sha256, "")
    assert project.store.check() == []
    history.undo(project)
    assert project.decisions_by_key() == {}


def move(sheet: Any, rows: dict[str, int]) -> None:
    sheet.cell(rows[FIRST], 1).value, sheet.cell(rows[SECOND], 1).value = SECOND, FIRST


def remove(sheet: Any, rows: dict[str, int]) -> None:
    sheet.delete_rows(rows[FIRST])


def repeat(sheet: Any, rows: dict[str, int]) -> None:
    for column in range(1, 4):
        sheet.cell(sheet.max_row + (column == 1), column).value = sheet.cell(rows[FIRST], column).value


def retitle(sheet: Any, rows: dict[str, int]) -> None:
    sheet.cell(rows[FIRST], 2).value = "another title"


def offer_more(sheet: Any, rows: dict[str, int]) -> None:
    sheet.cell(rows[FIRST], 3).value = "1. ISO 14001:2015"


@pytest.mark.parametrize("tamper", [move, remove, repeat, retitle, offer_more])
def test_altered_rows_are_named_and_never_recorded(project: Session, tamper: Edit) -> None:
    staged = staged_after(project, deciding(FIRST, **ADOPTED), tamper)
    assert kinds(staged)[FIRST] is RowClass.TAMPERED
    record_pack(project, staged, with_changed=True)
    assert project.decisions_by_key() == {}


def test_a_row_that_was_added_is_unknown(project: Session) -> None:
    def add(sheet: Any, _: dict[str, int]) -> None:
        write(sheet, sheet.max_row + 1, national="GB/T 7-2020", **ADOPTED)

    staged = staged_after(project, add)
    assert kinds(staged)["GB/T 7-2020"] is RowClass.UNKNOWN
    assert record_pack(project, staged).change is None


@pytest.mark.parametrize(
    "values", [{"degree": "IDT"}, {"international": "ISO 9001:2015", "verdict": "confirmed"}, {"note": "what is this"}]
)
def test_a_row_that_says_no_decision_is_incomplete_and_says_why(project: Session, values: dict[str, str]) -> None:
    staged = staged_after(project, deciding(FIRST, **values))
    (row,) = [row for row in staged.rows if row.national == FIRST]
    assert row.kind is RowClass.INCOMPLETE
    assert row.problems
    assert record_pack(project, staged).change is None


def test_empty_rows_are_unchanged(project: Session) -> None:
    staged = staged_after(project)
    assert set(kinds(staged).values()) == {RowClass.UNCHANGED}
    assert len(staged.rows) == staged.file.entries


def test_another_reviewers_decision_is_kept_and_the_row_stands_beside_it(project: Session) -> None:
    confirm(project, FIRST, "ISO 9001:2015", Degree.MOD)
    staged = staged_after(project, deciding(FIRST, **ADOPTED))
    assert kinds(staged)[FIRST] is RowClass.CONFLICTING
    record_pack(project, staged)
    assert [one.degree for one in project.decisions_by_key().values()] == [Degree.MOD]
    assert [(one.reviewer, one.degree) for one in project.second_opinions_by_key().values()] == [("Li", Degree.IDT)]


def test_a_third_opinion_is_kept_by_its_reviewer(project: Session) -> None:
    confirm(project, FIRST, "ISO 9001:2015", Degree.MOD)
    for reviewer, degree in (("Li", "IDT"), ("Wang", "NEQ")):
        file = fill(packed(project, reviewer=reviewer), deciding(FIRST, international="ISO 9001:2015", degree=degree))
        record_pack(project, stage_pack(project, file, Silent()))
    (further,) = project.further_opinions_by_key().values()
    assert (further.reviewer, [one.degree for one in further.decisions]) == ("Wang", [Degree.NEQ])
    with open_project(project.address, "Wang", read_only=True) as again:
        assert again.further_opinions_by_key() == project.further_opinions_by_key()


def decide_meanwhile(session: Session) -> None:
    with open_project(session.address, "Wang") as other:
        confirm(other, FIRST, "ISO 9001:2015")


def list_meanwhile(session: Session) -> None:
    save(session, Level.NATIONAL, *NATIONAL, replacing=1, fingerprint="another")


@pytest.mark.parametrize("meanwhile", [decide_meanwhile, list_meanwhile])
def test_what_changed_since_is_listed_and_taken_only_when_wanted(
    project: Session, meanwhile: Callable[[Session], None]
) -> None:
    file = fill(packed(project), deciding(FIRST, international="ISO 9004:2018", degree="MOD"))
    meanwhile(project)
    staged = stage_pack(project, file, Silent())
    assert kinds(staged)[FIRST] is RowClass.CHANGED_SINCE
    assert record_pack(project, staged).taken == 0
    assert record_pack(project, staged, with_changed=True).taken == 1
    everybody = (*project.decisions_by_key().values(), *project.second_opinions_by_key().values())
    assert "Li" in {one.reviewer for one in everybody}


def test_merged_cells_and_filters_do_not_move_a_row(project: Session) -> None:
    def merge_and_filter(sheet: Any, rows: dict[str, int]) -> None:
        write(sheet, rows[FIRST], **ADOPTED)
        sheet.auto_filter.ref = sheet.dimensions
        sheet.row_dimensions[rows[SECOND]].hidden = True
        note = sheet.max_column
        sheet.merge_cells(start_row=rows[FIRST], start_column=note, end_row=rows[FIRST], end_column=note + 1)

    staged = staged_after(project, merge_and_filter)
    assert kinds(staged)[FIRST] is RowClass.ACCEPTED
    assert {kind for name, kind in kinds(staged).items() if name != FIRST} == {RowClass.UNCHANGED}


def test_a_pack_whose_hidden_sheet_was_altered_is_refused(project: Session) -> None:
    def alter(sheet: Any, _: dict[str, int]) -> None:
        cell = sheet.parent["manifest"]["A1"]
        cell.value = cell.value.replace('"reviewer": "Li"', '"reviewer": "Wang"')

    with pytest.raises(AlignerError, match="altered"):
        staged_after(project, alter)


def test_a_pack_of_another_project_is_refused(project: Session, tmp_path: Path) -> None:
    file = packed(project)
    (tmp_path / "other").mkdir()
    with (
        a_project(tmp_path / "other" / "theirs.aligner", CANDIDATES) as other,
        pytest.raises(AlignerError, match="another"),
    ):
        stage_pack(other, file, Silent())


def test_a_plain_table_is_no_pack(project: Session) -> None:
    file = fill(packed(project), lambda sheet, _: sheet.parent.remove(sheet.parent["manifest"]))
    with pytest.raises(AlignerError, match="not a review pack"):
        stage_pack(project, file, Silent())


def test_a_pack_holds_the_rows_of_a_view_of_those_handed_over_or_the_first_ones(project: Session) -> None:
    def nationals(**values: Any) -> tuple[str, ...]:
        target = Path(project.address).with_name("choice.xlsx")
        return pack(project, target, "Li", translator("en"), PackChoice(**values)).nationals

    assert nationals(limit=2) == NATIONAL[:2]
    hand_over(project, [SECOND], "Li")
    assert nationals(is_handed=True) == (SECOND,)
    save_view(project, View("quality", search="19001"))
    assert nationals(view="quality") == (FIRST,)
    save_view(project, View("with candidates", facets={"band": ["strong"]}))
    assert nationals(view="with candidates") == (FIRST, SECOND, THIRD)
    with pytest.raises(AlignerError, match="no view"):
        nationals(view="nothing")
    with pytest.raises(AlignerError, match="no pack was written"):
        nationals(committee="nobody")


def test_a_pack_in_chinese_is_chinese_and_comes_back(project: Session) -> None:
    target = Path(project.address).with_name("李.xlsx")
    pack(project, target, "李", translator("zh"), EVERYTHING)
    headings = [cell.value for cell in load_workbook(target)["review"][1]]
    assert not any(letter.isascii() and letter.isalpha() for heading in headings for letter in str(heading))
    words = HEADINGS["zh"]
    said = {
        "international": "ISO 9001:2015",
        "verdict": "确认",
        "degree": "MOD",
        "coverage": "部分",
        "reason": "内容减少",
    }
    file = fill(
        target,
        lambda sheet, rows: (
            write(sheet, rows[FIRST], **{words[name]: text for name, text in said.items()}),
            write(sheet, rows[SECOND], **{words["verdict"]: "无对应"}),
        ),
    )
    assert record_pack(project, stage_pack(project, file, Silent())).taken == 2
    decided = {one.national: one for one in project.decisions_by_key().values() if one.reviewer == "李"}
    assert (decided[FIRST].degree, decided[FIRST].coverage) == ("MOD", "partial")
    assert codes_of(decided[FIRST].reason) == ("less",)
    assert decided[SECOND].verdict == "no_counterpart"


@pytest.mark.parametrize("language", sorted(CHOICES))
def test_every_word_that_a_pack_offers_is_read(language: str) -> None:
    known = small_table("decisions")
    assert all(fold(HEADINGS[language][name]) in known[name] for name in ("national", *ASKED))
    assert [codes_of(word) for word in CHOICES[language]["reason"]] == [
        ("less",), ("more",), ("altered",), ("alternative",),
    ]  # fmt: skip


def test_every_verdict_can_be_given(project: Session) -> None:
    staged = staged_after(
        project,
        deciding(FIRST, international="ISO 9001:2015", verdict="rejected"),
        deciding(SECOND, verdict="no_counterpart"),
        deciding(THIRD, international="ISO 14001:2015", verdict="unsure"),
    )
    record_pack(project, staged)
    assert {one.verdict for one in project.decisions_by_key().values()} == {
        Verdict.REJECTED,
        Verdict.NO_COUNTERPART,
        Verdict.UNSURE,
    }
