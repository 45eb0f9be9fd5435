"""Whether the process lives, whether it can serve, and what it measured."""

from typing import Any

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from channels import inbox, outbox
from channels.access import Access
from channels.keys import DATABASE, METRICS, RASA, SETTINGS

LOOK = text("SELECT 1")


def setup(app: web.Application) -> None:
    """Mount the routes."""
    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)
    access = Access(app[SETTINGS].metrics_token, "METRICS_TOKEN")

    async def guarded_metrics(request: web.Request) -> web.Response:
        access.check(request)
        return await metrics(request)

    app.router.add_get("/metrics", guarded_metrics)


def setup_alone(app: web.Application) -> None:
    """Mount the routes of an application that needs nothing but the database."""
    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready_alone)


async def alive(request: web.Request) -> web.Response:
    """Answer as long as the process can."""
    return web.json_response({"status": "alive"})


async def ready(request: web.Request) -> web.Response:
    """Answer 200 when the database, Rasa with its model and the action server are all there."""
    return _readiness([*await _without_database(request), *await request.app[RASA].lacking()])


async def ready_alone(request: web.Request) -> web.Response:
    """Answer 200 when the database is there."""
    return _readiness(await _without_database(request))


async def _without_database(request: web.Request) -> list[str]:
    try:
        await request.app[DATABASE].read(_look)
    except SQLAlchemyError:
        return ["database"]
    return []


def _readiness(lacking: list[str]) -> web.Response:
    body: dict[str, Any] = {"status": "not ready" if lacking else "ready", "lacking": lacking}
    return web.json_response(body, status=503 if lacking else 200)


async def metrics(request: web.Request) -> web.Response:
    """Answer the figures in Prometheus's format; how much is open is counted now."""
    figures, database = request.app[METRICS], request.app[DATABASE]
    figures.inbox.set(await database.read(inbox.depth))
    figures.outbox.clear()
    for channel, count in (await database.read(outbox.depth)).items():
        figures.outbox.labels(channel).set(count)
    return web.Response(body=generate_latest(figures.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _look(session: Session) -> None:
    session.execute(LOOK)
