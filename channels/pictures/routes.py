"""The route of the pictures."""

from pathlib import Path

from aiohttp import web

from channels.keys import PICTURES, SETTINGS
from channels.pictures.links import Pictures
from channels.pictures.page import Page
from knowledge.secret import SESSION_FILE, load_secret


def made_for(app: web.Application) -> Pictures:
    """Return what makes and reads the addresses of pictures."""
    settings = app[SETTINGS]
    return Pictures(load_secret(settings.session_secret, Path(settings.var_dir) / SESSION_FILE))


def setup(app: web.Application) -> None:
    """Add the route that draws."""
    app.router.add_get(r"/pictures/{token}.png", Page(app[PICTURES]).show)
