"""The desk: pages for staff under `/desk/`, where they see bookings and change them."""

from aiohttp import web

from channels.desk.changes import SAID
from channels.desk.door import LOGIN, Door
from channels.desk.layout import BASE
from channels.desk.routes import Desk
from channels.keys import DATABASE, HUB


def setup(app: web.Application) -> None:
    """Add the desk; its settings must be there already."""
    door, desk = Door(app), Desk(app[DATABASE], app[HUB])
    booking = rf"{BASE}/bookings/{{reference:[A-Za-z0-9-]{{1,20}}}}"
    app.add_routes(
        [
            web.get(BASE, door.guarded(desk.day)),
            web.get(f"{BASE}/", door.guarded(desk.day)),
            web.get(f"{BASE}/style.css", desk.style),
            web.get(LOGIN, door.show_login),
            web.post(LOGIN, door.login),
            web.post(f"{BASE}/logout", door.guarded(door.logout)),
            web.get(f"{BASE}/find", door.guarded(desk.find)),
            web.get(rf"{BASE}/bookings.{{kind:csv|ics}}", door.guarded(desk.export)),
            web.get(booking, door.guarded(desk.booking)),
            web.get(f"{booking}/move", door.guarded(desk.moving)),
            web.post(rf"{booking}/{{action:{'|'.join(SAID)}}}", door.guarded(desk.change)),
            web.post(f"{BASE}/open", door.guarded(desk.open)),
            web.post(f"{BASE}/close", door.guarded(desk.close)),
        ]
    )
