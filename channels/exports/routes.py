"""The route of the exports."""

from pathlib import Path

from aiohttp import web

from channels.exports.links import Exports
from channels.exports.page import Page
from channels.keys import EXPORTS, SETTINGS
from knowledge.secret import SESSION_FILE, load_secret


def made_for(app: web.Application) -> Exports:
    """Return what makes and reads the addresses of exports."""
    settings = app[SETTINGS]
    return Exports(load_secret(settings.session_secret, Path(settings.var_dir) / SESSION_FILE))


def setup(app: web.Application) -> None:
    """Add the route that sends a customer's data."""
    app.router.add_get(r"/exports/{token}.{form:json|txt}", Page(app[EXPORTS]).send)
