"""A supervisor over little services, as `scripts.run` has real ones; takes a folder, then ports and modes."""

import os
import sys
from pathlib import Path

from scripts.child import Service
from scripts.console import guarded, say
from scripts.run import only_one
from scripts.supervisor import Supervisor

SERVICE = Path(__file__).with_name("little_service.py")


def main() -> int:
    folder = Path(sys.argv[1])
    with only_one(folder):
        supervisor = Supervisor(
            folder, folder / "run.json", sys.executable, on_ready=lambda: say("all ready")
        )
        try:
            for number, (port, mode) in enumerate(zip(sys.argv[2::2], sys.argv[3::2], strict=True)):
                command = (sys.executable, str(SERVICE), port, str(folder), mode)
                name = f"service{number}"
                supervisor.start(
                    Service(
                        name, name.capitalize(), command, folder, int(port), "/", os.environ, patience=5.0
                    )
                )
            supervisor.run()
        finally:
            supervisor.stop(first="service1")
        say("stopped")
    return 0


sys.exit(guarded(main))
