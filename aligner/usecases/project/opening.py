"""Make, open and check a project."""

from aligner.domain.problem import Finding
from aligner.storage.store import create, open_store
from aligner.usecases.project.session import Session


def new_project(address: str, reviewer: str) -> Session:
    """A new, empty project: a file (SQLite) or a postgresql:// address.

    Raises AlignerError when there is something already or the place cannot be written.
    """
    return Session(create(address), reviewer)


def open_project(address: str, reviewer: str, *, read_only: bool = False) -> Session:
    """The project at this address.

    Raises AlignerError when it is missing, damaged, of a newer program or no project at all.
    """
    return Session(open_store(address, read_only=read_only), reviewer)


def check_project(session: Session) -> list[Finding]:
    """What is wrong with file, schema, journal chain and standing decisions; empty when all is sound."""
    return session.store.check()
