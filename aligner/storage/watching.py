"""Waits for steps of others: a server tells of them, a file is looked at now and then. Who is where, on a server."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import Connection, Engine

from aligner.storage.contract import Watch
from aligner.storage.file.engine import sentences
from aligner.storage.file.refusals import refusal
from aligner.storage.file.server.rules import CHANNEL

MARK = "Aligner: "
"""Begins the name under which a connection is listed by the server; behind it comes the row its user looks at."""

LONGEST = 63
"""Bytes of that name, by PostgreSQL's own limit."""


class FileWatch(Watch):
    """Nobody tells of what is written to a file: whoever waits looks again after a while."""

    def __init__(self) -> None:
        self._stopped = Event()

    def wait(self, seconds: float) -> None:
        """Wait that long, or until it is stopped."""
        self._stopped.wait(seconds)

    def stand_at(self, row: str) -> None:
        """Nobody can be told."""

    def others(self) -> list[tuple[str, str]]:
        """Nobody is known of."""
        return []

    def stop(self) -> None:
        """Let whoever waits go on."""
        self._stopped.set()

    def close(self) -> None:
        """Nothing is held."""


class ServerWatch(Watch):
    """A connection of its own that listens; its name tells the others where its user is, and goes with it."""

    def __init__(self, address: str, engine: Engine) -> None:
        self._address, self._engine = address, engine
        self._connection: Connection | None = None
        self._row, self._told = "", ""
        self._stopped = False

    def wait(self, seconds: float) -> None:
        """Wait until somebody has recorded something, that long at most. Raises Unreachable when the server is gone."""
        until = time.monotonic() + seconds
        with self._connected() as connection:
            while not self._stopped and (left := until - time.monotonic()) > 0:
                if next(connection.notifies(timeout=min(left, 0.25), stop_after=1), None) is not None:
                    return
                if self._row != self._told:
                    self._tell(connection)
                    return

    def stand_at(self, row: str) -> None:
        """Let the others know which row the user is on; they are told by the thread that waits."""
        self._row = row

    def others(self) -> list[tuple[str, str]]:
        """Who else has the project open, and the row each is on ("" for none that is known)."""
        query = """
            SELECT usename, application_name FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE %s
            ORDER BY backend_start
        """
        with self._connected() as connection:
            rows = connection.execute(query, (MARK + "%",)).fetchall()
        return [(role, unquote(name.removeprefix(MARK))) for role, name in rows]

    def stop(self) -> None:
        """Let whoever waits go on within a quarter of a second."""
        self._stopped = True

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.invalidate()  # it listens: nobody else is to get it
            self._connection.close()
            self._connection = None

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        """The driver's own connection, made anew after the server was gone."""
        try:
            with sentences(self._address):
                connection = self._listening()
                try:
                    yield connection
                except connection.Error as error:  # past SQLAlchemy, which would know it
                    raise refusal(self._address, error) or error from error
        except BaseException:
            self.close()
            raise

    def _listening(self) -> Any:
        if self._connection is None:
            self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            driver: Any = self._connection.connection.driver_connection
            driver.execute(f"LISTEN {CHANNEL}")
            self._told = ""
            self._tell(driver)
        return self._connection.connection.driver_connection

    def _tell(self, connection: Any) -> None:
        row = self._row
        connection.execute("SELECT set_config('application_name', %s, false)", (_name(row),))
        self._told = row


def _name(row: str) -> str:
    """A row as the server can list it: in plain letters, and none rather than half of one."""
    name = MARK + quote(row, safe=" /.:-()")
    return name if len(name) <= LONGEST else MARK
