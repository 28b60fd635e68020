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
        if _hand_over(self._name, files):
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
        """Read one line of each start; it is short and sent at once, so waiting for it takes no time to speak of."""
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        while not socket.canReadLine() and socket.waitForReadyRead(PATIENCE):
            pass
        line = bytes(socket.readLine().data())
        socket.close()
        try:
            names = json.loads(line)
        except ValueError:
            return
        if isinstance(names, list):
            self.asked.emit([name for name in names if isinstance(name, str)])


def _hand_over(name: str, files: list[str]) -> bool:
    """Send the files to the instance that listens under this name; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(json.dumps(files).encode() + b"\n")
    while socket.bytesToWrite() and socket.waitForBytesWritten(PATIENCE):
        pass
    socket.disconnectFromServer()
    return True


def _name_of_user() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "user"
    return f"aligner-{hashlib.sha256(user.encode()).hexdigest()[:12]}"
