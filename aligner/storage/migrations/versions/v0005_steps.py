"""The tables stay as they are: from schema 5 on the journal may hold the step that records adopted editions.

A program that does not know a kind of step cannot read the journal. Each new kind therefore comes with a new schema
number, so that an earlier program says that the project was saved by a newer one instead of calling it damaged.
"""

from alembic.operations import Operations


def upgrade(_operations: Operations) -> None:
    """From schema 4 to schema 5."""
