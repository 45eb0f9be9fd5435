"""The receiver of Locations, EVSEs and connectors."""

from collections.abc import Callable

from aiohttp import web

from channels.keys import DATABASE
from channels.ocpi import body, objects
from channels.ocpi.door import Handler
from channels.ocpi.envelope import UNKNOWN_LOCATION, OcpiError, answer
from channels.writer import RepeatingWriter
from knowledge.charging.ocpi import rendering, writing
from knowledge.charging.ocpi.parties import Operator

PARTS = ("location_id", "evse_uid", "connector_id")
# By how much of the path is there: a Location, an EVSE, a connector.
PUT: dict[int, Callable[..., writing.Outcome]] = {
    1: writing.put_location,
    2: writing.put_evse,
    3: writing.put_connector,
}
PATCH: dict[int, Callable[..., writing.Outcome]] = {
    1: writing.patch_location,
    2: writing.patch_evse,
    3: writing.patch_connector,
}


class Locations:
    """The locations module."""

    def __init__(self, app: web.Application, writer: RepeatingWriter) -> None:
        self._database, self._writer = app[DATABASE], writer
        self.methods: dict[str, Handler] = {"GET": self.get, "PUT": self.put, "PATCH": self.patch}

    async def get(self, request: web.Request, operator: Operator) -> web.Response:
        """Answer what is kept of an object."""
        parts = objects.path(request, operator, *PARTS)
        found = await self._database.read(rendering.find, operator.key, operator.owner, parts)
        if found is None:
            raise OcpiError(404, UNKNOWN_LOCATION, f"{'/'.join(parts)} is not on record")
        return answer(found)

    async def put(self, request: web.Request, operator: Operator) -> web.Response:
        """Take a whole object."""
        return await self._write(request, operator, PUT)

    async def patch(self, request: web.Request, operator: Operator) -> web.Response:
        """Take a change of an object."""
        return await self._write(request, operator, PATCH)

    async def _write(
        self, request: web.Request, operator: Operator, ways: dict[int, Callable[..., writing.Outcome]]
    ) -> web.Response:
        parts = objects.path(request, operator, *PARTS)
        data = await body.read(request)
        way = ways[len(parts)]
        return await objects.write(
            self._writer, operator, parts[0], lambda session: way(session, operator, *parts, data)
        )
