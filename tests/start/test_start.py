"""The real assistant as `make run` runs it: Rasa, actions and application under their supervisor."""

import http.client
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from scripts import train
from tests.stack import Stack

SECOND_START_SECONDS = 40


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    train.ensure()
    with Stack(tmp_path_factory.mktemp("assistant")) as stack:
        yield stack


def status(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def everyone(stack: Stack) -> list[psutil.Process]:
    return psutil.Process(stack.supervisor_pid).children(recursive=True)


def test_a_start_with_a_trained_model_is_quick(tmp_path: Path) -> None:
    train.ensure()
    began = time.monotonic()
    with Stack(tmp_path) as stack:
        took = time.monotonic() - began
        assert "Ready after" in stack.said()
        assert stack.url in stack.said()
    assert took < SECOND_START_SECONDS


def test_all_three_answer_on_their_ports(stack: Stack) -> None:
    assert status(stack.ports["rasa"], "/status") == 200
    assert status(stack.ports["actions"], "/health") == 200
    assert status(stack.ports["app"], "/readyz") == 200


@pytest.mark.parametrize("name", Stack.SERVICES)
def test_a_killed_process_comes_back(stack: Stack, name: str) -> None:
    before = {other: stack.pid(other) for other in Stack.SERVICES}
    stack.kill(name)
    stack.wait_ready()
    after = {other: stack.pid(other) for other in Stack.SERVICES}
    assert {other for other in after if after[other] != before[other]} == {name}
    assert status(stack.ports["app"], "/readyz") == 200


def test_rasa_listens_on_loopback_only_and_reports_to_nobody(stack: Stack) -> None:
    for name in ("rasa", "actions"):
        process = psutil.Process(stack.pid(name))
        listening = [
            connection for connection in process.net_connections() if connection.status == psutil.CONN_LISTEN
        ]
        assert [connection.laddr.ip for connection in listening] == ["127.0.0.1"]
    assert psutil.Process(stack.pid("rasa")).environ()["RASA_TELEMETRY_ENABLED"] == "false"


def test_ctrl_c_ends_everything_in_order(tmp_path: Path) -> None:
    with Stack(tmp_path) as stack:
        processes = everyone(stack)
        assert stack.stop() == 0
        assert stack.said().endswith("Stopping …\nStopped.")
    gone, left = psutil.wait_procs(processes, timeout=5)
    assert not left
    assert len(gone) >= len(Stack.SERVICES) + 1


def test_a_killed_supervisor_leaves_no_process(tmp_path: Path) -> None:
    with Stack(tmp_path) as stack:
        processes = everyone(stack)
        psutil.Process(stack.supervisor_pid).kill()
        _, left = psutil.wait_procs(processes, timeout=10)
        assert not left
