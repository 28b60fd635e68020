"""The tables stay as they are: from schema 6 on the journal may hold the steps of another copy of the project.

Why that needs a number of its own is said in `v0005_steps`.
"""

from alembic.operations import Operations


def upgrade(_operations: Operations) -> None:
    """From schema 5 to schema 6."""
