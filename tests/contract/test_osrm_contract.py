"""The client for OSRM, held against answers as osrm-routed 5.27 gives them."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from knowledge.geography import Point
from knowledge.journeys.osrm import Osrm, OsrmError
from knowledge.journeys.roads import GOAL, START, NoRoadError

KL, MELAKA, SEREMBAN = Point(3.139, 101.6869), Point(2.1896, 102.2501), Point(2.7297, 101.9381)
TABLE = {
    "code": "Ok",
    "durations": [[0, 5811.2, 3104.5], [5790.4, 0, 3222.9], [3098.1, 3240.7, 0]],
    "distances": [[0, 148210.3, 67140.9], [147932.8, 0, 84020.6], [66982.4, 84311.2, 0]],
    "sources": [{"hint": "", "distance": 4.1, "name": "Jalan Raja", "location": [101.68691, 3.13899]}] * 3,
    "destinations": [{"hint": "", "distance": 4.1, "name": "Jalan Raja", "location": [101.68691, 3.13899]}]
    * 3,
}


class Server:
    """Answers each request with what it was told."""

    def __init__(self) -> None:
        self.answer: tuple[int, bytes] = (200, json.dumps(TABLE).encode())
        self.paths: list[str] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.paths.append(self.path)
                status, body = server.answer
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None: ...

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    started = Server()
    thread = threading.Thread(target=started.http.serve_forever)
    thread.start()
    yield started
    started.http.shutdown()
    thread.join()
    started.http.server_close()


def test_a_table_becomes_a_graph(server):
    graph = Osrm(server.url + "/").graph(KL, MELAKA, {"site:1": SEREMBAN})
    assert server.paths == [
        "/table/v1/driving/101.68690,3.13900;102.25010,2.18960;101.93810,2.72970?annotations=duration,distance"
    ]
    there = next(stretch for stretch in graph.stretches[START] if stretch.to == GOAL)
    assert there.km == pytest.approx(148.21, abs=0.01)
    assert there.minutes == pytest.approx(5811.2 / 60)
    assert {stretch.to for stretch in graph.stretches["site:1"]} == {START, GOAL}


def test_a_place_without_a_road(server):
    alone = {**TABLE, "durations": [[0, None], [None, 0]], "distances": [[0, None], [None, 0]]}
    server.answer = (200, json.dumps(alone).encode())
    with pytest.raises(NoRoadError):
        Osrm(server.url).graph(KL, MELAKA, {})


@pytest.mark.parametrize(
    "answer",
    [
        (400, b'{"message":"Could not find a matching segment","code":"NoSegment"}'),
        (200, b'{"code":"Ok","durations":[[0]]}'),
        (200, b"not json"),
        (503, b""),
    ],
)
def test_what_is_no_table_is_said(server, answer):
    server.answer = answer
    with pytest.raises(OsrmError, match="no table from"):
        Osrm(server.url).graph(KL, MELAKA, {})


def test_a_server_that_is_not_there():
    with pytest.raises(OsrmError, match="no table from"):
        Osrm("http://127.0.0.1:9").graph(KL, MELAKA, {})


def test_no_other_kind_of_address():
    with pytest.raises(OsrmError, match="no http address"):
        Osrm("file:///etc").graph(KL, MELAKA, {})
