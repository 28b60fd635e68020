"""A project on a server made ready for its people: tables, rules and rights, in one transaction."""

from collections.abc import Sequence

from sqlalchemy import inspect

from aligner.addresses import is_server
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.storage.file.engine import reading, writing
from aligner.storage.file.server import opening, rights
from aligner.storage.file.server.rights import Group, Member
from aligner.storage.tables import schema


def prepare(address: str, members: Sequence[tuple[str, Group]]) -> list[Member]:
    """Make the project when there is none, bring it up to date, and give these roles their rights.

    Doing it again changes only what is new. Raises AlignerError when the address is no server's, or when the role that
    is logged in may not do this.
    """
    if not is_server(address):
        raise AlignerError(N_("“{address}” is not the address of a PostgreSQL database."), address=address)
    engine = opening.engine_of(address)
    try:
        with reading(address, engine) as connection:
            is_there = inspect(connection).has_table(schema.setting.name)
        if not is_there:
            opening.create(address).engine.dispose()
        with writing(address, engine) as connection:
            if is_there:
                opening.refuse_newer(address, connection)
                opening.bring_up_to_date(connection)
            return rights.grant(connection, members)
    finally:
        engine.dispose()
