"""A system that parses, in a process of its own, one message at a time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from scripts.bench.understanding.lines import Line
from scripts.bench.understanding.models import LEASH
from scripts.bench.understanding.systems import System
from scripts.child import Log
from scripts.console import Problem


@dataclass(frozen=True)
class Answer:
    """What a system understood, and how long it took."""

    intent: str
    seconds: float


class Parser:
    """The process of one system with its model; to be used with `with`."""

    def __init__(self, system: System, folder: Path, log: Log) -> None:
        self._system, self._log = system, log
        log.rotate()
        leashed = [sys.executable, "-I", "-S", str(LEASH), str(os.getpid())]
        with log.path.open("wb") as output:
            self._process = subprocess.Popen(
                [*leashed, *system.command, "serve", str(folder)],
                cwd=folder,
                env=dict(system.environment),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                encoding="utf-8",
                bufsize=1,
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        self._read()  # that it is ready
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()  # it keeps nothing
        self._process.communicate()

    def ask(self, line: Line) -> Answer:
        """Have it parse one message."""
        assert self._process.stdin is not None
        # The language is for nlp.js alone, which wants to be told it; see docs/benchmarks.md.
        try:
            self._process.stdin.write(json.dumps({"text": line.text, "lang": line.lang}) + "\n")
        except BrokenPipeError as error:
            raise self._gone() from error
        answer = self._read()
        return Answer(answer["intent"], answer["seconds"])

    def peak_memory(self) -> int:
        """Return the most bytes that the process has held so far; where that is not told, those of now."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        except FileNotFoundError:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
        if found is None:
            raise self._gone()
        return int(found[1]) * 1024

    def _read(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise self._gone()
        return json.loads(line)

    def _gone(self) -> Problem:
        said = "\n".join(f"  {line[-300:]}" for line in self._log.last_lines(8))
        return Problem(f"{self._system.name} ended while it parsed. The end of {self._log.path}:\n{said}")
