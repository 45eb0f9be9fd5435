"""The web channel: a chat widget for any page, with its session, its socket and its files."""

from pathlib import Path

from aiohttp import web

from channels.keys import SETTINGS, TEXTS
from channels.web import socket
from channels.web.assets import Assets, read_files, render_texts
from channels.web.origins import parse_origins
from channels.web.pages import PAGES, Pages
from channels.web.session import Sessions
from channels.web.state import WIDGET, Widget
from knowledge.secret import SESSION_FILE, load_secret


def setup(app: web.Application) -> None:
    """Add the widget to the application; its settings and texts must be there already."""
    settings, texts = app[SETTINGS], app[TEXTS]
    sessions = Sessions(load_secret(settings.session_secret, Path(settings.var_dir) / SESSION_FILE))
    app[WIDGET] = Widget(sessions, parse_origins(settings.widget_origins))
    app[PAGES] = pages = Pages(Assets(read_files() | render_texts(texts)), texts.languages)
    app.on_shutdown.append(socket.close_lines)
    app.add_routes(
        [
            web.get("/", pages.demo),
            web.get("/widget.js", pages.loader),
            web.post("/widget/session", socket.open_session),
            web.get("/widget/socket", socket.open_line, allow_head=False),
            web.get(r"/widget/{version:[0-9a-f]{12}}/texts/{wanted}.json", pages.texts),
            web.get(r"/widget/{version:[0-9a-f]{12}}/{name}", pages.file),
            web.get("/widget/texts/{wanted}.json", pages.texts),
            web.get("/widget/{name}", pages.file),
        ]
    )
