"""One program that we keep running: start it on a leash, ask if it is ready, stop it with its children."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LEASH = Path(__file__).with_name("leash.py")
_GUARD = Path(__file__).with_name("guard.py")
_KEPT_LOGS = 5
_LARGEST_LOG = 20 * 1024 * 1024


@dataclass(frozen=True)
class Service:
    """What to run, and the address that answers 200 once it is ready."""

    name: str
    title: str
    command: tuple[str, ...]
    folder: Path
    port: int
    ready_path: str
    environment: Mapping[str, str] = field(default_factory=dict)
    host: str = "127.0.0.1"
    #: Seconds after which a process that is not ready counts as failed.
    patience: float = 120.0
    #: Seconds that it gets to end when asked to.
    grace: float = 10.0

    def is_ready(self) -> bool:
        """Ask the service whether it can work."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=2)
        try:
            connection.request("GET", self.ready_path)
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


class Guard:
    """The process that kills our children when we are gone."""

    def __init__(self, python: str = sys.executable) -> None:
        self._process = subprocess.Popen(
            [python, "-I", str(_GUARD)], stdin=subprocess.PIPE, start_new_session=True, bufsize=0
        )

    def note(self, group: int, alive: bool) -> None:
        """Tell the guard that a process group has begun or ended."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{'+' if alive else '-'}{group}\n".encode())

    def close(self) -> None:
        """Let the guard go; it kills what it still knows."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


class Log:
    """A process's log file, which is moved aside at each start of the whole and when it has grown large."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rotate(self) -> None:
        """Begin anew, keeping the last few."""
        if not self.path.exists() or self.path.stat().st_size == 0:
            return
        for number in range(_KEPT_LOGS - 1, 0, -1):
            older = self._numbered(number)
            if older.exists():
                older.replace(self._numbered(number + 1))
        self.path.replace(self._numbered(1))

    def trim(self) -> None:
        """Keep a log that has grown large as a copy and empty it: its process goes on writing to it."""
        if self.path.exists() and self.path.stat().st_size > _LARGEST_LOG:
            shutil.copyfile(str(self.path), str(self._numbered(1)))
            os.truncate(str(self.path), 0)

    def last_lines(self, count: int = 20) -> list[str]:
        """Return the end of the log."""
        if not self.path.exists():
            return []
        with self.path.open("rb") as lines:
            lines.seek(max(0, self.path.stat().st_size - 64 * 1024))
            return lines.read().decode("utf-8", "replace").splitlines()[-count:]

    def _numbered(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}")


class Child:
    """A running service."""

    def __init__(self, service: Service, log: Log, guard: Guard, python: str = sys.executable) -> None:
        self._guard = guard
        command = [python, "-I", "-S", str(_LEASH), str(os.getpid()), *service.command]
        with log.path.open("ab") as output:
            self.process = subprocess.Popen(
                command,
                cwd=str(service.folder),
                env=dict(service.environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.group = self.process.pid
        guard.note(self.group, alive=True)
        self._ended = False

    @property
    def pid(self) -> int:
        """The process's id, which is its group's as well."""
        return self.process.pid

    def exit_code(self) -> int | None:
        """Return how the process ended, None while it runs; its own children end with it."""
        code = self.process.poll()
        if code is not None and not self._ended:
            self._ended = True
            self.signal(signal.SIGKILL)
            self._guard.note(self.group, alive=False)
        return code

    def signal(self, sign: signal.Signals) -> None:
        """Send a signal to the process and its children."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.group, sign)


def how_it_ended(code: int) -> str:
    """Say in words what an exit code means."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"
