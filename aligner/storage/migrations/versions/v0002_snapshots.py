"""Snapshots, and the earlier states of catalogues that they need."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(operations: Operations) -> None:
    """From schema 1 to schema 2."""
    operations.add_column("catalogue", sa.Column("replaced_by", sa.Integer))
    operations.create_table(
        "snapshot",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("candidates", sa.LargeBinary, nullable=False),
    )
    operations.create_index("snapshot_by_name", "snapshot", ["name"], unique=True)
    operations.create_table(
        "snapshot_catalogue",
        sa.Column("snapshot", sa.Integer, sa.ForeignKey("snapshot.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("catalogue", sa.Integer, sa.ForeignKey("catalogue.id"), nullable=False),
    )
    operations.create_index("snapshot_catalogue_by_catalogue", "snapshot_catalogue", ["catalogue"])
