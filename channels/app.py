"""The application: everything that faces customers, agents and providers, in one aiohttp server."""

from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web

from channels import desk, health, ocpi, rest
from channels import web as widget
from channels.announce import Announcer
from channels.calendars import routes as calendars
from channels.dialogue import Dialogue
from channels.exports import routes as exports
from channels.gateway import Gateway
from channels.hub import Hub
from channels.keys import (
    CALENDARS,
    DATABASE,
    DIALOGUE,
    EXPORTS,
    GATEWAY,
    HUB,
    LANGUAGES,
    METRICS,
    PICTURES,
    RASA,
    REPLIES,
    SETTINGS,
    TEXTS,
)
from channels.language import Languages
from channels.metrics import Metrics
from channels.middleware import add_headers, errors, identify, limited
from channels.notices import Notices
from channels.pictures import routes as pictures
from channels.rasa import Rasa
from channels.replies import Replies
from channels.retention import Retention
from channels.texts import MESSAGES, Texts
from channels.watcher import Watcher
from knowledge import vault
from knowledge.database import Database
from knowledge.privacy import sealing
from settings import Settings

BODY_LIMIT = 64 * 1024


def create_app(
    settings: Settings, *, actions_url: str | None = None, messages: Path = MESSAGES
) -> web.Application:
    """Build the application; it opens nothing before it is started."""
    app = web.Application(
        middlewares=[identify, errors, limited(except_under=f"{ocpi.BASE}/")], client_max_size=BODY_LIMIT
    )
    app.on_response_prepare.append(add_headers)
    app[SETTINGS] = settings
    app[METRICS] = Metrics()
    app[LANGUAGES] = Languages.load()
    app[TEXTS] = Texts.load(messages)
    app[HUB] = Hub()
    vault.install(vault.Vault.load(settings.data_keys, Path(settings.var_dir)))
    app[DATABASE] = Database(settings.database_url)
    app[RASA] = Rasa(settings.rasa_url, actions_url or f"http://127.0.0.1:{settings.actions_port}")
    app[PICTURES] = pictures.made_for(app)
    app[CALENDARS] = calendars.made_for(app)
    app[EXPORTS] = exports.made_for(app)
    app[REPLIES] = Replies(app[TEXTS], app[PICTURES], app[CALENDARS], app[EXPORTS])
    app[DIALOGUE] = Dialogue(app[RASA], app[REPLIES], app[LANGUAGES], app[METRICS])
    app[GATEWAY] = Gateway(app[DATABASE], app[DIALOGUE], app[HUB], app[METRICS])
    app.cleanup_ctx.append(_run)
    app.on_shutdown.append(_stop)
    health.setup(app)
    pictures.setup(app)
    calendars.setup(app)
    exports.setup(app)
    rest.setup(app)
    widget.setup(app)
    desk.setup(app)
    ocpi.setup(app)
    return app


async def _run(app: web.Application) -> AsyncIterator[None]:
    with app[DATABASE]:
        # Without the keys of what is stored not one turn could be dealt with: better not to start at all.
        await app[DATABASE].read(sealing.check)
        async with app[RASA]:
            await app[GATEWAY].start()
            services = (
                Watcher(app[DATABASE], app[HUB]),
                Notices(app[DATABASE], Announcer(app[REPLIES]), app[HUB], app[METRICS]),
                Retention(app[DATABASE]),
            )
            for service in services:
                service.start()
            yield
            for service in services:
                await service.stop()


async def _stop(app: web.Application) -> None:
    # Before the server waits for its open requests: they are waiting for this.
    await app[GATEWAY].stop()
