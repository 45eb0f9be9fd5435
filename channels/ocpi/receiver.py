"""The operators' door in an application of its own: a country's changes then keep no customer waiting."""

from collections.abc import AsyncIterator

from aiohttp import web

from channels import health, ocpi
from channels.keys import DATABASE, SETTINGS
from channels.middleware import add_headers, errors, identify, limited
from knowledge.database import Database
from settings import Settings


def create_receiver(settings: Settings) -> web.Application:
    """Build the application; it opens nothing before it is started."""
    app = web.Application(middlewares=[identify, errors, limited(except_under=f"{ocpi.BASE}/")])
    app.on_response_prepare.append(add_headers)
    app[SETTINGS] = settings
    app[DATABASE] = Database(settings.database_url)
    app.cleanup_ctx.append(_run)
    health.setup_alone(app)
    ocpi.setup(app)
    return app


async def _run(app: web.Application) -> AsyncIterator[None]:
    with app[DATABASE]:
        yield
