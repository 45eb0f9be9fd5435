"""The routes of the calendar files."""

from pathlib import Path

from aiohttp import web

from channels.calendars.links import BASE, Calendars
from channels.calendars.page import Page
from channels.keys import CALENDARS, SETTINGS, TEXTS
from knowledge.secret import SESSION_FILE, load_secret


def made_for(app: web.Application) -> Calendars:
    """Return what makes and reads the addresses of calendar files."""
    settings = app[SETTINGS]
    return Calendars(load_secret(settings.session_secret, Path(settings.var_dir) / SESSION_FILE))


def setup(app: web.Application) -> None:
    """Add the routes."""
    page = Page(app[CALENDARS], app[TEXTS])
    app.router.add_get(rf"{BASE}/{{token}}.ics", page.file)
    app.router.add_get(rf"{BASE}/{{token}}/google", page.google)
