import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from aligner.gui.surroundings.collector import MANY, RubbishCollector
from aligner.gui.surroundings.context import Context


@pytest.fixture
def collector(context: Context) -> Iterator[RubbishCollector]:
    collector = RubbishCollector(context)
    yield collector
    collector.stop()


class Circle:
    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_looked_for_by_a_timer_of_the_window_only(collector: RubbishCollector) -> None:
    assert not gc.isenabled()
    assert [timer.isActive() for timer in collector.findChildren(QTimer)] == [True]
    collector.stop()
    assert gc.isenabled()


def test_circles_are_found(collector: RubbishCollector) -> None:
    gc.collect()
    circle = weakref.ref(Circle())
    assert circle() is not None
    collector.look()
    assert circle() is None


def test_whole_catalogues_are_spared_until_the_project_is_closed(collector: RubbishCollector, context: Context) -> None:
    gc.collect()
    frozen = gc.get_freeze_count()
    catalogue = [[number] for number in range(MANY + 1)]
    collector.look()
    assert gc.get_freeze_count() - frozen > len(catalogue)
    context.project_changed.emit()
    assert gc.get_freeze_count() == 0
