"""Runs the migrations, without any configuration file.

Importing this module loads Alembic, which takes half a second; callers do so only when there is something to do.
"""

from collections.abc import Callable

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from aligner.storage.migrations.versions import (
    v0001_first,
    v0002_snapshots,
    v0003_columns,
    v0004_seals,
    v0005_steps,
    v0006_joining,
)

Upgrade = Callable[[Operations], None]

UPGRADES: tuple[Upgrade, ...] = (
    v0001_first.upgrade,
    v0002_snapshots.upgrade,
    v0003_columns.upgrade,
    v0004_seals.upgrade,
    v0005_steps.upgrade,
    v0006_joining.upgrade,
)
"""The step to schema 1, to schema 2, ..."""


def upgrade(connection: Connection, number: int) -> None:
    """Bring a project of schema `number` (0: an empty database) to the newest one, in the caller's transaction."""
    operations = Operations(MigrationContext.configure(connection))
    for step in UPGRADES[number:]:
        step(operations)
