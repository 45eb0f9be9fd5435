"""Keep several processes running until told to stop; a process that dies is started again."""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from scripts.child import Child, Guard, Log, Service, how_it_ended
from scripts.console import Problem, say

_WINDOW = 60.0
_FIRST_PAUSE = 0.2
_LONGEST_PAUSE = 10.0
_POLL = 0.1


@dataclass
class Kept:
    """A service with what became of it."""

    service: Service
    log: Log
    child: Child | None = None
    ready: bool = False
    started_at: float = 0.0
    start_at: float = 0.0
    pause: float = _FIRST_PAUSE
    deaths: list[float] = field(default_factory=list)
    restarts: int = 0


class Supervisor:
    """Starts services, restarts the dead, stops all of them. One thread; wakes up when a process ends."""

    def __init__(
        self,
        logs: Path,
        state_file: Path,
        python: str,
        deaths_allowed: int = 5,
        on_ready: Callable[[], None] | None = None,
    ) -> None:
        self._logs = logs
        self._state_file = state_file
        self._python = python
        self._deaths_allowed = deaths_allowed
        self._on_ready = on_ready
        self._kept: dict[str, Kept] = {}
        self._stops = 0
        self._announced = False
        self._written = ""
        self._guard = Guard(python)
        self._wakeup_read, self._wakeup_write = os.pipe()
        for descriptor in (self._wakeup_read, self._wakeup_write):
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(self._wakeup_write, warn_on_full_buffer=False)
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, self._asked_to_stop)
        # A handler of our own, so that the wake-up descriptor hears of every process that ends.
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)

    def _asked_to_stop(self, _number: int, _frame: object) -> None:
        self._stops += 1

    def start(self, service: Service) -> None:
        """Start a service and keep it running."""
        log = Log(self._logs / f"{service.name}.log")
        log.rotate()
        kept = Kept(service, log)
        self._kept[service.name] = kept
        self._spawn(kept)

    def _spawn(self, kept: Kept) -> None:
        kept.child = Child(kept.service, kept.log, self._guard, self._python)
        kept.ready = False
        kept.started_at = time.monotonic()
        self._write_state()

    def run(self) -> None:
        """Watch over the services until a signal asks to stop; raises when one of them cannot be kept up."""
        trimmed_at = time.monotonic()
        while not self._stops:
            for kept in self._kept.values():
                self._look_after(kept)
            if not self._announced and all(kept.ready for kept in self._kept.values()):
                self._announced = True
                if self._on_ready is not None:
                    self._on_ready()
            # Last, so that who reads there that all is ready finds it said as well.
            self._write_state()
            if time.monotonic() - trimmed_at > _WINDOW:
                trimmed_at = time.monotonic()
                for kept in self._kept.values():
                    kept.log.trim()
            self._wait()

    def _wait(self) -> None:
        all_ready = all(kept.ready for kept in self._kept.values())
        self._sleep(_WINDOW if all_ready else _POLL)

    def _sleep(self, seconds: float) -> None:
        """Sleep until a signal arrives, which is also how the end of a process is told."""
        readable, _, _ = select.select([self._wakeup_read], [], [], seconds)
        if readable:
            os.read(self._wakeup_read, 4096)

    def _look_after(self, kept: Kept) -> None:
        now = time.monotonic()
        if kept.child is None:
            if now >= kept.start_at:
                kept.restarts += 1
                self._spawn(kept)
            return
        code = kept.child.exit_code()
        if code is not None:
            self._has_died(kept, how_it_ended(code), now)
        elif not kept.ready:
            if kept.service.is_ready():
                kept.ready = True
                kept.pause = _FIRST_PAUSE
                if kept.restarts:
                    say(f"{kept.service.title} is back.")
            elif now - kept.started_at > kept.service.patience:
                kept.child.signal(signal.SIGKILL)
                self._give_up(kept, f"was not ready within {kept.service.patience:.0f} s")

    def _has_died(self, kept: Kept, how: str, now: float) -> None:
        kept.child = None
        kept.ready = False
        kept.deaths = [death for death in kept.deaths if now - death < _WINDOW] + [now]
        if len(kept.deaths) >= self._deaths_allowed:
            self._give_up(kept, f"ended {len(kept.deaths)} times within a minute ({how})")
        kept.start_at = now + kept.pause
        say(f"{kept.service.title} ended ({how}); starting it again.")
        kept.pause = min(kept.pause * 2, _LONGEST_PAUSE)

    def _give_up(self, kept: Kept, what: str) -> None:
        lines = "\n".join(f"  {line}" for line in kept.log.last_lines())
        raise Problem(f"{kept.service.title} {what}. The end of {kept.log.path}:\n{lines}")

    def stop(self, first: str = "") -> None:
        """Stop every service, one of them before the others; see `_end` for those that do not want to."""
        asked_before = self._stops
        self._end([kept for kept in self._kept.values() if kept.service.name == first], asked_before)
        self._end(list(self._kept.values()), asked_before)
        signal.set_wakeup_fd(-1)
        self._guard.close()
        with suppress(FileNotFoundError):
            self._state_file.unlink()

    def _end(self, ending: list[Kept], asked_before: int) -> None:
        """End these; what does not end in time, or at a second signal of the person, is killed."""
        asked_at = time.monotonic()
        for kept in ending:
            if kept.child is not None:
                kept.child.signal(signal.SIGTERM)
        while any(kept.child is not None and kept.child.exit_code() is None for kept in ending):
            for kept in ending:
                late = time.monotonic() - asked_at > kept.service.grace or self._stops > asked_before
                if kept.child is not None and late:
                    kept.child.signal(signal.SIGKILL)
            self._sleep(_POLL)
        for kept in ending:
            kept.child = None

    def _write_state(self) -> None:
        """Keep a file that says what runs, for tests and for a curious person."""
        state = {
            "supervisor": os.getpid(),
            "services": {
                name: {
                    "pid": kept.child.pid if kept.child else None,
                    "ready": kept.ready,
                    "restarts": kept.restarts,
                    "port": kept.service.port,
                }
                for name, kept in self._kept.items()
            },
        }
        text = json.dumps(state, indent=1)
        if text != self._written:
            self._written = text
            temporary = self._state_file.with_suffix(".new")
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._state_file)
