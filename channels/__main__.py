"""Run the application: `python -m channels`."""

import logging
import sys

import uvloop
from aiohttp import web

import settings
from channels.app import create_app
from channels.middleware import REQUEST_ID
from knowledge.vault import VaultError

SHUTDOWN_SECONDS = 5.0  # for requests still open once the turns have ended


def main() -> int:
    """Serve until told to stop; return the exit code."""
    loaded = settings.load()
    _log(loaded.log_level)
    try:
        app = create_app(loaded)
        web.run_app(
            app,
            host=loaded.host,
            port=int(loaded.port),
            access_log=None,  # it would write addresses; the middleware writes a line that names nobody
            print=lambda line: None,
            shutdown_timeout=SHUTDOWN_SECONDS,
            loop=uvloop.new_event_loop(),
        )
    except VaultError as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        print(f"cannot serve on {loaded.host}:{loaded.port}: {error}", file=sys.stderr)
        return 1
    return 0


def _log(level: str) -> None:
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)s %(name)s [%(request)s] %(message)s"
    )
    for handler in logging.getLogger().handlers:
        handler.addFilter(_with_request)


def _with_request(record: logging.LogRecord) -> bool:
    record.request = REQUEST_ID.get()
    return True


if __name__ == "__main__":
    sys.exit(main())
