"""Make, open and check a project. SQLAlchemy is loaded when the first one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.domain.clock import Clock, utc_now
from aligner.usecases.project.session import Session

if TYPE_CHECKING:
    from aligner.domain.problem import Finding


def new_project(address: str, reviewer: str, *, clock: Clock = utc_now) -> Session:
    """A new, empty project: a file (SQLite) or a postgresql:// address; its times are those of `clock`.

    Raises AlignerError when there is something already or the place cannot be written.
    """
    from aligner.storage.store import create  # noqa: PLC0415 - loads SQLAlchemy

    return Session(create(address, clock=clock), reviewer)


def open_project(address: str, reviewer: str, *, read_only: bool = False, clock: Clock = utc_now) -> Session:
    """The project at this address; its times are those of `clock`.

    Raises AlignerError when it is missing, damaged, of a newer program or no project at all.
    """
    from aligner.storage.store import open_store  # noqa: PLC0415 - loads SQLAlchemy

    return Session(open_store(address, read_only=read_only, clock=clock), reviewer)


def check_project(session: Session) -> list[Finding]:
    """What is wrong with file, schema, journal chain and standing decisions; empty when all is sound."""
    return session.store.check()
