"""Serves an aiohttp application as a process: its log, its loop, and faults that are told in one line."""

import logging
import sys
from collections.abc import Callable

import uvloop
from aiohttp import web

from channels.middleware import REQUEST_ID
from knowledge.vault import VaultError
from settings import Settings

SHUTDOWN_SECONDS = 5.0  # for requests still open once the turns have ended
# Python's own 5 ms let a thread of the database wait that long for its turn, the file's lock in its hand.
SWITCH_SECONDS = 0.001


def serve(create: Callable[[], web.Application], settings: Settings, port: str) -> int:
    """Serve on a port until told to stop; return the exit code."""
    _log(settings.log_level)
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        app = create()
        web.run_app(
            app,
            host=settings.host,
            port=int(port),
            access_log=None,  # it would write addresses; the middleware writes a line that names nobody
            print=lambda line: None,
            shutdown_timeout=SHUTDOWN_SECONDS,
            loop=uvloop.new_event_loop(),
        )
    except VaultError as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        print(f"cannot serve on {settings.host}:{port}: {error}", file=sys.stderr)
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
