"""The faces that every story is told over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .faces import ApiFace, CommandLineFace, Face

FACES: dict[str, Callable[[Path], Face]] = {"command line": CommandLineFace, "python": ApiFace}


@pytest.fixture(params=FACES)
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Face:
    """A face on a new project."""
    return FACES[request.param](tmp_path / "ours.aligner")
