"""The receiver of tariffs."""

from aiohttp import web

from channels.keys import DATABASE
from channels.ocpi import body, objects
from channels.ocpi.door import Handler
from channels.ocpi.envelope import CLIENT_ERROR, OcpiError, answer
from channels.writer import RepeatingWriter
from knowledge.charging.ocpi import tariffs
from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.ocpi.writing import UnknownObjectError


class Tariffs:
    """The tariffs module."""

    def __init__(self, app: web.Application, writer: RepeatingWriter) -> None:
        self._database, self._writer = app[DATABASE], writer
        self.methods: dict[str, Handler] = {"GET": self.get, "PUT": self.put, "DELETE": self.delete}

    async def get(self, request: web.Request, operator: Operator) -> web.Response:
        """Answer what is kept of a tariff."""
        (tariff_id,) = objects.path(request, operator, "tariff_id")
        try:
            return answer(await self._database.read(tariffs.get, operator, tariff_id))
        except UnknownObjectError as error:
            raise OcpiError(404, CLIENT_ERROR, str(error)) from error

    async def put(self, request: web.Request, operator: Operator) -> web.Response:
        """Take a tariff."""
        (tariff_id,) = objects.path(request, operator, "tariff_id")
        data = await body.read(request)
        return await objects.write(
            self._writer, operator, tariff_id, lambda session: tariffs.put(session, operator, tariff_id, data)
        )

    async def delete(self, request: web.Request, operator: Operator) -> web.Response:
        """Forget a tariff."""
        (tariff_id,) = objects.path(request, operator, "tariff_id")
        try:
            at = objects.place(operator, tariff_id)
            await self._writer.run_at(at, lambda session: tariffs.remove(session, operator, tariff_id))
        except UnknownObjectError as error:
            raise OcpiError(404, CLIENT_ERROR, str(error)) from error
        return answer()
