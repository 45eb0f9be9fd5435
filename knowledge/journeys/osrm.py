"""Roads from an OSRM server of one's own, in place of our main roads, by its `table` service.

http://project-osrm.org/docs/v5.24.0/api/#table-service (BSD 2-Clause); one request for each journey.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from knowledge.geography import Point, km_to_segment
from knowledge.journeys.roads import GOAL, START, Graph, NoRoadError, Stretch

SECONDS = 3.0  # a customer waits
MOST_POINTS = 100  # osrm-routed's own limit of a table, unless it was started with another
MOST_BYTES = 4 * 1024 * 1024


class OsrmError(Exception):
    """The server did not answer, or not as OSRM does; the text names what."""


class Osrm:
    """A client for one server."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")

    def graph(self, origin: Point, destination: Point, sites: Mapping[str, Point]) -> Graph:
        """Return a graph in which each point leads to each other; raises OsrmError and NoRoadError."""
        # Where there are too many sites, those along the way count most.
        near = sorted(sites, key=lambda key: km_to_segment(sites[key], origin, destination))
        points = {START: origin, GOAL: destination}
        points |= {key: sites[key] for key in near[: MOST_POINTS - len(points)]}
        answer = self._table(list(points.values()))
        graph = Graph()
        for key, point in points.items():
            graph.add(key, point)
        keys = list(points)
        for row, one in enumerate(keys):
            for column, other in enumerate(keys):
                seconds, metres = answer["durations"][row][column], answer["distances"][row][column]
                if row != column and seconds is not None and metres is not None:
                    km, hours = max(metres / 1000, 0.01), max(seconds / 3600, 1e-6)
                    graph.stretches[one].append(Stretch(other, km, km / hours))
        for end in (START, GOAL):
            if not graph.stretches[end]:
                raise NoRoadError(end)
        return graph

    def _table(self, points: list[Point]) -> dict[str, Any]:
        written = ";".join(f"{point.longitude:.5f},{point.latitude:.5f}" for point in points)
        url = f"{self._url}/table/v1/driving/{written}?annotations=duration,distance"
        if not url.startswith(("http://", "https://")):
            raise OsrmError(f"OSRM_URL is no http address: {self._url}")
        try:
            with urllib.request.urlopen(url, timeout=SECONDS) as response:  # noqa: S310 - http and https only
                answer: dict[str, Any] = json.loads(response.read(MOST_BYTES))
        except (urllib.error.URLError, TimeoutError, ValueError) as error:
            raise OsrmError(f"no table from {self._url}: {error}") from error
        size = len(points)
        tables = [answer.get("durations"), answer.get("distances")]
        if answer.get("code") != "Ok" or not all(
            isinstance(table, list) and len(table) == size and all(len(row) == size for row in table)
            for table in tables
        ):
            raise OsrmError(
                f"no table from {self._url}: {answer.get('code')} {answer.get('message', '')}".strip()
            )
        return answer
