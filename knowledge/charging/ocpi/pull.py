"""Pulling an operator's Locations and tariffs: a page at a time, what has changed since the last pull."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import update

from knowledge.charging.ocpi import feed, parties
from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.ocpi.peer import Page, Peer, PeerError
from knowledge.charging.ocpi.roll import roll_of
from knowledge.charging.tables import Party
from knowledge.database import Database

VERSION = "2.2.1"
LIMIT = 100
OVERLAP = timedelta(minutes=5)  # clocks differ; what comes twice is harmless
MOST_PAGES = 100_000


def pull(
    database: Database,
    key: str,
    token: str,
    *,
    full: bool = False,
    locations_url: str | None = None,
) -> feed.Tally:
    """Pull what has changed, or with `full` everything; then what is gone from the feed is removed.

    Where a page fails, the pages before it are kept, and the next pull begins where this one did.
    `locations_url` is for an operator that has no versions endpoint.
    """
    with database.reading() as session:
        operator = parties.find(session, key)
    start = locations_url or operator.versions_url
    if operator.versions_url is None or start is None:
        raise parties.OperatorError(f"{operator.key} has no address: enter it with --versions-url")
    began, tally = datetime.now(UTC), feed.Tally()
    with (
        Peer(operator.versions_url, token, plain_token=not operator.token_base64) as peer,
        roll_of(database, operator) if full else nullcontext() as roll,
    ):
        addresses = {"locations": start} if locations_url else _endpoints(peer, start)
        total = None
        for module, address in addresses.items():
            since = operator.pulled_at if module == "locations" and not full else None
            for page in _pages(peer, address, since):
                feed.take(database, operator, page.data, tally, roll)
                total = page.total if module == "locations" else total
        # A feed that is shorter than it says is no reason to remove anything.
        if roll is not None and roll.seen >= max(1, total or 0):
            feed.remove_missing(database, operator, roll, tally)
    _note(database, operator, began)
    return tally


def _endpoints(peer: Peer, versions_url: str) -> dict[str, str]:
    """Return where the operator has Locations and, if it has them, tariffs."""
    versions = _objects(peer.get(versions_url), versions_url)
    url = next((each.get("url") for each in versions if each.get("version") == VERSION), None)
    if not isinstance(url, str):
        raise PeerError(f"{versions_url}: the operator does not speak OCPI {VERSION}")
    details = peer.get(url).data
    listed = details.get("endpoints") if isinstance(details, dict) else None
    found = {}
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict) and each.get("role") == "SENDER" and isinstance(each.get("url"), str):
            found[each.get("identifier")] = each["url"]
    if "locations" not in found:
        raise PeerError(f"{url}: the operator has no Locations to send")
    # Tariffs first: a site is then never shown without the price that it names.
    return {module: found[module] for module in ("tariffs", "locations") if module in found}


def _pages(peer: Peer, address: str, since: datetime | None) -> Iterator[Page]:
    query: dict[str, Any] = {"offset": 0, "limit": LIMIT}
    if since is not None:
        query["date_from"] = (since - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ")
    url: str | None = f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"
    asked: set[int] = set()
    while url is not None:
        if hash(url) in asked or len(asked) >= MOST_PAGES:
            raise PeerError(f"{url}: the pages have no end")
        asked.add(hash(url))
        page = peer.get(url)
        if not isinstance(page.data, list):
            raise PeerError(f"{url}: the page holds no list")
        yield page
        url = page.next


def _objects(page: Page, url: str) -> list[dict[str, Any]]:
    if not isinstance(page.data, list):
        raise PeerError(f"{url}: the answer holds no list of versions")
    return [each for each in page.data if isinstance(each, dict)]


def _note(database: Database, operator: Operator, began: datetime) -> None:
    with database.transaction() as session:
        session.execute(update(Party).where(Party.key == operator.key).values(pulled_at=began))
