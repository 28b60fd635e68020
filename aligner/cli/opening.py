"""Opens projects for the commands."""

from typing import TYPE_CHECKING

from aligner.cli.face import Face
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_

if TYPE_CHECKING:
    from aligner.usecases.project.session import Session


def opened(
    face: Face, project: str, *, reviewer: str | None = None, read_only: bool = False, decides: bool = False
) -> "Session":
    """The project at this address; what the user should know about its opening is said. Raises as `open_project`.

    A command that `decides`, or proposes what to decide, works on decisions with their editions: those of old projects
    are brought along first.
    """
    from aligner.usecases.project.opening import open_project  # noqa: PLC0415 - SQLAlchemy: `load` reads its file meanwhile

    session = open_project(project, reviewer or face.reviewer, read_only=read_only)
    if reviewer is not None and session.reviewer != reviewer:
        session.close()
        raise AlignerError(
            N_("You are logged in as “{role}” and cannot sign as “{reviewer}”."),
            role=session.reviewer,
            reviewer=reviewer,
        )
    if decides:
        from aligner.usecases.review.bringing_along import bring_editions_along  # noqa: PLC0415 - as above

        bring_editions_along(session)
    for notice in session.notices:
        face.show_problem(notice)
    return session
