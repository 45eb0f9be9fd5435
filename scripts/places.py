"""Where things are, and whether they can be used: folders, disk space and ports."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import tempfile
from pathlib import Path

from scripts.console import Problem, explain

ROOT = Path(__file__).resolve().parent.parent
APP_PYTHON = ROOT / ".venv" / "bin" / "python"
RASA_PYTHON = ROOT / ".venv-rasa" / "bin" / "python"
MODELS = ROOT / "models"

GIGABYTE = 1024**3


def variable_folder() -> Path:
    """Return the folder of everything that is made at run time: `VAR_DIR`, else `var` in the clone."""
    return Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve()


def make_folder(folder: Path) -> Path:
    """Make a folder that we can write to, or say why that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=str(folder)):
            pass
    except OSError as error:
        reason = explain(error) if error.errno in (errno.ENOSPC, errno.EDQUOT) else None
        raise Problem(
            reason or f"The folder {folder} cannot be written ({error.strerror}): check its owner and rights."
        ) from error
    return folder


def need_space(folder: Path, gigabytes: float, purpose: str) -> None:
    """Refuse to start something for which the disk is too full."""
    free = shutil.disk_usage(str(folder)).free / GIGABYTE
    if free < gigabytes:
        raise Problem(
            f"The disk is too full: {purpose} needs {gigabytes:g} GB in {folder}, and {free:.1f} GB are free."
        )


def need_port(host: str, port: int, variable: str, purpose: str) -> None:
    """Refuse a port that another program has taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the servers do it: a connection that has just been closed does not keep the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError as error:
            raise Problem(_port_problem(error, host, port, variable, purpose)) from error


def _port_problem(error: OSError, host: str, port: int, variable: str, purpose: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken by another program, and {purpose} needs it:"
            f" stop that program or choose another port, such as `{variable}={port + 10} make run`."
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return (
            f"Port {port} may not be used by this user: choose one above 1023 for {purpose}"
            f" (`{variable}=8080 make run`)."
        )
    return f"{purpose.capitalize()} cannot listen on {host} port {port} ({error.strerror}): check HOST."


def port_from(environment: dict[str, str], variable: str, default: int) -> int:
    """Return the port that a variable names."""
    text = environment.get(variable, "").strip() or str(default)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Problem(f"{variable} is to be a port from 1 to 65535, not {text!r}.")
    return int(text)
