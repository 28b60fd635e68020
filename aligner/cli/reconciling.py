"""The reconciliation service on this computer: HTTP on the loopback address, for OpenRefine and programs like it.

Nothing leaves the computer: other computers cannot reach the address, a Host that is not this computer is refused
(a page in a browser could let its name point here), and pages of other sites get no answer.
"""

import json
from collections.abc import Callable, Mapping
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from aligner.i18n import Translator
from aligner.usecases.catalogues import reconcile
from aligner.usecases.project.session import Session

HOME: Final = "127.0.0.1"
OWN_NAMES: Final = frozenset({HOME, "localhost"})
MOST_BYTES: Final = 1_000_000
"""A question about fifty cells has a few kilobytes."""

SECONDS: Final = 10
"""A connection that says nothing for so long is closed; the service answers one after the other."""

_SHOWN: Final = ("title", "title_en", "status", "published", "committee", "ics", "replaced_by")

Answer = dict[str, Any]


class Refused(Exception):
    """A question that gets no answer, and the status that says why."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


class Service(HTTPServer):
    """Answers on the loopback address only; `port` 0 takes one that is free. Raises OSError when it is taken."""

    def __init__(self, session: Session, translate: Translator, port: int) -> None:
        super().__init__((HOME, port), _Questions)
        self.session = session
        self.translate = translate

    @property
    def url(self) -> str:
        """The address to give to OpenRefine."""
        return f"http://{HOME}:{self.server_port}/"

    def answer(self, path: str, asked: Mapping[str, str]) -> Answer | str:
        """What a question gets: an object, or a page as text. Raises Refused."""
        translate = self.translate
        match path:
            case "/" if "queries" in asked:
                return reconcile.reconciled(self.session, _batch(asked["queries"]), translate)
            case "/" if "extend" in asked:
                return reconcile.extended(self.session, _object(asked["extend"]), translate)
            case "/":
                return reconcile.manifest(self.url, translate)
            case "/suggest/entity" | "/suggest/property" | "/suggest/type":
                kind = path.rpartition("/")[2]
                return reconcile.suggested(self.session, kind, asked.get("prefix", ""), translate)
            case "/properties":
                limit = asked.get("limit", "")
                return reconcile.proposed(asked.get("type", ""), int(limit) if limit.isdecimal() else 99, translate)
            case "/preview":
                return _preview(reconcile.values_of(self.session, asked.get("id", "")), translate)
            case _:
                raise Refused(HTTPStatus.NOT_FOUND)


class _Questions(BaseHTTPRequestHandler):
    """One connection."""

    server: Service
    timeout = SECONDS
    server_version = "Aligner"
    sys_version = ""

    def do_GET(self) -> None:
        """Questions in the address."""
        self._answer(lambda: {})

    def do_POST(self) -> None:
        """Questions in a form."""
        self._answer(self._form)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Nothing: what is asked stays between the two programs."""

    def _answer(self, form: Callable[[], dict[str, str]]) -> None:
        try:
            self._refuse_others()
            asked = urlsplit(self.path)
            answer = self.server.answer(asked.path, _first_of(asked.query) | form())
        except Refused as refused:
            self.close_connection = True
            self.send_error(refused.status)
            return
        is_page = isinstance(answer, str)
        content = (answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{'text/html' if is_page else 'application/json'}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.send_header("Cache-Control", "no-store")
        if origin := self.headers.get("Origin"):  # one of this computer: others were refused
            self.send_header("Access-Control-Allow-Origin", origin)
            self.send_header("Vary", "Origin")
        self.end_headers()
        self.wfile.write(content)

    def _refuse_others(self) -> None:
        """Whoever calls this computer by another name, or comes from a page of another site. Raises Refused."""
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in OWN_NAMES:
            raise Refused(HTTPStatus.MISDIRECTED_REQUEST)
        origin = self.headers.get("Origin")
        if origin and urlsplit(origin).hostname not in OWN_NAMES:
            raise Refused(HTTPStatus.FORBIDDEN)

    def _form(self) -> dict[str, str]:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            raise Refused(HTTPStatus.LENGTH_REQUIRED)
        if int(length) > MOST_BYTES:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return _first_of(self.rfile.read(int(length)).decode("utf-8", errors="replace"))


def _first_of(encoded: str) -> dict[str, str]:
    """The first value of each name in a query or a form."""
    try:
        return {name: values[0] for name, values in parse_qs(encoded, max_num_fields=100).items()}
    except ValueError as error:
        raise Refused(HTTPStatus.BAD_REQUEST) from error


def _object(text: str) -> Answer:
    """A JSON object. Raises Refused for anything else."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(HTTPStatus.BAD_REQUEST) from error
    if not isinstance(read, dict):
        raise Refused(HTTPStatus.BAD_REQUEST)
    return read


def _batch(text: str) -> Answer:
    """The questions of one batch. Raises Refused when there are too many."""
    read = _object(text)
    if len(read) > reconcile.BATCH:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return read


def _preview(values: Mapping[str, Any], translate: Translator) -> str:
    """A small page about one standard; what the catalogue says is text and no markup."""
    if not values:
        raise Refused(HTTPStatus.NOT_FOUND)
    number = escape(str(values["designation"]))
    rows = "".join(
        f"<p>{escape(one['name'])}: {escape(str(values[one['id']]))}</p>"
        for one in reconcile.proposed("", len(reconcile.PROPERTIES), translate)["properties"]
        if one["id"] in _SHOWN and values.get(one["id"])
    )
    style = "body{font:13px sans-serif;margin:8px}p{margin:3px 0}"
    return f"<!doctype html><meta charset=utf-8><title>{number}</title><style>{style}</style><h3>{number}</h3>{rows}"
