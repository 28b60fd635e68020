from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from aligner.domain.standards.fields import Status
from aligner.gui.models.columns import natural
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context, changed_in, known_by
from aligner.gui.surroundings.preferences import MOST_RECENT, Preferences
from aligner.gui.surroundings.theme import DARK, LIGHT, THEMES, Theme, Tone, style_sheet
from aligner.gui.widgets.charts.chart_panel import ChartPanel
from aligner.gui.widgets.charts.charts import Bar, Point
from aligner.gui.widgets.pairs.difference_view import DifferenceView
from aligner.gui.widgets.plain.labels import ElidedLabel, label, selectable
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.values import day, moment, status_marks
from aligner.i18n import translator
from aligner.usecases.project.changed import Part, changed


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


# difference


def test_a_difference_is_underlined_coloured_and_told(context: Context, qtbot: QtBot) -> None:
    view = DifferenceView(context, "National", "International")
    qtbot.addWidget(view)
    view.show_texts("质量管理体系 <b>要求</b>", "质量保证体系 <b>要求</b>")
    assert view.left.toPlainText() == "质量管理体系 <b>要求</b>"
    assert view.left.accessibleDescription() == "Only here: 管理"
    cursor = view.left.textCursor()
    cursor.setPosition(3)
    assert cursor.charFormat().fontUnderline()
    assert cursor.charFormat().background().color() == QColor(LIGHT.only_left)
    cursor.setPosition(1)
    assert not cursor.charFormat().fontUnderline()


def test_the_difference_can_be_left_out(context: Context, qtbot: QtBot) -> None:
    view = DifferenceView(context, "National", "International")
    qtbot.addWidget(view)
    view.show_texts("one", "two", marked=False)
    assert view.right.toPlainText() == "two"
    assert view.right.accessibleDescription() == ""


# charts


def test_a_bar_chart_has_an_equal_table(context: Context, qtbot: QtBot) -> None:
    panel = ChartPanel(context, "test", "Degrees", "Degree", "Share")
    qtbot.addWidget(panel)
    panel.resize(700, 200)
    panel.show()
    panel.show_bars((Bar("IDT", 0.75, "75.0 %"), Bar("MOD", None, "n/a")), target=0.85)
    assert [panel.model.text(row, 1) for row in range(2)] == ["75.0 %", "n/a"]
    assert panel.bars.accessibleDescription() == "IDT: 75.0 %; MOD: n/a"
    assert {LIGHT.accent, LIGHT.tones[Tone.ATTENTION]} <= colours(picture(panel.bars))
    assert panel.line.isHidden()


def test_a_line_chart_has_an_equal_table(context: Context, qtbot: QtBot) -> None:
    panel = ChartPanel(context, "test", "Trend", "Day", "Rate")
    qtbot.addWidget(panel)
    panel.resize(900, 240)
    panel.show()
    panel.show_points((Point("2024", 0.2, "20 %"), Point("2025", 0.9, "90 %")), target=0.85)
    assert panel.bars.isHidden()
    assert panel.line.accessibleDescription() == "2024: 20 %; 2025: 90 %"
    assert LIGHT.accent in colours(picture(panel.line))
    panel.show_points(())
    assert panel.model.rowCount() == 0


# labels and search


def test_a_label_without_room_tells_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    short = ElidedLabel("<b>A long title</b> of a standard about quality management")
    qtbot.addWidget(short)
    short.resize(90, 20)
    short.show()
    assert short.shown_text().endswith("…")
    assert short.toolTip() == "<p>&lt;b&gt;A long title&lt;/b&gt; of a standard about quality management</p>"
    assert short.accessibleName().startswith("<b>A long")
    short.resize(900, 20)
    assert short.toolTip() == ""


def test_labels_take_text_as_it_is(qtbot: QtBot) -> None:
    for made in (label("<i>x</i>"), selectable("<i>x</i>")):
        qtbot.addWidget(made)
        assert made.textFormat() is Qt.TextFormat.PlainText


def test_a_search_waits_until_the_typing_rests(context: Context, qtbot: QtBot) -> None:
    box = SearchBox(context, "Search")
    qtbot.addWidget(box)
    box.show()
    with qtbot.waitSignal(box.searched) as searched:
        qtbot.keyClicks(box, "iso 9")
    assert searched.args == ["iso 9"]
    with qtbot.waitSignal(box.searched) as searched:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert searched.args == [""]


# theme and icons


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_statuses_can_be_read_on_the_background_of_tables(theme: Theme) -> None:
    for tone in Tone:
        for population in (theme.base, theme.alternate, theme.selection):
            least = 4.5 if population != theme.selection else 3.0
            assert contrast(theme.tones[tone], population) >= least, (tone, population)
    for population in (theme.window, theme.base, theme.selection, theme.only_left, theme.only_right):
        assert contrast(theme.text, population) >= 7
    assert contrast(theme.muted, theme.window) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2."""
    lights = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_place_left_open(theme: Theme) -> None:
    assert "@" not in style_sheet(theme)


def test_every_icon_is_drawn_in_the_colour_that_is_asked_for(qapp: object) -> None:  # noqa: ARG001 - for pictures
    for name in icons.names():
        image = icons.pixmap(name, "#ff0000", 24).toImage()
        pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        inked = [colour for colour in pixels if colour.alpha() > 200]
        assert name == "blank" or inked, name
        assert name.startswith(("check-", "down-")) or all(colour.red() > 250 for colour in inked), name


# words, preferences, context


def test_dates_are_written_as_people_write_them() -> None:
    english, chinese = translator("en"), translator("zh")
    assert day("2016-12-30", english) == "30 Dec 2016"
    assert day("2016-12", english) == "2016-12"
    assert day("2016-99-30", english) == "2016-99-30"
    assert moment("not a time", english) == "not a time"
    assert "2026" in moment("2026-11-22T15:11:00+00:00", chinese)


def test_an_unknown_status_is_called_so() -> None:
    assert status_marks(translator("en"))("no status").icon == status_marks(translator("en"))(Status.UNKNOWN).icon


def test_natural_order_ignores_capitals() -> None:
    assert sorted(["iso 10", "ISO 9", "ISO 9-2", "ISO 9-10"], key=natural) == ["ISO 9", "ISO 9-2", "ISO 9-10", "iso 10"]


def test_preferences_come_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "window.json"
    kept = Preferences(file)
    kept.set("language", "zh")
    kept.set("columns.x", {"a": [100, False, 0]})
    for number in range(MOST_RECENT + 3):
        kept.remember_project(f"/p/{number}.aligner")
    kept.remember_project("/p/5.aligner")
    kept.save()
    again = Preferences(file)
    assert again.text("language") == "zh"
    assert again.mapping("columns.x") == {"a": [100, False, 0]}
    assert again.recent_projects()[0] == "/p/5.aligner"
    assert len(again.recent_projects()) == MOST_RECENT


@pytest.mark.parametrize("content", ["{", "[1, 2]", '{"language": 7, "recent": "x", "columns.x": 3}', "\x00"])
def test_damaged_preferences_are_as_good_as_none(tmp_path: Path, content: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(content, encoding="utf-8")
    kept = Preferences(file)
    assert kept.text("language", "en") == "en"
    assert kept.recent_projects() == []
    assert kept.mapping("columns.x") == {}


def test_preferences_that_cannot_be_written_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    Preferences(tmp_path / "file" / "window.json").save()


def test_what_changed_is_found_in_every_kind_of_outcome() -> None:
    what = changed(Part.DECISIONS)
    assert changed_in(what) is what
    assert changed_in((1, what)) is what
    assert changed_in((1, 2)) is None
    assert changed_in(None) is None


def test_a_project_is_known_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert known_by("a.aligner") == str(tmp_path / "a.aligner")
    assert known_by("postgresql://host/db") == "postgresql://host/db"
