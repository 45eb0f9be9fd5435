"""Which versions and modules we speak, and where they are."""

from typing import Any

from aiohttp import web

from channels.keys import SETTINGS
from channels.ocpi.envelope import answer
from knowledge.charging.ocpi.parties import Operator

BASE, VERSION = "/ocpi", "2.2.1"


class Versions:
    """The versions module."""

    def __init__(self, app: web.Application) -> None:
        self._public = app[SETTINGS].public_url

    async def all(self, request: web.Request, operator: Operator) -> web.Response:
        """Answer which versions there are."""
        here = f"{root(request, self._public)}/{VERSION}"
        return answer([{"version": VERSION, "url": here}])

    async def endpoints(self, request: web.Request, operator: Operator) -> web.Response:
        """Answer which modules there are."""
        here = f"{root(request, self._public)}/{VERSION}"
        # By OCPI's own rule the credentials module is a SENDER's on either side.
        modules: list[dict[str, Any]] = [
            {"identifier": "credentials", "role": "SENDER", "url": f"{here}/credentials"},
            {"identifier": "locations", "role": "RECEIVER", "url": f"{here}/receiver/locations"},
            {"identifier": "tariffs", "role": "RECEIVER", "url": f"{here}/receiver/tariffs"},
        ]
        return answer({"version": VERSION, "endpoints": modules})


def root(request: web.Request, public_url: str | None) -> str:
    """Return the address of our OCPI as operators see it."""
    return f"{(public_url or f'{request.scheme}://{request.host}').rstrip('/')}{BASE}"
