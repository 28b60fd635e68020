"""Every badge and choice of the review says what it means."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import Band, EditionState
from aligner.domain.pairs.decision import Coverage
from aligner.domain.standards.fields import Status
from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Badge
from aligner.gui.models.offers import OfferLine, OffersModel
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.review.tables import queue_columns, queue_facets
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.coverage_box import CoverageBox
from aligner.gui.words import meanings
from aligner.gui.words.review import best_marks, degree_meaning, edition_marks, review_marks
from aligner.gui.words.values import relation_marks, status_marks
from aligner.i18n import translator
from aligner.usecases.catalogues.browse import Relation
from aligner.usecases.review.double_review import ALL_VISIBLE
from aligner.usecases.review.queue_rows import AGREED, AWAITING, COLUMNS, FLAGGED, ReviewStatus

DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_word_on_a_badge_has_a_meaning(language: str) -> None:
    translate = translator(language)
    meant = [best_marks(translate)((band, 50.0)).meaning for band in Band]
    meant += [edition_marks(translate)(state.value).meaning for state in EditionState]
    meant += [review_marks(translate)(status).meaning for status in ReviewStatus]
    meant += [status_marks(translate)(status).meaning for status in Status]
    meant += [relation_marks(translate)(relation).meaning for relation in Relation]
    meant += [translate(meanings.COVERAGES[coverage]) for coverage in Coverage]
    meant += [translate(meanings.KINDS[kind]) for kind in (FLAGGED, AWAITING, AGREED)]
    assert all(meant)
    assert len(set(meant)) == len(meant)


def test_the_degrees_of_a_cell_are_explained() -> None:
    translate = translator("en")
    assert degree_meaning("IDT ?", translate).startswith("Identical")
    assert len(degree_meaning("IDT NEQ", translate).splitlines()) == 2
    assert degree_meaning("等同采用", translate) == translate(meanings.DEGREES[Degree.IDT])
    assert degree_meaning("", translate) == ""


def test_a_cell_of_the_queue_tells_its_meaning_to_mouse_and_screen_reader() -> None:
    translate = translator("en")
    columns = queue_columns(translate, ALL_VISIBLE)
    model = RowsModel(columns, queue_facets(translate, ALL_VISIBLE))
    row = dict.fromkeys(COLUMNS, "") | {"status": ReviewStatus.CONFLICT, "best": (Band.WEAK, 9.0), "degree": "MOD"}
    row |= {"alert": EditionState.OUTDATED.value, "flag": False, "ics": [], "kinds": ["conflict"], "priority": 0.0}
    model.set_table(Table({name: [row[name]] for name in COLUMNS}))
    places = {column.name: place for place, column in enumerate(columns)}
    for name, meant in (
        ("status", meanings.REVIEWS[ReviewStatus.CONFLICT]),
        ("best", meanings.BANDS[Band.WEAK]),
        ("degree", meanings.DEGREES[Degree.MOD]),
        ("alert", meanings.EDITIONS[EditionState.OUTDATED]),
    ):
        index = model.index(0, places[name])
        assert index.data(DESCRIPTION) == meant
        assert meant in index.data(TOOLTIP)
    assert model.index(0, places["title"]).data(DESCRIPTION) == ""


def test_a_facet_explains_its_kinds() -> None:
    translate = translator("en")
    facets = {facet.name: facet for facet in queue_facets(translate, ALL_VISIBLE)}
    for name, kind in (
        ("kinds", AWAITING),
        ("kinds", "stale"),
        ("band", "weak"),
        ("alert", "grace"),
        ("suggested", "MOD"),
    ):
        explain = facets[name].meaning
        assert explain is not None
        assert explain(kind)


def test_a_candidate_tells_what_its_badges_mean() -> None:
    model = OffersModel()
    line = OfferLine(
        "1", Badge("weak", "weak 9", Tone.MUTED, "only a hint"), "ISO 1", "<b>One</b>", tip="Not in a higher band"
    )
    model.set_lines([line])
    assert model.index(0).data(DESCRIPTION) == "weak 9: only a hint"
    assert (
        model.index(0).data(TOOLTIP)
        == "<p>&lt;b&gt;One&lt;/b&gt;</p><p>weak 9: only a hint</p><p>Not in a higher band</p>"
    )


def test_each_coverage_says_what_it_means(qtbot: QtBot) -> None:
    box = CoverageBox(translator("en"))
    qtbot.addWidget(box)
    for coverage in Coverage:
        box.choose(coverage)
        assert box.coverage() is coverage
        assert box.accessibleDescription() == meanings.COVERAGES[coverage]
        assert meanings.COVERAGES[coverage] in box.toolTip()
    box.turn()
    assert box.coverage() is Coverage.FULL
