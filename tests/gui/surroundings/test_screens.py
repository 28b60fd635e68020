"""Windows are as large as they were, or as their screen lets them be."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from aligner.gui.surroundings.screens import SMALLEST, fitted, is_workable

coordinates = st.integers(-4000, 4000)
rooms = st.builds(
    QRect, coordinates, coordinates, st.integers(SMALLEST.width(), 5000), st.integers(SMALLEST.height(), 3000)
)
windows = st.builds(QRect, coordinates, coordinates, st.integers(1, 6000), st.integers(1, 4000))


@given(windows, rooms)
def test_a_window_is_wholly_within_its_screen_and_never_larger_than_it_was(wanted: QRect, room: QRect) -> None:
    shown = fitted(wanted, room)
    assert room.contains(shown)
    assert shown.width() == min(wanted.width(), room.width())
    assert shown.height() == min(wanted.height(), room.height())


@given(windows, rooms)
def test_a_window_that_has_room_stays_where_it_is(wanted: QRect, room: QRect) -> None:
    assert fitted(wanted, room) == wanted or not room.contains(wanted)
    assert fitted(fitted(wanted, room), room) == fitted(wanted, room)


@given(windows)
def test_on_a_screen_that_is_too_small_for_anything_sizes_are_left_alone(wanted: QRect) -> None:
    room = QRect(0, 0, SMALLEST.width() - 1, 2000)
    assert not is_workable(room)
    assert fitted(wanted, room) == wanted
