"""What the modules that take objects share: whose object it is, writing it, and the answer to that."""

from collections.abc import Callable

from aiohttp import web
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from channels.ocpi.envelope import CLIENT_ERROR, INVALID, UNKNOWN_LOCATION, OcpiError, answer
from channels.writer import RepeatingWriter
from knowledge.charging.ocpi import writing
from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.ocpi.reading import Refusals
from knowledge.charging.ocpi.writing import InvalidObjectError, Outcome, UnknownObjectError

LONGEST = 64
TOLD = 5


def path(request: web.Request, operator: Operator, *names: str) -> list[str]:
    """Return these parts of the address; another operator's objects do not exist for this one."""
    of = (request.match_info["country_code"], request.match_info["party_id"])
    if operator.owner.refuses(*of) is not None:
        raise OcpiError(404, UNKNOWN_LOCATION, f"your token is not for {'*'.join(of)[:20]}")
    parts = [request.match_info[name] for name in names if name in request.match_info]
    if not all(0 < len(part) <= LONGEST and part.isprintable() for part in parts):
        raise OcpiError(404, CLIENT_ERROR, f"an id has 1 to {LONGEST} printable characters")
    return parts


def place(operator: Operator, object_id: str) -> str:
    """Return where in the order of all writing a Location or a tariff stands."""
    return f"{operator.key}/{object_id}"


async def write(
    writer: RepeatingWriter, operator: Operator, object_id: str, work: Callable[[Session], Outcome]
) -> web.Response:
    """Do a piece of writing and answer what became of it; why it was refused is kept."""
    at = place(operator, object_id)
    try:
        outcome = await _once_more(writer, at, work)
    except UnknownObjectError as error:
        raise OcpiError(404, UNKNOWN_LOCATION, str(error)) from error
    except InvalidObjectError as error:
        refusals = error.refusals
        await writer.run_at(at, lambda session: writing.keep_refusals(session, operator, refusals))
        raise OcpiError(200, INVALID, _told(error.refusals)) from error
    message = "Success"
    if outcome.refusals:
        message = f"Taken without what cannot be used: {_told(outcome.refusals)}"
    return answer(http=201 if outcome.new else 200, message=message)


async def _once_more(writer: RepeatingWriter, at: str, work: Callable[[Session], Outcome]) -> Outcome:
    try:
        return await writer.run_at(at, work)
    except IntegrityError:
        # Another request has put the same new object meanwhile: now it is there to be changed.
        return await writer.run_at(at, work)


def _told(refusals: Refusals) -> str:
    told = [f"{name}: {reason}" for name, reason in refusals[:TOLD]]
    more = len(refusals) - TOLD
    return "; ".join([*told, f"and {more} more"] if more > 0 else told)
