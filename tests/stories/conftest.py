"""The faces that every story is told over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from a_server import SECRET
from conftest import NO_QT

from .faces import COMMITTEE, ApiFace, CommandLineFace, Face

if not NO_QT:
    from tests.gui.conftest import garbage_of_this_thread, no_garbage_left, preferences, window  # noqa: F401 - fixtures

    from .window_face import window_face

FACES: dict[str, Callable[[Path | str], Face]] = {"command line": CommandLineFace, "python": ApiFace}
ON_A_SERVER = {f"{name}, on a server": face for name, face in FACES.items()}
WINDOWS = {} if NO_QT else {"window by keyboard": "keyboard", "window by mouse": "mouse"}
"""The window, and what it is worked in with."""


@pytest.fixture(params=[*FACES, *ON_A_SERVER, *WINDOWS])
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Face:
    """A face on a new project."""
    if request.param in ON_A_SERVER:
        server, database = request.getfixturevalue("postgresql"), request.getfixturevalue("database")
        for name in COMMITTEE:
            server.role(name)
        request.getfixturevalue("monkeypatch").setenv("PGPASSWORD", SECRET)
        return ON_A_SERVER[request.param](server.address(database, secret=None))
    project = tmp_path / "ours.aligner"
    if request.param in FACES:
        return FACES[request.param](project)
    return window_face(
        project, WINDOWS[request.param], request.getfixturevalue("window"), request.getfixturevalue("qtbot")
    )
