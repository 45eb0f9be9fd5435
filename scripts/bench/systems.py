"""Starts and stops the two systems, and looks at their processes."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from knowledge import vault
from scripts.bench import stock
from scripts.child import Child, Guard, Log
from scripts.console import Problem
from scripts.places import ROOT, make_folder

_POLL = 0.02
_PATIENCE = 240.0
_KEY = vault.new_key()  # of all starts of a run, as they may share a database


@dataclass(frozen=True)
class Running:
    """A system that is ready."""

    base: str
    cold_start: float
    processes: dict[str, psutil.Process]
    ocpi: str | None = None  # the operators' door, where it is a process of its own

    @property
    def webhook(self) -> str:
        """The address of its REST channel."""
        return f"{self.base}/webhooks/rest/webhook"

    def cpu(self) -> dict[str, float]:
        """Return the seconds of processor time that each process has used."""
        return {name: _cpu_seconds(process) for name, process in self.processes.items()}

    def memory(self) -> dict[str, int]:
        """Return the bytes that each process holds in memory."""
        return {name: process.memory_info().rss for name, process in self.processes.items()}


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


@contextmanager
def assistant(
    folder: Path, model: Path, database_url: str | None = None, *, ocpi_apart: bool = False
) -> Iterator[Running]:
    """Run the assistant as `make run` does, with ports of its own and an empty database, or a given one.

    Charging operators come to the application, or to a process of their own.
    """
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)
    app, rasa, actions, ocpi = free_ports(4)
    environment = {
        **os.environ,
        "VAR_DIR": str(folder),
        "HOST": "127.0.0.1",
        "PORT": str(app),
        "RASA_PORT": str(rasa),
        "ACTIONS_PORT": str(actions),
        "RASA_URL": f"http://127.0.0.1:{rasa}",
        "ACTIONS_URL": f"http://127.0.0.1:{actions}/webhook",
        "DATABASE_URL": database_url or f"sqlite:///{folder / 'smart.db'}",
        "MODEL": str(model),
        "REST_TOKEN": "",
        "DATA_KEYS": _KEY,
        "OCPI_PORT": str(ocpi) if ocpi_apart else "",
    }
    output = Log(folder / "run.log")
    began = time.perf_counter()
    with output.path.open("wb") as file:
        supervisor = subprocess.Popen(
            [sys.executable, "-m", "scripts.run", "--no-setup", "--with-parent"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        pids = _wait_for(folder / "run.json", supervisor, output, began, 4 if ocpi_apart else 3)
        cold_start = time.perf_counter() - began
        processes = {"supervisor": psutil.Process(supervisor.pid)}
        processes |= {name: psutil.Process(pid) for name, pid in pids.items()}
        door = f"http://127.0.0.1:{ocpi}" if ocpi_apart else None
        yield Running(f"http://127.0.0.1:{app}", cold_start, processes, door)
    finally:
        supervisor.send_signal(signal.SIGINT)
        supervisor.wait()


def _wait_for(
    state_file: Path, supervisor: subprocess.Popen[bytes], output: Log, began: float, count: int
) -> dict[str, int]:
    while time.perf_counter() - began < _PATIENCE and supervisor.poll() is None:
        if state_file.exists():
            services = json.loads(state_file.read_text(encoding="utf-8"))["services"]
            if len(services) == count and all(service["ready"] for service in services.values()):
                return {name: service["pid"] for name, service in services.items()}
        time.sleep(_POLL)
    lines = "\n".join(f"  {line}" for line in output.last_lines())
    raise Problem(f"The assistant did not start:\n{lines}")


@contextmanager
def stock_bot(bot: Path, folder: Path) -> Iterator[Running]:
    """Run the bot that `rasa init` made."""
    (port,) = free_ports(1)
    service = stock.service(bot, port, folder)
    log = Log(make_folder(folder) / "stock.log")
    log.rotate()
    guard = Guard()
    began = time.perf_counter()
    child = Child(service, log, guard)
    try:
        while not service.is_ready():
            if child.exit_code() is not None or time.perf_counter() - began > service.patience:
                lines = "\n".join(f"  {line}" for line in log.last_lines())
                raise Problem(f"The stock bot did not start:\n{lines}")
            time.sleep(_POLL)
        cold_start = time.perf_counter() - began
        yield Running(f"http://127.0.0.1:{port}", cold_start, {"rasa": psutil.Process(child.pid)})
    finally:
        child.signal(signal.SIGKILL)  # it keeps nothing
        child.process.wait()
        guard.close()


def free_ports(count: int) -> list[int]:
    """Return ports that nothing holds, below those that the kernel gives to outgoing connections."""
    found: list[int] = []
    while len(found) < count:
        port = random.randint(20000, 32000)  # noqa: S311 - a guess, no secret
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        if port not in found:
            found.append(port)
    return found
