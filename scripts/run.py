"""`make run`: set up what is missing, then run the assistant until Ctrl-C."""

from __future__ import annotations

import argparse
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import bootstrap, leash, services, train
from scripts.child import Log
from scripts.console import Problem, guarded, say
from scripts.places import APP_PYTHON, ROOT, make_folder, variable_folder
from scripts.supervisor import Supervisor

_TO_TRY = (
    "How much is the smart #3 Premium?",
    "Apa beza #1 dengan #3?",
    "精灵#1续航多少公里?",
    "ขอเปรียบเทียบ #1 กับ #3 หน่อย",
)


@contextmanager
def only_one(var: Path) -> Iterator[None]:
    """Refuse a second start from the same folder."""
    with (var / "run.lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            owner = lock.read().strip() or "unknown"
            raise Problem(
                f"The assistant already runs from this folder (process {owner}): stop it there with Ctrl-C."
            ) from error
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


def prepare_database(var: Path) -> None:
    """Bring the database's tables and the facts in it up to date."""
    log = Log(var / "log" / "database.log")
    log.rotate()
    for step in ("migrate", "seed"):
        with log.path.open("ab") as output:
            code = subprocess.run(
                [str(APP_PYTHON), "-m", "knowledge", step],
                cwd=str(ROOT),
                env=services.clean_environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        if code != 0:
            lines = "\n".join(f"  {line}" for line in log.last_lines())
            raise Problem(f"The database could not be prepared (`python -m knowledge {step}`):\n{lines}")


def keep_running(ports: services.Ports, model: Path, var: Path, deaths_allowed: int, began: float) -> None:
    """Start the processes and watch over them until a signal asks to stop."""

    def announce() -> None:
        say(f"\nReady after {time.monotonic() - began:.0f} s: {ports.url}")
        say("Try, there or with any Rasa client:")
        for question in _TO_TRY:
            say(f"  {question}")
        say(f"Logs are in {var / 'log'}. Ctrl-C stops everything.\n")

    supervisor = Supervisor(var / "log", var / "run.json", str(APP_PYTHON), deaths_allowed, announce)
    try:
        say("Starting Rasa, the action server and the application …")
        # Rasa takes longest and needs no database.
        supervisor.start(services.rasa(ports, model, var))
        prepare_database(var)
        supervisor.start(services.actions(ports))
        supervisor.start(services.app(ports))
        if ports.ocpi is not None:
            supervisor.start(services.ocpi(ports, ports.ocpi))
        supervisor.run()
        say("\nStopping …")
    finally:
        # The application first: it finishes the turns that it has begun.
        supervisor.stop(first="app")
    say("Stopped.")


def main() -> int:
    """Run the assistant."""
    parser = argparse.ArgumentParser(prog="python -m scripts.run", description=__doc__)
    parser.add_argument("--no-setup", action="store_true", help="take the environments as they are")
    parser.add_argument(
        "--with-parent", action="store_true", help="stop when the process that started this ends"
    )
    parser.add_argument(
        "--deaths-allowed", type=int, default=5, help="give up when a process ends this often within a minute"
    )
    options = parser.parse_args()
    began = time.monotonic()
    if options.with_parent:
        leash.tie(signal.SIGTERM, os.getppid())
    # Until the processes run, SIGTERM ends this as Ctrl-C does: what has been begun is cleaned up.
    signal.signal(signal.SIGTERM, lambda _number, _frame: signal.raise_signal(signal.SIGINT))
    ports = services.ports(os.environ)
    var = make_folder(variable_folder())
    make_folder(var / "log")
    with only_one(var):
        services.need_ports(ports)
        if not options.no_setup:
            bootstrap.both()
        keep_running(ports, train.ensure(), var, options.deaths_allowed, began)
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
