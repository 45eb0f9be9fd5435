"""People who want the same time at the same moment, in several processes.

Run as a program it is one of the processes: it takes its task from its input, says that it is ready, and
begins when it is told to.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from knowledge import vault
from knowledge.bookings import book
from knowledge.bookings.errors import FullError
from knowledge.database import Database
from scripts.bench.bookings.network import draft
from scripts.places import ROOT

FULL = "full"


@dataclass(frozen=True)
class Task:
    """What one process is to try: each request is somebody who wants that time."""

    url: str
    data_key: str
    outlet_key: str
    starts_at: str
    now: str
    requests: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of the requests: the booked references, how many were told that it is full, and faults."""

    references: dict[str, str]  # by request
    full: int
    faults: dict[str, int]
    seconds: float = 0.0  # from the start signal to the last answer


def run(task: Task, shares: Sequence[Sequence[str]]) -> Outcome:
    """Let processes, each with its share of the requests, begin at the same moment."""
    tasks = [replace(task, requests=tuple(share)) for share in shares]
    command = [sys.executable, "-m", "scripts.bench.bookings.races"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": str(ROOT)}
    processes = [subprocess.Popen(command, **pipes) for _ in tasks]  # type: ignore[call-overload]
    for process, each in zip(processes, tasks, strict=True):
        print(json.dumps(asdict(each)), file=process.stdin, flush=True)
    for process in processes:
        assert process.stdout.readline() == "ready\n", "a process did not start"
    began = time.perf_counter()
    for process in processes:
        print("go", file=process.stdin, flush=True)
    answers = [process.communicate()[0] for process in processes]
    seconds = time.perf_counter() - began
    said: dict[str, str] = {}
    for each in answers:
        said.update(json.loads(each))
    return replace(outcome(said), seconds=seconds)


def outcome(said: dict[str, str]) -> Outcome:
    """Count what was said to each request."""
    references = {key: word for key, word in said.items() if word[2:3] == "-"}
    others = Counter(word for word in said.values() if word[2:3] != "-")
    full = others.pop(FULL, 0)
    return Outcome(references, full, dict(others))


async def try_all(database: Database, task: Task) -> dict[str, str]:
    """Make all the requests at once; return what each was told."""
    starts_at, now = datetime.fromisoformat(task.starts_at), datetime.fromisoformat(task.now)

    def want(session: Session, request: str) -> str:
        return book.book(session, draft(task.outlet_key, starts_at), request_key=request, now=now).reference

    async def ask(request: str) -> str:
        try:
            return await database.run(want, request)
        except FullError:
            return FULL
        except Exception as error:  # a fault is counted, and fails whoever measures
            return type(error).__name__

    return dict(zip(task.requests, await asyncio.gather(*map(ask, task.requests)), strict=True))


def _main() -> None:
    task = Task(**json.loads(sys.stdin.readline()))
    vault.install(vault.Vault([task.data_key]))
    with Database(task.url) as database:
        with database.reading() as session:
            session.connection()
        print("ready", flush=True)
        sys.stdin.readline()
        print(json.dumps(asyncio.run(try_all(database, task))))


if __name__ == "__main__":
    _main()
