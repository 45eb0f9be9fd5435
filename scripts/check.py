"""`make lint` and `make test`: every check of the project, cheapest first; pytest comes last."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time

from scripts import bootstrap, services, train
from scripts.console import Problem, guarded, say
from scripts.places import APP_PYTHON, RASA_PYTHON, ROOT, make_folder, variable_folder

_BIN = APP_PYTHON.parent
LINTERS = (
    ("ruff check", [str(_BIN / "ruff"), "check", "--quiet", "--output-format=concise", "."]),
    ("ruff format", [str(_BIN / "ruff"), "format", "--quiet", "--output-format=concise", "--check", "."]),
    ("mypy", [str(_BIN / "mypy"), "--no-error-summary"]),
    ("mypy scripts", [str(_BIN / "mypy"), "--no-error-summary", "-p", "scripts"]),
    ("lint-imports", [str(_BIN / "lint-imports"), "--no-cache"]),
)
#: What runs inside Rasa is tested there.
RASA_TESTS = "tests/unit/bot/nlu"

#: Warnings of `rasa data validate` that say nothing about a fault here.
HARMLESS = (
    # Libraries that warn about themselves.
    re.compile(r"DeprecationWarning|FutureWarning|MovedIn20Warning"),
    # Actions and the application say them, not rules; a test compares bot/messages with what they say.
    re.compile(r"The utterance '[^']+' is not used in any story or rule"),
    # How bot/ is merged; tried and working.
    re.compile(r"The MultiProjectImporter is currently experimental"),
)


def lint() -> None:
    """Run every linter and stop if one of them complains."""
    complaining = [name for name, command in LINTERS if _run(name, command).returncode != 0]
    if complaining:
        raise Problem(f"Not clean: {', '.join(complaining)}.")


def _run(name: str, command: list[str]) -> subprocess.CompletedProcess[bytes]:
    """Run a tool silently unless it complains."""
    began = time.monotonic()
    environment = services.clean_environment()
    done = subprocess.run(
        command, cwd=str(ROOT), env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode != 0:
        say(done.stdout.decode("utf-8", "replace"))
    say(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name} ({time.monotonic() - began:.0f} s)")
    return done


def warnings_in(text: str) -> list[str]:
    """Return the warnings that matter in what `rasa data validate` says."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    found = [line for line in plain.splitlines() if re.search(r"Warning:|\bWARNING\b|\bERROR\b", line)]
    return [
        re.sub(r"^.*?\bUserWarning: ", "", line)
        for line in found
        if not any(pattern.search(line) for pattern in HARMLESS)
    ]


def validate() -> None:
    """Have Rasa check the domain and the training data against each other."""
    began = time.monotonic()
    done = subprocess.run(
        [str(RASA_PYTHON), "-m", "rasa", "data", "validate"],
        cwd=str(ROOT),
        env=services.rasa_environment(variable_folder()),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    text = done.stdout.decode("utf-8", "replace")
    complaints = warnings_in(text)
    if done.returncode != 0 or complaints:
        say("\n".join(complaints) or text)
        raise Problem("`rasa data validate` complains about the domain or the training data.")
    say(f"ok     rasa data validate ({time.monotonic() - began:.0f} s)")


def test_inside_rasa() -> None:
    """Test our components in Rasa's own environment."""
    if not (ROOT / RASA_TESTS).is_dir():
        return
    command = [
        *(str(RASA_PYTHON), "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(ROOT)),
        *("-p", "no:cacheprovider", "-W", "ignore::DeprecationWarning", RASA_TESTS),
    ]
    environment = services.rasa_environment(make_folder(variable_folder()))
    if subprocess.run(command, cwd=str(ROOT), env=environment, check=False).returncode != 0:
        raise Problem(f"Tests inside Rasa failed ({RASA_TESTS}).")


def main() -> int:
    """Run the checks; with none of the options, all of them."""
    parser = argparse.ArgumentParser(prog="python -m scripts.check", description=__doc__)
    parser.add_argument("--lint", action="store_true", help="only the linters")
    parser.add_argument("pytest", nargs="*", help="what pytest is to run, with its options after --")
    options = parser.parse_args()
    bootstrap.both(with_tests=True)
    lint()
    if options.lint:
        return 0
    validate()
    train.ensure()
    test_inside_rasa()
    sys.stdout.flush()
    os.chdir(str(ROOT))
    # pytest takes this process's place, so that its closing line and its exit code are the last word.
    command = [str(APP_PYTHON), "-m", "pytest", f"--ignore={RASA_TESTS}", *options.pytest]
    os.execve(command[0], command, services.clean_environment())  # noqa: S606 - the command is ours
    return 1


if __name__ == "__main__":
    sys.exit(guarded(main))
