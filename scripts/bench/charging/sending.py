"""The operator beside the chats: the sender and the server that only mirrors, both behind everybody else."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import psutil

from scripts.bench.charging.sender import Order, Sent
from scripts.console import Problem
from scripts.places import ROOT

NICE = 10


@dataclass(frozen=True)
class Operator:
    """An operator that sends what it is told to."""

    sender: subprocess.Popen[str]
    mirror: subprocess.Popen[str]
    mirror_port: int

    def cpu(self) -> float:
        """Return the seconds of processor time that both have used."""
        times = [psutil.Process(each.pid).cpu_times() for each in (self.sender, self.mirror)]
        return float(sum(each.user + each.system for each in times))

    def begin(self, order: Order) -> None:
        """Let it send, without waiting for the end."""
        _pipe(self.sender.stdin).write(json.dumps(asdict(order)) + "\n")
        _pipe(self.sender.stdin).flush()

    def end(self) -> Sent:
        """Wait until it has sent everything, and return what came of it."""
        line = _pipe(self.sender.stdout).readline()
        if not line:
            raise Problem("The sender of status changes ended: its reason is above.")
        return Sent(**json.loads(line))


@contextlib.contextmanager
def operator() -> Iterator[Operator]:
    """Start an operator; both its processes end with the block."""
    with _program("sender") as sender, _program("mirror") as mirror:
        yield Operator(sender, mirror, int(_pipe(mirror.stdout).readline()))


@contextlib.contextmanager
def _program(name: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", f"scripts.bench.charging.{name}"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        _step_back(process.pid)
        yield process
    finally:
        process.kill()  # it keeps nothing
        process.communicate()


def _step_back(pid: int) -> None:
    """Let a process wait for all others; where Linux shares by session first, its session too."""
    psutil.Process(pid).nice(NICE)
    with contextlib.suppress(OSError):
        Path(f"/proc/{pid}/autogroup").write_text(str(NICE))


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe
