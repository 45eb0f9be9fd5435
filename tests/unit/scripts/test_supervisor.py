import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from scripts.places import ROOT
from tests.stack import free_port

RUN = Path(__file__).with_name("little_run.py")


def eventually(condition: Callable[[], Any], what: str, timeout: float = 20.0) -> Any:
    deadline = time.monotonic() + timeout
    while not (value := condition()):
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.02)
    return value


def alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


class LittleRun:
    """A supervisor with little services, started as a process of its own."""

    def __init__(self, folder: Path, *modes: str) -> None:
        self.folder = folder
        self.ports = [free_port() for _ in modes]
        words = [word for pair in zip(map(str, self.ports), modes, strict=True) for word in pair]
        self.output = folder / "output"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, RUN, folder, *words],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def services(self) -> dict[str, dict[str, Any]]:
        try:
            services: dict[str, dict[str, Any]] = json.loads((self.folder / "run.json").read_text())[
                "services"
            ]
        except FileNotFoundError:
            return {}
        return services

    def ready(self) -> bool:
        services = self.services()
        return len(services) == len(self.ports) and all(service["ready"] for service in services.values())

    def wait_ready(self) -> None:
        eventually(self.ready, f"ready; {self.said()}")

    def pid(self, number: int) -> int:
        return int(self.services()[f"service{number}"]["pid"])

    def grandchild(self, number: int) -> int:
        return int((self.folder / f"child-{self.ports[number]}").read_text())

    def said(self) -> str:
        return self.output.read_text()

    def everyone(self) -> list[int]:
        """All processes that descend from the supervisor, the guard among them."""
        return [child.pid for child in psutil.Process(self.process.pid).children(recursive=True)]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., LittleRun]]:
    runs: list[LittleRun] = []

    def start(*modes: str) -> LittleRun:
        runs.append(LittleRun(tmp_path, *modes))
        return runs[-1]

    yield start
    for run in runs:
        run.process.kill()
        run.process.wait()


def test_what_is_killed_is_started_again_with_its_children(start: Callable[..., LittleRun]) -> None:
    run = start("sound", "sound")
    run.wait_ready()
    first, other, orphan = run.pid(0), run.pid(1), run.grandchild(0)
    os.kill(first, signal.SIGKILL)
    eventually(lambda: run.ready() and run.pid(0) != first, "a new process")
    eventually(lambda: not alive(orphan), "the end of the first one's child")
    assert alive(run.grandchild(0))
    assert run.pid(1) == other
    assert run.services()["service0"]["restarts"] == 1
    assert "Service0 ended (killed by SIGKILL); starting it again.\nService0 is back." in run.said()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything(start: Callable[..., LittleRun], sign: signal.Signals) -> None:
    run = start("sound", "sound")
    run.wait_ready()
    everyone = run.everyone()
    assert len(everyone) == 5
    run.process.send_signal(sign)
    assert run.process.wait(timeout=20) == 0
    assert not [pid for pid in everyone if alive(pid)]
    assert run.said() == "all ready\nstopped\n"
    assert not (run.folder / "run.json").exists()


def test_a_second_signal_kills_what_does_not_want_to_stop(start: Callable[..., LittleRun]) -> None:
    run = start("stubborn", "sound")
    run.wait_ready()
    stubborn, willing = run.pid(0), run.pid(1)
    run.process.send_signal(signal.SIGINT)
    eventually(lambda: not alive(willing), "the willing one's end")
    began = time.monotonic()
    run.process.send_signal(signal.SIGINT)
    assert run.process.wait(timeout=20) == 0
    assert time.monotonic() - began < 5
    assert not alive(stubborn)


def test_a_killed_supervisor_leaves_no_orphan(start: Callable[..., LittleRun]) -> None:
    run = start("sound", "stubborn")
    run.wait_ready()
    everyone = run.everyone()
    assert len(everyone) == 5
    run.process.kill()
    run.process.wait()
    eventually(lambda: not [pid for pid in everyone if alive(pid)], "the end of every process")


@pytest.mark.skipif(sys.platform != "linux", reason="the leash is Linux's")
def test_a_supervisor_killed_together_with_its_guard_leaves_no_service(
    start: Callable[..., LittleRun],
) -> None:
    run = start("sound", "sound")
    run.wait_ready()
    services = [run.pid(0), run.pid(1)]
    guards = [pid for pid in run.everyone() if "guard.py" in " ".join(psutil.Process(pid).cmdline())]
    assert len(guards) == 1
    os.kill(guards[0], signal.SIGKILL)
    run.process.kill()
    run.process.wait()
    eventually(lambda: not [pid for pid in services if alive(pid)], "the services' end")


def test_what_cannot_be_kept_up_is_given_up_with_its_last_lines(start: Callable[..., LittleRun]) -> None:
    run = start("sound", "broken")
    eventually(lambda: run.services().get("service0", {}).get("pid"), "the sound one")
    sound = run.pid(0)
    assert run.process.wait(timeout=30) == 1
    assert run.said().count("Service1 ended (exit code 1); starting it again.") == 4
    assert "Service1 ended 5 times within a minute (exit code 1). The end of" in run.said()
    assert "the reason why it cannot start" in run.said()
    assert "Traceback" not in run.said()
    assert not alive(sound)


def test_what_never_becomes_ready_is_given_up(start: Callable[..., LittleRun]) -> None:
    run = start("silent")
    assert run.process.wait(timeout=30) == 1
    assert "Service0 was not ready within 5 s." in run.said()


def test_a_second_start_in_the_same_folder_says_that_one_runs(
    start: Callable[..., LittleRun], tmp_path: Path
) -> None:
    run = start("sound")
    run.wait_ready()
    said = tmp_path / "second"
    with said.open("wb") as output:
        code = subprocess.run(
            [sys.executable, RUN, tmp_path, "1", "sound"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=output,
            check=False,
        ).returncode
    assert code == 1
    assert said.read_text().strip() == (
        f"The assistant already runs from this folder (process {run.process.pid}): stop it there with Ctrl-C."
    )
    assert run.ready()
    os.kill(run.process.pid, signal.SIGTERM)
    run.process.wait()
    again = start("sound")
    again.wait_ready()


def test_logs_of_earlier_starts_are_kept(start: Callable[..., LittleRun], tmp_path: Path) -> None:
    for _ in range(3):
        run = start("sound")
        run.wait_ready()
        run.process.send_signal(signal.SIGTERM)
        run.process.wait()
    logs = sorted(path.name for path in tmp_path.glob("service0.log*"))
    assert logs == ["service0.log", "service0.log.1", "service0.log.2"]
    assert all((tmp_path / name).read_text().startswith("service on") for name in logs)
