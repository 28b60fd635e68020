"""Projects of a team, in a PostgreSQL database; needs the optional extra `team`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select, update
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.storage.file import header
from aligner.storage.file.engine import Opened, is_writing, reading, writing
from aligner.storage.tables import schema

_LOCK = 0x414C4E52
"""Number of the lock that whoever writes takes first: the chain of changes has one end."""


def is_server(address: str) -> bool:
    """Whether this is the address of a PostgreSQL database rather than a path."""
    return address.startswith(("postgresql:", "postgresql+psycopg:", "postgres:"))


def shown(address: str) -> str:
    """The address as it may be shown: without a password."""
    return re.sub(r"(?<=//)([^:/@]*):[^@]*@", r"\1:***@", address)


def engine_of(address: str) -> Engine:
    """Connections to the database; raises AlignerError when the package for it is not installed."""
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(url, paramstyle="format")
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise AlignerError(
            N_(
                "Projects on PostgreSQL need one more package. Install it beside this program, "
                'as in: pip install "psycopg[binary]".'
            )
        ) from error
    except (ArgumentError, ValueError) as error:
        raise AlignerError(N_("“{address}” is not a database address."), address=shown(address)) from error
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    if is_writing(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def create(address: str) -> Opened:
    """A new, empty project; raises AlignerError when the database holds one already."""
    with _disposed_on_error(engine_of(address)) as engine, writing(address, engine) as connection:
        if inspect(connection).has_table(schema.change.name):
            raise AlignerError(N_("“{project}” already exists; choose another name."), project=shown(address))
        _upgrade(connection, 0)
        connection.execute(insert(schema.setting).values(name=schema.NUMBER_SETTING, value=str(schema.SCHEMA_NUMBER)))
    return Opened(address, engine, None)


def open_project(address: str, read_only: bool) -> Opened:
    """Connections to an existing project, brought up to date; raises AlignerError when it cannot be opened."""
    with _disposed_on_error(engine_of(address)) as engine:
        with reading(address, engine) as connection:
            number = _number(connection)
        if number is None:
            raise AlignerError(
                N_("There is no project in “{project}”. To begin one, use: aligner new"), project=shown(address)
            )
        if number > schema.SCHEMA_NUMBER:
            raise header.newer(shown(address), number)
        if read_only and not schema.is_read_like_the_newest(number):
            raise header.older(shown(address))
        if number < schema.SCHEMA_NUMBER and not read_only:
            with writing(address, engine) as connection:
                _upgrade(connection, _number(connection) or 0)
                connection.execute(
                    update(schema.setting)
                    .where(schema.setting.c.name == schema.NUMBER_SETTING)
                    .values(value=str(schema.SCHEMA_NUMBER))
                )
    return Opened(address, engine, None, read_only)


@contextmanager
def _disposed_on_error(engine: Engine) -> Iterator[Engine]:
    """Lets go of all connections when the project cannot be used after all."""
    try:
        yield engine
    except BaseException:
        engine.dispose()
        raise


def _number(connection: Connection) -> int | None:
    if not inspect(connection).has_table(schema.setting.name):
        return None
    value = connection.execute(select(schema.setting.c.value).where(schema.setting.c.name == schema.NUMBER_SETTING))
    text = value.scalar_one_or_none()
    return None if text is None else int(text)


def _upgrade(connection: Connection, number: int) -> None:
    from aligner.storage.migrations.upgrade import upgrade  # noqa: PLC0415 - loads Alembic, half a second

    upgrade(connection, number)
