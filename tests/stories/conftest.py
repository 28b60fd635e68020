"""The faces that every story is told over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NO_QT

from .faces import ApiFace, CommandLineFace, Face

if not NO_QT:
    from tests.gui.conftest import garbage_of_this_thread, no_garbage_left, preferences, window  # noqa: F401 - fixtures

    from .window_face import window_face

FACES: dict[str, Callable[[Path], Face]] = {"command line": CommandLineFace, "python": ApiFace}
WINDOWS = {} if NO_QT else {"window by keyboard": "keyboard", "window by mouse": "mouse"}
"""The window, and what it is worked in with."""


@pytest.fixture(params=[*FACES, *WINDOWS])
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Face:
    """A face on a new project."""
    project = tmp_path / "ours.aligner"
    if request.param in FACES:
        return FACES[request.param](project)
    return window_face(
        project, WINDOWS[request.param], request.getfixturevalue("window"), request.getfixturevalue("qtbot")
    )
