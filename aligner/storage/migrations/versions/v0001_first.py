"""Catalogues, candidates, the journal and what it leaves standing, settings."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(operations: Operations) -> None:
    """From nothing to schema 1."""
    _catalogues(operations)
    _candidates(operations)
    _journal(operations)
    operations.create_table(
        "setting",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _catalogues(operations: Operations) -> None:
    operations.create_table(
        "catalogue",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("loaded_at", sa.Text, nullable=False),
        sa.Column("reference_date", sa.Text, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("standards", sa.Integer, nullable=False),
        sa.Column("mapping", sa.Text, nullable=False),
        sa.Column("program_version", sa.Text, nullable=False),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("checksum", sa.Text, nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
    )
    operations.create_table(
        "standard",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("catalogue", sa.Integer, sa.ForeignKey("catalogue.id"), nullable=False),
        sa.Column("designation", sa.Text, nullable=False),
        sa.Column("work", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    operations.create_index("standard_by_catalogue", "standard", ["catalogue"])


def _candidates(operations: Operations) -> None:
    operations.create_table(
        "candidate",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("national", sa.Text, nullable=False),
        sa.Column("work", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    operations.create_index("candidate_by_national", "candidate", ["national", "rank"])
    operations.create_index("candidate_by_work", "candidate", ["work"])
    operations.create_table(
        "matching_run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("recipe", sa.Text, nullable=False),
        sa.Column("inputs", sa.Text, nullable=False),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("checksum", sa.Text, nullable=False),
        sa.Column("program_version", sa.Text, nullable=False),
    )


def _journal(operations: Operations) -> None:
    operations.create_table(
        "change",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("rows", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer),
        sa.Column("hash", sa.Text, nullable=False),
    )
    operations.create_index("change_by_reviewer", "change", ["reviewer", "id"])
    operations.create_index("change_by_undone", "change", ["undoes"])
    operations.create_table(
        "standing",
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("first_key", sa.Text, primary_key=True),
        sa.Column("second_key", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
