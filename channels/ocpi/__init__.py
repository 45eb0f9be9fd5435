"""OCPI 2.2.1: the door by which charging operators bring their sites, their status and their prices."""

from aiohttp import web

from channels.keys import DATABASE
from channels.ocpi.credentials import Credentials
from channels.ocpi.door import Door, Handler
from channels.ocpi.locations import Locations
from channels.ocpi.tariffs import Tariffs
from channels.ocpi.versions import BASE, VERSION, Versions
from channels.writer import RepeatingWriter

__all__ = ["BASE", "setup"]

LOCATION = "/receiver/locations/{country_code}/{party_id}/{location_id}"


def setup(app: web.Application) -> None:
    """Mount the receiver."""
    door = Door(app)
    versions, credentials = Versions(app), Credentials(app, door)
    writer = RepeatingWriter(app[DATABASE])
    locations, tariffs = Locations(app, writer), Tariffs(app, writer)
    root = f"{BASE}/{VERSION}"
    routes: dict[str, dict[str, Handler]] = {
        f"{BASE}/versions": {"GET": versions.all},
        root: {"GET": versions.endpoints},
        f"{root}/credentials": {
            "GET": credentials.get,
            "POST": credentials.post,
            "PUT": credentials.put,
            "DELETE": credentials.delete,
        },
        f"{root}{LOCATION}": locations.methods,
        f"{root}{LOCATION}/{{evse_uid}}": locations.methods,
        f"{root}{LOCATION}/{{evse_uid}}/{{connector_id}}": locations.methods,
        f"{root}/receiver/tariffs/{{country_code}}/{{party_id}}/{{tariff_id}}": tariffs.methods,
        BASE + "/{rest:.*}": {},
    }
    for path, methods in routes.items():
        app.router.add_route("*", path, door.handler(methods))
