"""The operators that speak OCPI with us, and the tokens by which we know them.

A token is shown once, when it is made; what is kept is its SHA-256.
"""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from knowledge.charging import store, tables
from knowledge.charging.ocpi.reading import Owner
from knowledge.charging.tables import Party

TOKEN_BYTES = 32
LONGEST_TOKEN = 256
PORTS = {"https": 443, "http": 80}
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class OperatorError(Exception):
    """What is asked of an operator's entry cannot be; the message is for whoever asked."""


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator, as those who take its objects need to know it."""

    key: str
    owner: Owner
    enabled: bool
    token_digest: str | None
    token_base64: bool
    versions_url: str | None
    registered: bool  # it has sent its credentials
    pulled_at: datetime | None


def key_of(country_code: str, party_id: str) -> str:
    """Return the key of an operator, such as MY*CSN."""
    return f"{country_code.upper()}*{party_id.upper()}"


def add(
    session: Session,
    country_code: str,
    party_id: str,
    *,
    name: str,
    network: str | None = None,
    versions_url: str | None = None,
    plain_token: bool = False,
) -> str:
    """Enter an operator, or give one that is there a new token; return the token."""
    if not re.fullmatch(r"[A-Za-z]{2}", country_code) or not re.fullmatch(r"[A-Za-z0-9]{3}", party_id):
        raise OperatorError(
            "an operator has a country code of two letters and a party id of three characters"
        )
    if not 1 <= len(name) <= 80 or (network is not None and not 1 <= len(network) <= 40):
        raise OperatorError("a name has 1 to 80 characters, a network 1 to 40")
    if versions_url is not None:
        origin(versions_url)
    key, token = key_of(country_code, party_id), secrets.token_urlsafe(TOKEN_BYTES)
    known = session.get(Party, key)
    if known is not None and known.kind != tables.OCPI:
        raise OperatorError(f"{key} is the key of something else")
    party = known or Party(key=key, kind=tables.OCPI, created_at=datetime.now(UTC))
    party.name, party.network = name, network
    party.country_code, party.party_id = country_code.upper(), party_id.upper()
    party.versions_url = versions_url or party.versions_url
    party.token_base64, party.enabled = not plain_token, True
    party.token_digest, party.peer_roles = digest(token), None
    session.add(party)
    session.flush()
    return token


def remove(session: Session, key: str) -> None:
    """Remove an operator with all its sites and tariffs."""
    find(session, key)
    store.remove_party(session, key)


def operators(session: Session) -> list[Operator]:
    """Return all operators."""
    query = select(Party.__table__).where(Party.kind == tables.OCPI).order_by(Party.key)
    return [_operator(row) for row in session.connection().execute(query)]


def find(session: Session, key: str) -> Operator:
    """Return the operator of a key; raises OperatorError."""
    found = next((each for each in operators(session) if each.key == key.upper()), None)
    if found is None:
        raise OperatorError(f"no operator {key!r}: `python -m knowledge ocpi list` names them")
    return found


def counts(session: Session, key: str) -> tuple[int, int, int, int]:
    """Return how many sites an operator has, how many of them are shown, its tariffs and refusals."""
    connection = session.connection()

    def count(table: Any, *conditions: Any) -> int:
        query = select(func.count()).select_from(table).where(table.party == key, *conditions)
        return connection.execute(query).scalar_one()

    return (
        count(tables.Location),
        count(tables.Location, tables.Location.shown),
        count(tables.Tariff),
        count(tables.Refusal),
    )


def refusals(session: Session, key: str) -> list[tuple[str, str, datetime]]:
    """Return what was refused of an operator: object, reason, time."""
    query = (
        select(tables.Refusal.object_id, tables.Refusal.reason, tables.Refusal.refused_at)
        .where(tables.Refusal.party == key)
        .order_by(tables.Refusal.object_id)
    )
    return [(row.object_id, row.reason, row.refused_at) for row in session.connection().execute(query)]


def by_token(known: Iterable[Operator], sent: str) -> Operator | None:
    """Return whose token was sent, in Base64 or as it is, as agreed with each operator."""
    if len(sent) > LONGEST_TOKEN:
        return None
    plain, unpacked = digest(sent), digest(decoded(sent) or "")
    found = None
    for each in known:
        theirs = unpacked if each.token_base64 else plain
        # All are compared, in constant time: how long it takes tells nothing.
        same = hmac.compare_digest(theirs, each.token_digest or "-" * len(theirs))
        if same and each.enabled:
            found = each
    return found


def register(session: Session, operator: Operator, url: str, roles: list[Any]) -> str:
    """Note an operator's own credentials, and return the new token that replaces its present one."""
    if operator.versions_url is None or origin(url) != origin(operator.versions_url):
        raise OperatorError("the url is not on the host that is on record for this operator")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    _set(session, operator, versions_url=url, peer_roles=roles, token_digest=digest(token))
    return token


def unregister(session: Session, operator: Operator) -> None:
    """Close the door to an operator: its token opens nothing any more."""
    _set(session, operator, peer_roles=None, token_digest=None)


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address that a token may be sent to; raises OperatorError."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise OperatorError(f"not an address: {error}") from error
    if parts.scheme not in PORTS or not host or parts.username is not None or not url.isprintable():
        raise OperatorError("an address must be https://host/… without a user's name")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise OperatorError("an address must be https: a token travels with each request")
    return parts.scheme, host, port or PORTS[parts.scheme]


def digest(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def decoded(sent: str) -> str | None:
    """Return a token that was sent in Base64, or None."""
    try:
        return base64.b64decode(sent, validate=True).decode()
    except (binascii.Error, ValueError):
        return None


def _set(session: Session, operator: Operator, **values: Any) -> None:
    session.connection().execute(update(Party).where(Party.key == operator.key).values(**values))


def _operator(row: Any) -> Operator:
    return Operator(
        row.key,
        Owner(row.country_code, row.party_id, row.name, row.network),
        row.enabled,
        row.token_digest,
        row.token_base64,
        row.versions_url,
        row.peer_roles is not None,
        row.pulled_at,
    )
