"""One window for each user: a second start hands its files to the first."""

import getpass
import hashlib
import json

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 500
"""Milliseconds to wait for the answer of the first instance."""


class SingleInstance(QObject):
    """The first one listens under a name that is the user's own."""

    asked = Signal(list)
    """Names of files that a second start was given."""

    def __init__(self, name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name or _name_of_user()
        self._server: QLocalServer | None = None

    def is_first(self, files: list[str]) -> bool:
        """Whether no window is open yet; if one is, it gets the files."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE):
            socket.write(json.dumps(files).encode() + b"\n")
            socket.waitForBytesWritten(PATIENCE)
            socket.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._name)  # left over from an instance that was killed
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._listen)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    def _listen(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            names = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            return
        if isinstance(names, list):
            self.asked.emit([name for name in names if isinstance(name, str)])


def _name_of_user() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "user"
    return f"aligner-{hashlib.sha256(user.encode()).hexdigest()[:12]}"
