"""Runs the action server on loopback: `python -m bot.actions`."""

import logging

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

import bot.actions.registry as registry
import settings


def main() -> None:
    """Serve every action of the registry until the process is stopped."""
    configured = settings.load()
    logging.basicConfig(level=configured.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("rasa_sdk.executor").setLevel(logging.WARNING)  # it logs each action that it registers
    executor = ActionExecutor()
    for action in registry.actions():
        executor.register_action(action)
    app = create_app(executor)
    app.config.KEEP_ALIVE_TIMEOUT = 120  # seconds; Rasa keeps its connection between turns
    app.run(
        host="127.0.0.1",  # nobody but Rasa, on this machine, has business here
        port=int(configured.actions_port),
        single_process=True,
        access_log=False,
        motd=False,
    )


if __name__ == "__main__":
    main()
