"""Answers with a customer's data as an attachment: JSON for programs, or a text that people can read."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import yaml
from aiohttp import web

from channels.errors import gone
from channels.exports.links import LIFETIME, ExpiredError, ExportError, Exports
from channels.keys import DATABASE
from knowledge.privacy.export import export

TYPES = {"json": "application/json", "txt": "text/plain"}


class Page:
    """The handler."""

    def __init__(self, exports: Exports) -> None:
        self._exports = exports

    async def send(self, request: web.Request) -> web.Response:
        """Send the data of the conversation that the address was made for; 404 for any other address."""
        now, form = datetime.now(UTC), request.match_info["form"]
        try:
            conversation_id = self._exports.read(request.match_info["token"], now)
        except ExpiredError as error:
            minutes = LIFETIME.seconds // 60
            raise gone(
                f"this link was good for {minutes} minutes; ask the assistant for a new one"
            ) from error
        except ExportError as error:
            raise web.HTTPNotFound from error
        found = await request.app[DATABASE].read(export, conversation_id, now)
        if found is None:
            raise web.HTTPNotFound
        return web.Response(
            text=await asyncio.to_thread(written, found, form),
            content_type=TYPES[form],
            charset="utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="smart-my-data-{now:%Y-%m-%d}.{form}"',
                "Cache-Control": "no-store, private",
            },
        )


def written(data: dict[str, Any], form: str) -> str:
    """Write the data down."""
    if form == "json":
        return json.dumps(data, ensure_ascii=False, indent=1)
    # YAML: indented lines of names and values, without brackets and quotes where none are needed.
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
