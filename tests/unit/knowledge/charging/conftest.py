"""A database with an operator, and an operator's server that is asked for its feed."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest

from knowledge.charging.ocpi import parties
from knowledge.database import Database
from knowledge.migrations import migrate


class Server:
    """An operator's OCPI server: answers what `answers` holds for a path, and notes what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], Any]] = {}
        self.asked: list[tuple[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers.get("Authorization", "")))
                parts = urlsplit(self.path)
                status, headers, body = outer.answers.get(self.path) or outer.answers.get(
                    parts.path, (404, {}, {})
                )
                raw = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(raw))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *arguments: Any) -> None:
                """Keep silent."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    def answer(self, path: str, data: Any, **headers: str) -> None:
        """Answer a path with data in OCPI's envelope."""
        body = {"data": data, "status_code": 1000, "timestamp": "2026-11-21T00:00:00Z"}
        self.answers[path] = (200, {name.replace("_", "-"): value for name, value in headers.items()}, body)

    def with_modules(self, *modules: str) -> None:
        """Answer versions, and endpoints with these modules."""
        self.answer(
            "/versions", [{"version": "2.1.1", "url": "x"}, {"version": "2.2.1", "url": f"{self.url}/221"}]
        )
        listed = [{"identifier": each, "role": "SENDER", "url": f"{self.url}/{each}"} for each in modules]
        receiver = {"identifier": "locations", "role": "RECEIVER", "url": f"{self.url}/other"}
        self.answer("/221", {"version": "2.2.1", "endpoints": [*listed, receiver]})

    def close(self) -> None:
        """Stop."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    running.with_modules("locations", "tariffs")
    running.answer("/tariffs", [])
    yield running
    running.close()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with the tables and the operator MY*ONE."""
    migrate(database_url)
    with Database(database_url) as opened:
        with opened.transaction() as session:
            parties.add(session, "MY", "ONE", name="One", network="OneNet")
        yield opened


@pytest.fixture
def operator(database: Database) -> parties.Operator:
    with database.reading() as session:
        return parties.find(session, "MY*ONE")
