"""Makes and opens projects in a PostgreSQL database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select, update
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from aligner.addresses import shown
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.file import header
from aligner.storage.file.engine import Opened, is_writing, reading, writing
from aligner.storage.file.server import passwords, rules
from aligner.storage.tables import schema

CONNECTING = {
    "connect_timeout": 5,  # seconds
    "application_name": "Aligner",
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,  # milliseconds: a server that went silent is noticed by then
    "options": "-c lock_timeout=5s -c statement_timeout=120s -c idle_in_transaction_session_timeout=60s",
}
"""How long is waited for a connection, for another who writes, for an answer; what an address says comes first."""


def engine_of(address: str) -> Engine:
    """Connections to the database; raises AlignerError when the package for it is not installed."""
    known_by = passwords.remember(address)
    try:
        url = make_url(known_by).set(drivername="postgresql+psycopg")
        password = passwords.of(known_by)
        if password:
            url = url.set(password=password)
        options = {name: value for name, value in CONNECTING.items() if name not in url.query}
        engine = create_engine(url, paramstyle="format", pool_pre_ping=True, connect_args=options)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise AlignerError(
            N_(
                "Projects on PostgreSQL need one more package. Install it beside this program, "
                'as in: pip install "psycopg[binary]".'
            )
        ) from error
    except (ArgumentError, ValueError):  # which quote what they could not read: perhaps a password
        raise AlignerError(N_("“{address}” is not a database address."), address=known_by) from None
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    if is_writing(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({rules.LOCK})")


def create(address: str) -> Opened:
    """A new, empty project; raises AlignerError when the database holds one already."""
    with _disposed_on_error(engine_of(address)) as engine, writing(address, engine) as connection:
        if inspect(connection).has_table(schema.change.name):
            raise AlignerError(N_("“{project}” already exists; choose another name."), project=shown(address))
        _upgrade(connection, 0)
        connection.execute(insert(schema.setting).values(name=schema.NUMBER_SETTING, value=str(schema.SCHEMA_NUMBER)))
        rules.install(connection)
        role = _role(connection)
    return Opened(shown(address), engine, None, role=role)


def open_project(address: str, read_only: bool) -> Opened:
    """Connections to an existing project, brought up to date; raises AlignerError when it cannot be opened."""
    with _disposed_on_error(engine_of(address)) as engine:
        with reading(address, engine) as connection:
            number = _number(connection)
            role, may_write, owns = _role(connection), False, False
            if number is not None:
                may_write, owns = _rights(connection)
                known_rules = rules.installed(connection)
        if number is None:
            raise AlignerError(
                N_("There is no project in “{project}”. To begin one, use: aligner new"), project=shown(address)
            )
        _refuse_newer(address, number)
        is_behind = number < schema.SCHEMA_NUMBER or known_rules < rules.NUMBER
        if not owns and number < schema.SCHEMA_NUMBER and not schema.is_read_like_the_newest(number):
            raise _to_be_prepared(address)
        if read_only and not schema.is_read_like_the_newest(number):
            raise header.older(shown(address))
        if is_behind and not read_only:
            if not owns:
                raise _to_be_prepared(address)
            with writing(address, engine) as connection:
                bring_up_to_date(connection)
    notices = () if read_only or may_write else (Finding("observer", OBSERVER, {"role": role}),)
    return Opened(shown(address), engine, None, read_only or not may_write, notices, role=role)


OBSERVER = N_("“{role}” may only read this project: nothing can be changed. The secretary of the project gives rights.")


def refuse_newer(address: str, connection: Connection) -> None:
    """Raise AlignerError for a project of a newer program."""
    _refuse_newer(address, _number(connection) or 0)


def _refuse_newer(address: str, number: int) -> None:
    if number > schema.SCHEMA_NUMBER:
        raise header.newer(shown(address), number)


def bring_up_to_date(connection: Connection) -> None:
    """Migrate the tables and lay down the rules, as their owner."""
    _upgrade(connection, _number(connection) or 0)
    connection.execute(
        update(schema.setting)
        .where(schema.setting.c.name == schema.NUMBER_SETTING)
        .values(value=str(schema.SCHEMA_NUMBER))
    )
    rules.install(connection)


def _to_be_prepared(address: str) -> AlignerError:
    return AlignerError(
        N_(
            "The project {address} must be prepared for this version of the program first. Ask whoever runs the "
            "server to use: aligner server prepare"
        ),
        address=shown(address),
    )


def _role(connection: Connection) -> str:
    role: str = connection.exec_driver_sql("SELECT session_user").scalar_one()
    return role


def _rights(connection: Connection) -> tuple[bool, bool]:
    """Whether the role that is logged in may add to the journal, and whether the tables are its own."""
    query = """
        SELECT has_table_privilege(oid, 'INSERT'), pg_has_role(session_user, relowner, 'MEMBER')
        FROM pg_class WHERE oid = 'change'::regclass
    """
    may_write, owns = connection.exec_driver_sql(query).one()
    return bool(may_write), bool(owns)


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
