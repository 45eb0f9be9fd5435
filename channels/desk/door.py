"""The door of the desk: who has signed in, and that a form comes from our own page."""

import hmac
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

from aiohttp import web

from channels.desk.html import Markup, fields, h
from channels.desk.layout import BASE, CSRF, HEADERS, Forms, answer, field, notice, page
from channels.desk.sessions import LIFETIME, Sessions
from channels.desk.users import Users
from channels.keys import SETTINGS
from channels.limits import Limiter
from channels.middleware import is_loopback
from knowledge.secret import SESSION_FILE, load_secret

log = logging.getLogger(__name__)

COOKIE = "desk"
LOGIN = f"{BASE}/login"
# Tries to sign in: of one name, and from one address, which may be a whole office's.
NAME_RATE, NAME_BURST = 1 / 30, 10
ADDRESS_RATE, ADDRESS_BURST = 1 / 5, 30
DEFAULT_PORTS = {"http": 80, "https": 443}
MOST_FIELDS = 20
SET_UP = "python -m channels.desk password NAME"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who has signed in."""

    user: str
    forms: Forms


Guarded = Callable[[web.Request, Visit], Awaitable[web.Response]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Door:
    """Lets people of the desk in, and nobody else."""

    def __init__(self, app: web.Application) -> None:
        settings = app[SETTINGS]
        self._users = Users.parse(settings.desk_users)
        key = load_secret(settings.session_secret, Path(settings.var_dir) / SESSION_FILE)
        self._sessions = Sessions(key, self._users)
        self._public = settings.public_url
        self._names = Limiter(NAME_RATE, NAME_BURST)
        self._addresses = Limiter(ADDRESS_RATE, ADDRESS_BURST)

    def guarded(self, handler: Guarded) -> Handler:
        """Return a handler that serves only who has signed in, and only forms of our own pages."""

        async def serve(request: web.Request) -> web.StreamResponse:
            closed = self._closed(request)
            if closed is not None:
                return closed
            cookie = request.cookies.get(COOKIE, "")
            user = self._sessions.read(cookie, datetime.now(UTC))
            if user is None:
                there = request.path_qs if request.method == "GET" else f"{BASE}/"
                raise web.HTTPSeeOther(f"{LOGIN}?next={quote(there)}", headers=HEADERS)
            token = self._sessions.form_token(cookie)
            visit = Visit(user, Forms(token))
            if request.method == "POST" and not await self._is_ours(request, token):
                why = "This form is from an earlier visit. Go back, load the page again, and repeat it."
                return _dressed(answer(page("Not done", notice(why, bad=True), user=user), 403))
            return _dressed(await handler(request, visit))

        return serve

    async def show_login(self, request: web.Request) -> web.StreamResponse:
        """Show the form."""
        return self._closed(request) or _dressed(answer(_login(request.query.get("next", ""))))

    async def login(self, request: web.Request) -> web.StreamResponse:
        """Let in whoever knows the password, a limited number of tries apart."""
        closed = self._closed(request)
        if closed is not None:
            return closed
        if not self._same_origin(request):
            return _dressed(answer(_login("", "Please sign in on this page itself."), 403))
        form = await read_form(request)
        name, password, there = (form.get(each, "") for each in ("name", "password", "next"))
        name = name.strip()
        wait = max(self._addresses.take(request.remote or ""), self._names.take(name))
        if wait:
            log.warning("desk: too many tries to sign in")
            response = answer(_login(there, f"Too many tries. Wait {wait:.0f} seconds.", name), 429)
            response.headers["Retry-After"] = str(int(wait) + 1)
            return _dressed(response)
        if not await self._users.check(name, password):
            log.warning("desk: somebody gave a wrong name or password")
            return _dressed(answer(_login(there, "The name or the password is wrong.", name), 403))
        log.info("desk: %s signed in", name)
        signed_in = web.HTTPSeeOther(local(there), headers=HEADERS)
        signed_in.set_cookie(
            COOKIE,
            self._sessions.issue(name, datetime.now(UTC)),
            max_age=int(LIFETIME.total_seconds()),
            path=BASE,
            httponly=True,
            samesite="Strict",
            secure=request.secure or (self._public or "").startswith("https:"),
        )
        raise signed_in

    async def logout(self, request: web.Request, visit: Visit) -> web.Response:
        """Take the cookie back."""
        log.info("desk: %s signed out", visit.user)
        signed_out = web.HTTPSeeOther(LOGIN, headers=HEADERS)
        signed_out.del_cookie(COOKIE, path=BASE, httponly=True, samesite="Strict")
        raise signed_out

    def _closed(self, request: web.Request) -> web.Response | None:
        """Where nobody may sign in, tell this machine's own callers how to change that, and no others."""
        if self._users:
            return None
        if not is_loopback(request):
            raise web.HTTPNotFound
        steps = h(
            "ol",
            {},
            h("li", {}, "Make an entry, with a name of your own: ", h("code", {}, SET_UP)),
            h("li", {}, "Put it into the setting ", h("code", {}, "DESK_USERS"), " and start again."),
        )
        text = h("p", {}, "The desk shows what customers told us, so it wants a name and a password.")
        return _dressed(answer(page("Nobody may use the desk yet", text, steps), 503))

    async def _is_ours(self, request: web.Request, token: str) -> bool:
        sent = (await read_form(request)).get(CSRF, "")
        return self._same_origin(request) and hmac.compare_digest(sent.encode(), token.encode())

    def _same_origin(self, request: web.Request) -> bool:
        """Tell whether a page of ours sent this; a browser names the origin of every form that it sends."""
        origin = _place(request.headers.get("Origin", ""))
        own = {_place(f"{scheme}://{request.headers.get('Host', '')}") for scheme in DEFAULT_PORTS}
        return origin is not None and origin in own | {_place(self._public or "")}


async def read_form(request: web.Request) -> dict[str, str]:
    """Return the fields of a form that was sent, none where it is no form of ours."""
    if request.content_type != "application/x-www-form-urlencoded":
        return {}
    sent = (await request.read()).decode("utf-8", "replace")
    try:
        pairs = parse_qsl(sent, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return {name: value.replace("\x00", "") for name, value in pairs}


def local(path: str) -> str:
    """Return a path of the desk as it is, the desk's first page for any other address."""
    return path if path.startswith(f"{BASE}/") and path.isprintable() and "\\" not in path else f"{BASE}/"


def _login(there: str, problem: str | None = None, name: str = "") -> Markup:
    user = h(
        "input",
        {
            "name": "name",
            "value": name,
            "autocomplete": "username",
            "required": True,
            "autocapitalize": "none",
        },
    )
    word = h(
        "input",
        {"name": "password", "type": "password", "autocomplete": "current-password", "required": True},
    )
    form = h(
        "form",
        {"method": "post", "action": LOGIN, "class": "stack"},
        *fields({"next": local(there)}),
        field("Name", user),
        field("Password", word),
        h("button", {}, "Sign in"),
    )
    return page("Sign in", notice(problem, bad=True) if problem else None, form)


def _place(address: str) -> tuple[str, int] | None:
    # The scheme is left aside: behind a proxy that ends TLS we see http while the page is https.
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return None
    return parts.hostname, port or DEFAULT_PORTS[parts.scheme]


def _dressed(response: web.Response) -> web.Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
