"""Answers with a picture, drawn off the event loop and kept for a while."""

import asyncio
from collections import OrderedDict

from aiohttp import web

from channels.pictures.draw import draw
from channels.pictures.links import PictureError, Pictures

KEPT = 64
HEADERS = {
    # The address says all that the picture shows, so it never changes.
    "Cache-Control": "public, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "cross-origin",  # the widget stands in pages of other origins
    "Access-Control-Allow-Origin": "*",
}


class Page:
    """The handler."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._drawn: OrderedDict[str, bytes] = OrderedDict()

    async def show(self, request: web.Request) -> web.Response:
        """Draw a picture of ours; 404 for any other address."""
        token = request.match_info["token"]
        try:
            shown = self._pictures.read(token)
        except PictureError as error:
            raise web.HTTPNotFound from error
        if token not in self._drawn:
            self._drawn[token] = await asyncio.to_thread(draw, shown)
            while len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        return web.Response(body=self._drawn[token], content_type="image/png", headers=HEADERS)
