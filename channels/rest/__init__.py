"""The REST channel: `POST /webhooks/rest/webhook`, as Rasa's own REST channel answers it."""

from aiohttp import web

from channels.rest.webhook import Webhook


def setup(app: web.Application) -> None:
    """Mount the channel."""
    app.router.add_post("/webhooks/rest/webhook", Webhook(app).answer)
