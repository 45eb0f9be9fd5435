"""Find installed Pythons: on PATH, in pyenv's folder, where systems and uv keep them; each is tried out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: What both environments need from the standard library; a Python built without a library lacks them.
_TRIAL = (
    "import sys, bz2, ctypes, lzma, sqlite3, ssl, zlib;"
    "print('%d.%d' % sys.version_info[:2], sys.maxsize > 2**32)"
)
_TRIAL_SECONDS = 20


@dataclass(frozen=True)
class Wanted:
    """A range of versions of which the first that is found is taken."""

    purpose: str
    versions: tuple[str, ...]
    variable: str

    @property
    def words(self) -> str:
        """Name the range as a person would."""
        return self.versions[0] if len(self.versions) == 1 else f"{self.versions[0]} or later"


RASA = Wanted("Rasa", ("3.10",), "RASA_PYTHON")
# The lock file is tried on the first; later ones follow so that a machine with only those works as well.
APPLICATION = Wanted("the application", ("3.12", "3.13", "3.14", "3.15"), "APP_PYTHON")


def version_of(python: Path | str) -> str | None:
    """Return "3.12" when this Python runs and is whole, None else (a pyenv shim may exist and not run)."""
    try:
        trial = subprocess.run(
            [str(python), "-I", "-c", _TRIAL],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_TRIAL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = trial.stdout.decode("utf-8", "replace").split()
    if trial.returncode != 0 or len(words) != 2 or words[1] != "True":
        return None
    return words[0]


def places(version: str, environment: dict[str, str]) -> Iterator[Path]:
    """Yield every place where a Python of this version may be, likeliest first."""
    names = (f"python{version}", "python3", "python")
    folders = [Path(folder) for folder in environment.get("PATH", "").split(os.pathsep) if folder]
    home = Path(environment.get("HOME") or Path.home())
    pyenv = [Path(environment["PYENV_ROOT"])] if environment.get("PYENV_ROOT") else []
    for root in (*pyenv, home / ".pyenv"):
        folders += sorted((root / "versions").glob(f"{version}*/bin"), reverse=True)
    folders += [Path("/usr/bin"), Path("/usr/local/bin"), Path("/opt/homebrew/bin")]
    folders += sorted(Path("/opt").glob("*/bin")) + sorted(Path("/opt").glob("*/*/bin"))
    for folder in folders:
        for name in names:
            yield folder / name


def find(wanted: Wanted, environment: dict[str, str]) -> Path | None:
    """Return an installed Python that was seen running, or None."""
    asked = environment.get(wanted.variable)
    if asked:
        return Path(asked) if version_of(asked) in wanted.versions else None
    tried: dict[Path, str | None] = {}
    for version in wanted.versions:
        for place in places(version, environment):
            if not os.access(str(place), os.X_OK) or place.is_dir():
                continue
            # A virtual environment's Python is a link to its base, yet not the same: do not resolve the link.
            if place not in tried:
                tried[place] = version_of(place)
            if tried[place] == version:
                return place
    return None
