import gc

import pytest
from PySide6.QtCore import QTimer

from aligner.gui.rubbish import RubbishCollector


@pytest.fixture(autouse=True)
def _usual_collection() -> object:
    yield
    gc.unfreeze()
    gc.enable()


def test_garbage_is_looked_for_by_a_timer_of_the_window_only(qapp: object) -> None:  # noqa: ARG001 - for timers
    collector = RubbishCollector()
    assert not gc.isenabled()
    assert [timer.isActive() for timer in collector.findChildren(QTimer)] == [True]
    collector.stop()
    assert gc.isenabled()
