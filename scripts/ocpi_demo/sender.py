"""An operator's side of OCPI: puts sites and tariffs, then changes the status of one EVSE after another."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit

from scripts.console import Problem
from scripts.ocpi_demo import sites

PATIENCE = 20.0


class Sender:
    """A connection to the assistant's receiver."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        address = urlsplit(url)
        self._connection = HTTPConnection(address.hostname or "", address.port or 80, timeout=PATIENCE)
        self._headers = {
            "Authorization": "Token " + base64.b64encode(token.encode()).decode(),
            "Content-Type": "application/json",
        }

    def send(self, method: str, path: str, body: Any) -> None:
        """Send an object; what is not taken is a Problem."""
        target = f"/ocpi/2.2.1/receiver/{path}"
        try:
            self._connection.request(method, target, json.dumps(body), self._headers)
            response = self._connection.getresponse()
            answer = json.loads(response.read())
        except (OSError, HTTPException, ValueError) as error:
            self._connection.close()
            raise Problem(
                f"The assistant does not answer at {self._url} ({error}): start it with `make run` in "
                "another terminal, from the same folder, and try again."
            ) from error
        if answer.get("status_code") != 1000:
            told = answer.get("status_message") or answer.get("error")
            raise Problem(f"The assistant did not take {method} {path}: {told}")

    def put_all(self) -> list[dict[str, Any]]:
        """Put the tariffs and the sites; return the sites."""
        owner = f"{sites.COUNTRY}/{sites.PARTY}"
        for tariff in sites.tariffs():
            self.send("PUT", f"tariffs/{owner}/{tariff['id']}", tariff)
        locations = sites.locations()
        for location in locations:
            self.send("PUT", f"locations/{owner}/{location['id']}", location)
        return locations

    def changes(self, locations: list[dict[str, Any]], chance: random.Random) -> Iterator[str]:
        """Change one EVSE at each step, each in its turn; return a line about it."""
        everywhere = [(location, evse) for location in locations for evse in location["evses"]]
        while True:
            chance.shuffle(everywhere)
            for location, evse in everywhere:
                evse["status"] = "CHARGING" if evse["status"] == "AVAILABLE" else "AVAILABLE"
                path = f"locations/{sites.COUNTRY}/{sites.PARTY}/{location['id']}/{evse['uid']}"
                self.send("PATCH", path, {"status": evse["status"], "last_updated": sites.now()})
                free = sum(each["status"] == "AVAILABLE" for each in location["evses"])
                yield (
                    f"{location['name']}: {evse['uid']} is now {evse['status']}; "
                    f"{free} of {len(location['evses'])} free"
                )

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
