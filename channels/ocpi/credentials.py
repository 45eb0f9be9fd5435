"""Credentials: an operator's own, which we keep without its token, and ours, with a new token for it.

We never ask the address that a body names. It is kept only where it is on the host that is on record for
this operator; the token for asking that host is a setting (`docs/charging.md`), not what a body says.
"""

from typing import Any

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from channels.keys import DATABASE, SETTINGS
from channels.ocpi import body
from channels.ocpi.door import Door, token_of
from channels.ocpi.envelope import CLIENT_ERROR, INVALID, OcpiError, answer
from channels.ocpi.versions import root
from knowledge.charging.ocpi import parties, reading
from knowledge.charging.ocpi.parties import Operator, OperatorError


class Business(BaseModel):
    """How an operator calls itself."""

    model_config = ConfigDict(extra="ignore")

    name: str = Field(min_length=1, max_length=100)


class Role(BaseModel):
    """A role that an operator has."""

    model_config = ConfigDict(extra="ignore")

    role: str = Field(max_length=10)
    country_code: str = Field(min_length=2, max_length=2)
    party_id: str = Field(min_length=3, max_length=3)
    business_details: Business


class Sent(BaseModel):
    """The credentials that an operator sends."""

    model_config = ConfigDict(extra="ignore")

    token: str = Field(min_length=1, max_length=64)
    url: str = Field(min_length=8, max_length=255)
    roles: list[Role] = Field(min_length=1, max_length=50)


class Credentials:
    """The credentials module."""

    def __init__(self, app: web.Application, door: Door) -> None:
        self._database, self._settings, self._door = app[DATABASE], app[SETTINGS], door

    async def get(self, request: web.Request, operator: Operator) -> web.Response:
        """Answer our credentials, with the token that was sent."""
        token = token_of(request)
        return answer(self._ours(request, parties.decoded(token) or "" if operator.token_base64 else token))

    async def post(self, request: web.Request, operator: Operator) -> web.Response:
        """Register an operator."""
        if operator.registered:
            raise OcpiError(405, CLIENT_ERROR, "already registered: send PUT", {"Allow": "GET, PUT, DELETE"})
        return await self._register(request, operator)

    async def put(self, request: web.Request, operator: Operator) -> web.Response:
        """Change the registration of an operator."""
        if not operator.registered:
            raise OcpiError(405, CLIENT_ERROR, "not registered yet: send POST", {"Allow": "GET, POST"})
        return await self._register(request, operator)

    async def delete(self, request: web.Request, operator: Operator) -> web.Response:
        """End the registration of an operator: its token opens nothing any more."""
        if not operator.registered:
            raise OcpiError(405, CLIENT_ERROR, "not registered", {"Allow": "GET, POST"})
        await self._database.run(parties.unregister, operator)
        self._door.forget()
        return answer()

    async def _register(self, request: web.Request, operator: Operator) -> web.Response:
        try:
            sent = Sent.model_validate(await body.read(request))
        except ValidationError as error:
            raise OcpiError(200, INVALID, reading.reason(error)) from error
        owner = operator.owner
        if not any(owner.refuses(role.country_code, role.party_id) is None for role in sent.roles):
            message = f"no role is of {owner.country_code}*{owner.party_id}, whose token this is"
            raise OcpiError(200, INVALID, message)
        roles = [role.model_dump() for role in sent.roles]
        try:
            token = await self._database.run(parties.register, operator, sent.url, roles)
        except OperatorError as error:
            raise OcpiError(200, INVALID, str(error)) from error
        self._door.forget()
        return answer(self._ours(request, token))

    def _ours(self, request: web.Request, token: str) -> dict[str, Any]:
        country_code, _, party_id = self._settings.ocpi_party.partition("*")
        role = {
            "role": "NSP",  # a navigation service provider: finds chargers, sells no charging
            "country_code": country_code,
            "party_id": party_id,
            "business_details": {"name": self._settings.ocpi_name},
        }
        url = f"{root(request, self._settings.public_url)}/versions"
        return {"token": token, "url": url, "roles": [role]}
