"""A full pull of the made-up feed, page by page from a server on this machine: how long, how much memory."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from urllib.parse import parse_qs, urlsplit

import psutil

from knowledge.charging.ocpi import parties, rendering
from knowledge.charging.ocpi.reading import Owner
from knowledge.charging.store import LocationRecord
from knowledge.database import Database
from scripts.bench.charging import country
from scripts.console import Problem
from scripts.places import ROOT

GONE = 100  # sites that are on record and not in the feed
OWNER = Owner(country.COUNTRY_CODE, country.PARTY_ID, "Benchmark", None)
POLL = 0.01


@dataclass(frozen=True)
class Pulled:
    """What a pull took; MB that it held at most, and that a command holds which does next to nothing."""

    evses: int
    seconds: float
    memory: float
    idle_memory: float


def measure(database: Database, url: str, evses: int) -> Pulled:
    """Pull the feed into a database that holds it already, and some sites that are gone from it."""
    count = evses // country.EVSES_A_SITE - GONE
    with database.reading() as session:
        records = islice(country.sites(country.towns(session), evses), count)
        with _server(records, count) as address:
            with database.transaction() as writing:
                parties.add(
                    writing, OWNER.country_code, OWNER.party_id, name=OWNER.name, versions_url=address
                )
            idle, _ = _command(url, "list")
            began = time.perf_counter()
            memory, told = _command(url, "pull", country.PARTY, "--full", "--url", address)
            seconds = time.perf_counter() - began
    if not told.startswith(wanted := f"0 sites added, {count} changed, {GONE} removed;"):
        raise Problem(f"The pull came to something else than {wanted!r}: {told}")
    return Pulled(count * country.EVSES_A_SITE, seconds, memory, idle)


def _command(url: str, *arguments: str) -> tuple[float, str]:
    """Run `python -m knowledge ocpi …`; return the most memory that it was seen to hold, and what it said."""
    token = f"OCPI_TOKEN_{OWNER.country_code}_{OWNER.party_id}"
    most = 0
    with psutil.Popen(
        [sys.executable, "-m", "knowledge", "ocpi", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, token: "a token"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        while process.poll() is None:
            # Its own peak would include ours, from which the process was split off.
            with contextlib.suppress(psutil.NoSuchProcess):
                most = max(most, process.memory_info().rss)
            time.sleep(POLL)
        told = process.stdout.read()
    if process.returncode != 0:
        raise Problem(f"`knowledge ocpi {arguments[0]}` failed: its reason is above.")
    return most / 1024**2, told


@contextlib.contextmanager
def _server(records: Iterator[LocationRecord], count: int) -> Iterator[str]:
    """Serve the records as pages of Locations, in the order in which they are asked for, at an address."""
    now = datetime.now(UTC)

    class Pages(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            offset, limit = int(query["offset"][0]), int(query["limit"][0])
            page = [
                rendering.location(replace(each, last_updated=now), OWNER) for each in islice(records, limit)
            ]
            body = json.dumps({"data": page, "status_code": 1000}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("X-Total-Count", str(count))
            if offset + limit < count:
                self.send_header("Link", f'<?offset={offset + limit}&limit={limit}>; rel="next"')
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Keep silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/locations"
        server.shutdown()
        thread.join()
