"""Opens projects for the commands."""

from aligner.cli.face import Face
from aligner.usecases.project.session import Session


def opened(face: Face, project: str, *, reviewer: str | None = None, read_only: bool = False) -> Session:
    """The project at this address; what the user should know about its opening is said. Raises as `open_project`."""
    from aligner.usecases.project.opening import open_project  # noqa: PLC0415 - SQLAlchemy: `load` reads its file meanwhile

    session = open_project(project, reviewer or face.reviewer, read_only=read_only)
    for notice in session.notices:
        face.show_problem(notice)
    return session
