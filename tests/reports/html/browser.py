"""A headless Chromium that opens a page and clicks as a reader does."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""The browser of the system, None where there is none."""

_PLACED = """
import fcntl, os, sys
take, give = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(take, 3)
os.dup2(give, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Runs a command with two pipes where a browser looks for them: it reads from 3 and writes to 4."""


class Browser:
    """One page in one browser, spoken to over a pair of pipes; gathers what the page complained of."""

    def __init__(self, file: Path, home: Path) -> None:
        assert CHROMIUM is not None
        take, self._ours_out = os.pipe()
        self._ours_in, give = os.pipe()
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1366,768")
        command = [CHROMIUM, *options, "--remote-debugging-pipe", f"--user-data-dir={home}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PLACED, str(take), str(give), *command],
            pass_fds=(take, give),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(take)
        os.close(give)
        self._read, self._number, self.complaints = b"", 0, list[str]()
        self.asked_for: list[str] = []
        self._session: str | None = None
        target = next(one for one in self._ask("Target.getTargets")["targetInfos"] if one["type"] == "page")
        attached = self._ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._ask(f"{domain}.enable")
        self._ask("Page.navigate", url=file.as_uri())
        self._until("Page.loadEventFired")
        self._ask("Runtime.evaluate", expression="ready", awaitPromise=True)  # the page unpacks what it shows

    def run(self, script: str) -> Any:
        """What a script gives in the page."""
        found = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def text(self, selector: str) -> str:
        """The text of an element as it is shown."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def click(self, selector: str) -> None:
        """Press and release the mouse in the middle of an element."""
        x, y = self.run(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)});"
            "one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def choose(self, selector: str, value: str) -> None:
        """Take an entry of a list."""
        self.run(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)}); one.value = {json.dumps(value)};"
            "one.dispatchEvent(new Event('change')); })()"
        )

    def type(self, selector: str, text: str) -> None:
        """Click into a field and type."""
        self.click(selector)
        self._ask("Input.insertText", text=text)

    def close(self) -> None:
        """End the browser."""
        self._session = None
        self._ask("Browser.close")
        self._process.wait(timeout=30)
        os.close(self._ours_in)
        os.close(self._ours_out)

    def _ask(self, method: str, **given: Any) -> Any:
        self._number += 1
        asked: dict[str, Any] = {"id": self._number, "method": method, "params": given}
        if self._session is not None:
            asked["sessionId"] = self._session
        os.write(self._ours_out, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._number:
                assert "error" not in told, told
                return told["result"]

    def _until(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> Any:
        while b"\0" not in self._read:
            piece = os.read(self._ours_in, 1 << 16)
            assert piece, "the browser ended"
            self._read += piece
        one, _, self._read = self._read.partition(b"\0")
        told = json.loads(one)
        match told.get("method"):
            case "Log.entryAdded" | "Runtime.exceptionThrown" | "Runtime.consoleAPICalled":
                self.complaints.append(json.dumps(told["params"]))
            case "Network.requestWillBeSent":
                self.asked_for.append(told["params"]["request"]["url"])
        return told
