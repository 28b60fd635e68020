"""Columns of a list that are the user's own, shown beside a pair and with a standard of the catalogues."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.gui.pages.catalogues.standards import StandardDetail, standard_columns
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.pairs.side_by_side import SideBySide
from aligner.gui.words.values import further
from aligner.i18n import translator
from aligner.usecases.catalogues.browse import listing
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import new_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.pair import side
from tests.catalogue_files import write_workbook

HEADINGS = ("标准号", "标准名称", "标准状态", "备注", "负责人")
ROWS = (
    ("GB/T 1-2020", "螺纹", "现行", "复审 < 2030 &amp;\n中", "王"),
    ("GB/T 2-2020", "齿轮", "现行", "", ""),
)
LINES = "备注: 复审 < 2030 &amp; 中\n负责人: 王"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with new_project(str(tmp_path / "ours.aligner"), "secretary") as opened:
        load(opened, LoadRequest(write_workbook(tmp_path / "gb.xlsx", HEADINGS, ROWS), Level.NATIONAL), Silent())
        yield opened


def test_further_columns_are_lines_beside_the_pair(session: Session, context: Context, qtbot: QtBot) -> None:
    beside = SideBySide(context)
    qtbot.addWidget(beside)
    with_columns, without = (side(session, Level.NATIONAL, row, session.today()) for row in (0, 1))
    beside.show_sides(with_columns, without, Level.NATIONAL, "")
    left, right = (one.further for one in beside.facts)
    assert (left.text(), left.isVisibleTo(beside), right.isVisibleTo(beside)) == (LINES, True, False)
    beside.show_sides(without, None, Level.NATIONAL, "")
    assert not left.isVisibleTo(beside)


def test_further_columns_are_told_with_a_standard(session: Session, context: Context, qtbot: QtBot) -> None:
    detail = StandardDetail(context)
    qtbot.addWidget(detail)
    listed = listing(session, Level.NATIONAL)
    detail.show_standard(listed, 0)
    assert (detail.further.text(), detail.further.isVisibleTo(detail)) == (LINES, True)
    detail.show_standard(listed, 1)
    assert not detail.further.isVisibleTo(detail)


@pytest.mark.parametrize(("language", "cell"), [("en", "备注: 复审; 负责人: 王"), ("zh", "备注：复审；负责人：王")])
def test_further_columns_are_one_cell_of_the_table(language: str, cell: str) -> None:
    columns = standard_columns(Level.NATIONAL, translator(language))
    column = next(one for one in columns if one.name == "extra")
    assert column.show({"备注": "复审", "负责人": "王"}) == cell
    assert (column.show({}), column.show(None)) == ("", "")
    assert sorted([{"b": "1"}, {}, {"a": "2"}], key=column.key) == [{}, {"a": "2"}, {"b": "1"}]


def test_a_heading_or_cell_with_braces_is_shown_as_it_is() -> None:
    assert further({"{x}": "{0}"}, translator("en")) == ["{x}: {0}"]
