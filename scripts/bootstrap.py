"""Make both environments from their lock files; a second time costs nothing while those are unchanged."""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts import pythons, uv
from scripts.console import Problem, guarded, say
from scripts.places import ROOT, make_folder, need_space, variable_folder


@dataclass(frozen=True)
class Environment:
    """One environment: the project that it is made of, its folder and what it takes of the disk."""

    project: Path
    folder: Path
    wanted: pythons.Wanted
    gigabytes: float

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """The file that says which lock file the environment was made from."""
        return self.folder / ".made-from"

    def made_from(self) -> str:
        """Return what the environment depends on, as one hash."""
        digest = hashlib.sha256()
        for name in ("pyproject.toml", "uv.lock"):
            digest.update((self.project / name).read_bytes())
        return digest.hexdigest()


APPLICATION = Environment(ROOT, ROOT / ".venv", pythons.APPLICATION, 1.0)
RASA = Environment(ROOT / "bot", ROOT / ".venv-rasa", pythons.RASA, 4.0)


def state(environment: Environment) -> tuple[bool, bool]:
    """Return whether the environment is whole and up to date, and whether it has the tools for tests."""
    try:
        lock, groups = environment.stamp.read_text(encoding="utf-8").split()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False, False
    up_to_date = lock == environment.made_from() and pythons.version_of(environment.python) is not None
    return up_to_date, groups == "dev"


def ensure(environment: Environment, with_tests: bool) -> None:
    """Make the environment, or bring it up to date, unless it is."""
    up_to_date, has_tests = state(environment)
    if up_to_date and (has_tests or not with_tests):
        return
    tools = uv.tool_environment()
    program = uv.bring(tools)
    python = uv.provide(program, environment.wanted, tools)
    if not up_to_date and not environment.python.exists():
        need_space(ROOT, environment.gigabytes, f"installing the packages of {environment.wanted.purpose}")
    say(f"Installing the packages of {environment.wanted.purpose} ({environment.folder.name}, {python}) …")
    if environment.stamp.exists():
        environment.stamp.unlink()
    # Tests' tools stay once they are there: `make run` must not take them from under a developer.
    groups = "dev" if with_tests or has_tests else "none"
    command = [str(program), "sync", "--locked", "--python", str(python)]
    if groups != "dev":
        command.append("--no-dev")
    tools["UV_PROJECT_ENVIRONMENT"] = str(environment.folder)
    _install(command, environment, tools)
    environment.stamp.write_text(f"{environment.made_from()} {groups}\n", encoding="utf-8")


def _install(command: list[str], environment: Environment, variables: dict[str, str]) -> None:
    """Run uv, showing what it does, and turn a failure into a sentence."""
    log = make_folder(variable_folder() / "log") / "setup.log"
    said: list[str] = []
    with log.open("a", encoding="utf-8") as lines:
        with subprocess.Popen(
            command,
            cwd=str(environment.project),
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            assert process.stdout is not None
            try:
                for raw in process.stdout:
                    line = raw.decode("utf-8", "replace").rstrip()
                    said.append(line)
                    lines.write(line + "\n")
                    # uv names every package that it puts in: the log is the place for those.
                    if not line.startswith((" + ", " - ", " ~ ")):
                        say(f"  {line}")
            except BaseException:
                process.terminate()
                raise
        code = process.returncode
    if code != 0:
        raise Problem(_explain(said, environment, log))


def _explain(said: list[str], environment: Environment, log: Path) -> str:
    text = "\n".join(said)
    purpose = environment.wanted.purpose
    if "No space left" in text or "os error 28" in text:
        return f"The disk is full: the packages of {purpose} need {environment.gigabytes:g} GB."
    if any(sign in text for sign in ("Failed to fetch", "error sending request", "dns error", "timed out")):
        return (
            f"The packages of {purpose} could not be downloaded: check the network and start again ({log})."
        )
    if "needs to be updated" in text:
        return f"{environment.project / 'uv.lock'} does not fit its pyproject.toml: run `uv lock` there."
    return f"The packages of {purpose} could not be installed; the reason is above and in {log}."


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Let one process of this clone set up or train; another waits for it and says so."""
    with (make_folder(ROOT / "var") / "setup.lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Waiting for another start to finish {what} …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def both(with_tests: bool = False) -> None:
    """Make both environments."""
    make_folder(ROOT)
    with one_at_a_time("the set-up"):
        for environment in (APPLICATION, RASA):
            ensure(environment, with_tests)


def main() -> int:
    """Make both environments from the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bootstrap", description=__doc__)
    parser.add_argument("--tests", action="store_true", help="with the tools for tests")
    both(with_tests=parser.parse_args().tests)
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
