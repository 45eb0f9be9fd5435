"""The whole assistant for a test: Rasa, actions and application, started as `make run` starts them."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scripts.child import Log
from scripts.places import ROOT

_POLL = 0.05


def free_port() -> int:
    """Return a port that nothing holds, below those that the kernel gives to outgoing connections."""
    while True:
        port = random.randint(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


class StackError(Exception):
    """The assistant did not start or did not come back; the text has the end of what was said."""


class Stack:
    """A running assistant with ports, database and logs of its own, in the given (empty) folder.

    `with Stack(tmp_path) as stack: …` starts it and waits until it is ready. A supervisor restarts what is
    killed, so `stack.kill("rasa")` and then `stack.wait_ready()` is a whole crash.
    """

    SERVICES = ("rasa", "actions", "app")

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        command: tuple[str, ...] = (sys.executable, "-m", "scripts.run"),
        start_within: float = 300.0,
    ) -> None:
        self.folder = folder
        self.ports = {name: free_port() for name in self.SERVICES}
        self._command = command
        self._start_within = start_within
        self._killed: dict[str, int] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self.environment = {
            **os.environ,
            "VAR_DIR": str(folder),
            "HOST": "127.0.0.1",
            "PORT": str(self.ports["app"]),
            "RASA_PORT": str(self.ports["rasa"]),
            "ACTIONS_PORT": str(self.ports["actions"]),
            "RASA_URL": self.rasa_url,
            "ACTIONS_URL": f"{self.actions_url}/webhook",
            "DATABASE_URL": f"sqlite:///{folder / 'smart.db'}",
            "SESSION_SECRET": "only-for-tests-" + "x" * 32,
            **(environment or {}),
        }

    @property
    def url(self) -> str:
        """The application's address."""
        return f"http://127.0.0.1:{self.ports['app']}"

    @property
    def rasa_url(self) -> str:
        """Rasa's address."""
        return f"http://127.0.0.1:{self.ports['rasa']}"

    @property
    def actions_url(self) -> str:
        """The action server's address."""
        return f"http://127.0.0.1:{self.ports['actions']}"

    @property
    def database_url(self) -> str:
        """The database that this assistant uses."""
        return self.environment["DATABASE_URL"]

    def start(self) -> None:
        """Start the supervisor, which starts everything; does not wait."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "run.log").open("ab") as output:
            self._process = subprocess.Popen(
                # Crash tests kill more often than a sound installation would see.
                [*self._command, "--no-setup", "--with-parent", "--deaths-allowed", "1000"],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def stop(self) -> int:
        """Stop everything as Ctrl-C does and return the exit code."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(timeout=60)
        finally:
            self._process.kill()
            self._process = None

    def __enter__(self) -> Self:
        self.start()
        try:
            self.wait_ready(self._start_within)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def state(self) -> dict[str, dict[str, Any]]:
        """Return what the supervisor says about each service: pid, ready, restarts, port."""
        try:
            text = (self.folder / "run.json").read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        services: dict[str, dict[str, Any]] = json.loads(text)["services"]
        return services

    def pid(self, name: str) -> int:
        """Return the process id of a running service."""
        pid = self.state().get(name, {}).get("pid")
        if pid is None:
            raise StackError(f"{name} does not run.")
        return int(pid)

    @property
    def supervisor_pid(self) -> int:
        """Return the process id of the supervisor itself."""
        assert self._process is not None
        return self._process.pid

    def kill(self, name: str, sign: signal.Signals = signal.SIGKILL) -> int:
        """Send a service a signal, SIGKILL unless another is asked for, and return the id that it had."""
        pid = self.pid(name)
        self._killed[name] = pid
        os.kill(pid, sign)
        return pid

    def is_ready(self) -> bool:
        """Return whether every service is ready, those that were killed as new processes."""
        state = self.state()
        return all(
            state.get(name, {}).get("ready") and state[name]["pid"] != self._killed.get(name)
            for name in self.SERVICES
        )

    def wait_ready(self, timeout: float = 120.0) -> None:
        """Wait until every service is ready."""
        deadline = time.monotonic() + timeout
        while not self.is_ready():
            if self._process is None or self._process.poll() is not None:
                raise StackError(f"The assistant ended:\n{self.said()}")
            if time.monotonic() > deadline:
                raise StackError(f"The assistant was not ready within {timeout:.0f} s:\n{self.said()}")
            time.sleep(_POLL)

    def log(self, name: str, lines: int = 200) -> str:
        """Return the end of a service's log."""
        return "\n".join(Log(self.folder / "log" / f"{name}.log").last_lines(lines))

    def said(self) -> str:
        """Return what the supervisor has printed."""
        return "\n".join(Log(self.folder / "run.log").last_lines(60))
