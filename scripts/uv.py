"""Bring uv, which installs the environments, and ask it for Pythons."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.console import Problem, say
from scripts.places import make_folder, variable_folder
from scripts.pythons import APPLICATION, RASA, Wanted, find, version_of

VERSION = "0.13.8"
#: The first uv that knows dependency groups and our lock files' format.
_OLDEST = (0, 5)


def bring(environment: dict[str, str]) -> Path:
    """Return a uv that runs, installing one into `var/tools` when the machine has none."""
    tools = variable_folder() / "tools" / f"uv-{VERSION}"
    home = Path(environment.get("HOME") or Path.home())
    found = shutil.which("uv", path=environment.get("PATH"))
    for place in (found, home / ".local/bin/uv", home / ".cargo/bin/uv", tools / "bin" / "uv"):
        if place and _runs(Path(place)):
            return Path(place)
    say(f"Bringing uv {VERSION} into {tools} …")
    return _install(tools, environment)


def _runs(uv: Path) -> bool:
    try:
        answer = subprocess.run(
            [str(uv), "--version"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    words = answer.stdout.decode("utf-8", "replace").split()
    if answer.returncode != 0 or len(words) < 2:
        return False
    return tuple(int(part) for part in words[1].split(".")[:2] if part.isdecimal()) >= _OLDEST


def _install(tools: Path, environment: dict[str, str]) -> Path:
    """Install the pinned uv with whichever Python can: in a virtual environment, else with plain pip."""
    make_folder(tools.parent)
    pythons = [Path(sys.executable)]
    pythons += [python for python in (find(APPLICATION, environment), find(RASA, environment)) if python]
    package = f"uv=={VERSION}"
    said = ""
    for python in pythons:
        for commands in (
            (
                [python, "-m", "venv", "--clear", tools],
                [tools / "bin" / "python", "-m", "pip", "install", package],
            ),
            ([python, "-m", "pip", "install", "--target", tools, package],),
        ):
            for command in commands:
                run = subprocess.run(
                    [str(part) for part in command],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    env=environment,
                    check=False,
                )
                if run.returncode != 0:
                    said = run.stdout.decode("utf-8", "replace")
                    break
            if _runs(tools / "bin" / "uv"):
                return tools / "bin" / "uv"
            shutil.rmtree(str(tools), ignore_errors=True)
    raise Problem(_explain(said))


def _explain(said: str) -> str:
    last = said.strip().splitlines()[-1:] or ["no reason given"]
    if "ensurepip" in said or "No module named" in said:
        return (
            "uv is missing, and this Python can install nothing (it lacks venv and pip): install uv"
            " (https://docs.astral.sh/uv/) or your system's venv package, such as `apt install python3-venv`."
        )
    return (
        f"uv {VERSION} could not be installed ({last[0].strip()}): check the network, or install uv yourself"
        " (https://docs.astral.sh/uv/)."
    )


def provide(uv: Path, wanted: Wanted, environment: dict[str, str]) -> Path:
    """Return a Python for this purpose: one that is installed, else one that uv knows or brings."""
    found = find(wanted, environment)
    if found is not None:
        return found
    if environment.get(wanted.variable):
        raise Problem(
            f"{wanted.variable}={environment[wanted.variable]} is no working Python {wanted.words}:"
            f" {wanted.purpose} needs one; name another, or unset the variable to let one be found."
        )
    known = _ask(uv, environment, "find", "--system", "--no-python-downloads", wanted.versions[0])
    if known is not None and version_of(known) in wanted.versions:
        return Path(known)
    say(f"There is no Python {wanted.words} here; bringing {wanted.versions[0]} for {wanted.purpose} …")
    _ask(uv, environment, "install", wanted.versions[0], show=True)
    brought = _ask(uv, environment, "find", "--system", "--no-python-downloads", wanted.versions[0])
    if brought is not None and version_of(brought) in wanted.versions:
        return Path(brought)
    raise Problem(
        f"{wanted.purpose.capitalize()} needs Python {wanted.words}, which is not installed and could not be"
        f" downloaded: install it (`uv python install {wanted.versions[0]}`, `pyenv install"
        f" {wanted.versions[0]}` or your system's packages), or name one: {wanted.variable}=/path/to/python."
    )


def _ask(uv: Path, environment: dict[str, str], *words: str, show: bool = False) -> str | None:
    """Return the last line of uv's answer; `show` lets its progress and its complaints through."""
    answer = subprocess.run(
        [str(uv), "python", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=None if show else subprocess.DEVNULL,
        env=environment,
        check=False,
    )
    text = answer.stdout.decode("utf-8", "replace").strip()
    return text.splitlines()[-1].strip() if answer.returncode == 0 and text else None


def tool_environment() -> dict[str, str]:
    """Return our environment without what would point tools at other Pythons or other projects."""
    strange = ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH", "UV_PROJECT_ENVIRONMENT", "UV_PYTHON", "MAKEFLAGS")
    return {name: value for name, value in os.environ.items() if name not in strange}
