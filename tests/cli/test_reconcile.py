"""The reconciliation service, asked as OpenRefine asks."""

import json
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from command_line import run

from aligner.cli.reconciling import HOME, MOST_BYTES, Service
from aligner.i18n import translator
from aligner.usecases.catalogues.reconcile import BATCH, PROPERTIES
from aligner.usecases.project.opening import open_project

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def port(loaded_project: Path) -> Iterator[int]:
    """The service at work in a thread of its own, with a session of its own."""
    ready = threading.Event()
    started: list[Service] = []

    def serve() -> None:
        with (
            open_project(str(loaded_project), "tester", read_only=True) as session,
            Service(session, translator("en"), 0) as service,
        ):
            started.append(service)
            ready.set()
            service.serve_forever(poll_interval=0.01)

    thread = threading.Thread(target=serve)
    thread.start()
    assert ready.wait(30)
    yield started[0].server_port
    started[0].shutdown()
    thread.join(30)


def ask(port: int, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, dict[str, str], str]:
    connection = HTTPConnection(HOME, port, timeout=30)
    connection.request(method, path, body, headers | (FORM if body is not None else {}))
    answer = connection.getresponse()
    got = answer.status, dict(answer.getheaders()), answer.read().decode()
    connection.close()
    return got


def objects(port: int, method: str, path: str, body: str | None = None) -> Any:
    status, headers, text = ask(port, method, path, body)
    assert (status, headers["Content-Type"]) == (200, "application/json; charset=utf-8"), text
    return json.loads(text)


def results(port: int, **queries: Any) -> list[dict[str, Any]]:
    """The candidates of one question, asked as OpenRefine does: a form with a JSON text in it."""
    answer = objects(port, "POST", "/", urlencode({"queries": json.dumps({"q0": queries})}))
    listed: list[dict[str, Any]] = answer["q0"]["result"]
    return listed


def test_the_manifest_says_where_everything_is(port: int) -> None:
    manifest = objects(port, "GET", "/")
    assert manifest["versions"] == ["0.2"]
    assert {one["id"] for one in manifest["defaultTypes"]} == {"national", "international"}
    assert manifest["preview"]["url"].startswith(f"http://127.0.0.1:{port}/preview?id=")
    for one in ("identifierSpace", "schemaSpace", "view", "suggest", "extend"):
        assert one in manifest


def test_a_number_is_a_match_and_nothing_else_is(port: int) -> None:
    (best, *_) = results(port, query="GB/T 3001—2019", type="national", limit=3)
    assert (best["id"], best["match"], best["score"]) == ("national:GB/T 3001-2019", True, 100)
    assert best["type"] == [{"id": "national", "name": "national"}]
    undated = results(port, query="ISO 1003", type="international")
    assert {one["match"] for one in undated} == {False}
    assert {one["score"] for one in undated} == {90}
    assert all(not one["match"] for one in results(port, query=best["name"].partition(" ")[2]))


def test_a_type_narrows_the_sides_and_a_limit_the_candidates(port: int) -> None:
    assert {one["type"][0]["id"] for one in results(port, query="ISO 1003", type=["international"])} == {
        "international"
    }
    assert len(results(port, query="ISO 1003", limit=1)) == 1


def test_questions_without_sense_have_no_candidates(port: int) -> None:
    for query in ("", "   ", "zzqqxx", None):
        assert results(port, query=query) == []
    answer = objects(
        port, "GET", "/?" + urlencode({"queries": json.dumps({"q0": 3, "q1": {"query": "ISO 1003:2022"}})})
    )
    assert answer["q0"] == {"result": []}
    assert answer["q1"]["result"][0]["match"]


def test_columns_are_taken_over(port: int) -> None:
    proposed = objects(port, "GET", "/properties?type=national&limit=3")
    assert [one["id"] for one in proposed["properties"]] == list(PROPERTIES[:3])
    wanted = {
        "ids": ["international:ISO 1003:2022", "national:nothing", "x"],
        "properties": [{"id": "published"}, {"id": "fingerprint"}],
    }
    extended = objects(port, "POST", "/", urlencode({"extend": json.dumps(wanted)}))
    assert [one["id"] for one in extended["meta"]] == ["published"]
    assert extended["rows"]["international:ISO 1003:2022"]["published"][0]["str"].startswith("2022")
    assert extended["rows"]["national:nothing"] == {"published": []}


def test_suggestions_for_what_is_typed(port: int) -> None:
    entities = objects(port, "GET", "/suggest/entity?prefix=ISO+1003")["result"]
    assert "international:ISO 1003:2022" in {one["id"] for one in entities}
    assert [one["id"] for one in objects(port, "GET", "/suggest/type?prefix=inter")["result"]] == ["international"]
    assert [one["id"] for one in objects(port, "GET", "/suggest/property?prefix=ics")["result"]] == ["ics"]


def test_a_preview_is_a_page_without_scripts(port: int) -> None:
    status, headers, page = ask(port, "GET", "/preview?" + urlencode({"id": "national:GB/T 3001-2019"}))
    assert status == 200
    assert "GB/T 3001-2019" in page
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert ask(port, "GET", "/preview?id=national:nothing")[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "", "192.168.0.1"])
def test_another_name_for_this_computer_is_refused(host: str, port: int) -> None:
    assert ask(port, "GET", "/", Host=host)[0] == 421


def test_pages_of_other_sites_get_nothing_and_those_of_this_computer_may_read(port: int) -> None:
    assert ask(port, "GET", "/", Origin="https://evil.example")[0] == 403
    assert ask(port, "GET", "/", Origin="null")[0] == 403
    status, headers, _ = ask(port, "GET", "/", Origin="http://127.0.0.1:3333")
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "http://127.0.0.1:3333")


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/nothing", None, 404),
        ("GET", "/?queries=%7B", None, 400),
        ("GET", "/?queries=%5B%5D", None, 400),
        ("POST", "/", urlencode({"queries": "[" * 100_000}), 400),
        ("POST", "/", urlencode({"queries": json.dumps({f"q{n}": {"query": "x"} for n in range(BATCH + 1)})}), 413),
        ("POST", "/", "queries=" + "x" * MOST_BYTES, 413),
        ("PUT", "/", "", 501),
    ],
)
def test_what_is_no_question_is_refused_and_the_service_goes_on(
    method: str, path: str, body: str | None, status: int, port: int
) -> None:
    try:
        assert ask(port, method, path, body)[0] == status
    except (BrokenPipeError, ConnectionResetError):
        assert status == 413  # it does not read what it will not answer
    assert ask(port, "GET", "/")[0] == 200


def test_a_port_in_use_is_told(loaded_project: Path, port: int) -> None:
    outcome = run("reconcile", loaded_project, "--port", port)
    assert outcome.code == 1
    assert f"Port {port} cannot be used" in outcome.err
