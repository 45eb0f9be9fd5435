"""The processes of the assistant: their commands, ports and environments."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.child import Service
from scripts.console import Problem
from scripts.places import APP_PYTHON, RASA_PYTHON, ROOT, need_port, port_from

#: Settings of the set-up and of the processes' ports, for `docs/settings.md`: name, default, meaning.
SETTINGS = (
    ("RASA_PORT", "5005", "port of Rasa, on loopback only"),
    ("ACTIONS_PORT", "5055", "port of the action server, on loopback only"),
    ("ACTIONS_URL", "http://127.0.0.1:5055/webhook", "where Rasa finds the action server"),
    ("MODEL", "", "a model file to use as it is, instead of one that fits the training data"),
    ("VAR_DIR", "var", "folder of logs, of the lock and of tools that the set-up brings"),
    ("RASA_PYTHON", "", "a Python 3.10 for Rasa, where the set-up finds none itself"),
    ("APP_PYTHON", "", "a Python 3.12 or later for the application, likewise"),
)

#: Rasa without reports to its makers, without a search for graphics cards and with fewer remarks of libraries
#: about themselves.
RASA_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "CUDA_VISIBLE_DEVICES": "-1",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


@dataclass(frozen=True)
class Ports:
    """Where the processes listen; charging operators have one of their own only where it has a port."""

    host: str
    app: int
    rasa: int
    actions: int
    ocpi: int | None = None

    @property
    def url(self) -> str:
        """The address for a person's browser."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::", "") else self.host  # noqa: S104 - compared, not bound
        return f"http://[{host}]:{self.app}" if ":" in host else f"http://{host}:{self.app}"


def ports(environment: Mapping[str, str]) -> Ports:
    """Read the ports from the environment and see that they differ."""
    variables = dict(environment)
    chosen = Ports(
        host=variables.get("HOST", "").strip() or "127.0.0.1",
        app=port_from(variables, "PORT", 8080),
        rasa=port_from(variables, "RASA_PORT", 5005),
        actions=port_from(variables, "ACTIONS_PORT", 5055),
        ocpi=port_from(variables, "OCPI_PORT", 0) if variables.get("OCPI_PORT", "").strip() else None,
    )
    if len({chosen.app, chosen.rasa, chosen.actions, chosen.ocpi}) < 4:
        raise Problem("PORT, RASA_PORT, ACTIONS_PORT and OCPI_PORT are to be different ports.")
    return chosen


def need_ports(chosen: Ports) -> None:
    """Refuse to start where another program holds a port."""
    need_port(chosen.host, chosen.app, "PORT", "the application")
    need_port("127.0.0.1", chosen.rasa, "RASA_PORT", "Rasa")
    need_port("127.0.0.1", chosen.actions, "ACTIONS_PORT", "the action server")
    if chosen.ocpi is not None:
        need_port(chosen.host, chosen.ocpi, "OCPI_PORT", "the charging operators' door")


def clean_environment() -> dict[str, str]:
    """Return our environment without what would make the processes use other Pythons or start slowly."""
    # Without .pyc files each start of Rasa compiles its thousands of modules anew.
    strange = ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")
    variables = {name: value for name, value in os.environ.items() if name not in strange}
    variables.update(PYTHONPATH=str(ROOT), PYTHONUNBUFFERED="1", PYTHONUTF8="1")
    return variables


def rasa_environment(var: Path) -> dict[str, str]:
    """Return the environment of anything that runs in Rasa's Python.

    At DEBUG Rasa writes down what customers say, so it stays at INFO whatever the application's level is.
    """
    own = {"MPLCONFIGDIR": str(var / "matplotlib"), "LOG_LEVEL": "INFO"}
    return {**clean_environment(), **RASA_QUIET, **own}


def rasa(chosen: Ports, model: Path, var: Path) -> Service:
    """Describe Rasa: it keeps nothing, so once the application has ended it need not take its time to end."""
    environment = rasa_environment(var)
    environment.setdefault("ACTIONS_URL", f"http://127.0.0.1:{chosen.actions}/webhook")
    command = (
        *(
            str(RASA_PYTHON),
            "-m",
            "rasa",
            "run",
            "--enable-api",
            "-i",
            "127.0.0.1",
            "-p",
            str(chosen.rasa),
        ),
        *("--endpoints", "endpoints.yml", "--credentials", "credentials.yml", "-m", str(model)),
    )
    return Service(
        "rasa", "Rasa", command, ROOT, chosen.rasa, "/status", environment, patience=180.0, grace=2.0
    )


def actions(chosen: Ports) -> Service:
    """Describe the action server."""
    environment = {**clean_environment(), "ACTIONS_PORT": str(chosen.actions)}
    command = (str(APP_PYTHON), "-m", "bot.actions")
    return Service("actions", "The action server", command, ROOT, chosen.actions, "/health", environment)


def app(chosen: Ports) -> Service:
    """Describe the application, which customers and providers reach."""
    environment = {**clean_environment(), "PORT": str(chosen.app), "HOST": chosen.host}
    environment.setdefault("RASA_URL", f"http://127.0.0.1:{chosen.rasa}")
    # Ready only once Rasa is: it may take a little longer.
    command = (str(APP_PYTHON), "-m", "channels")
    return Service(
        *("app", "The application", command, ROOT, chosen.app, "/readyz", environment, _reached(chosen)),
        patience=240.0,
    )


def ocpi(chosen: Ports, port: int) -> Service:
    """Describe the door of charging operators as a process of its own."""
    environment = {**clean_environment(), "OCPI_PORT": str(port), "HOST": chosen.host}
    command = (str(APP_PYTHON), "-m", "channels.ocpi")
    name = "The charging operators' door"
    return Service("ocpi", name, command, ROOT, port, "/readyz", environment, _reached(chosen))


def _reached(chosen: Ports) -> str:
    return "127.0.0.1" if chosen.host in ("0.0.0.0", "::") else chosen.host  # noqa: S104 - compared, not bound
