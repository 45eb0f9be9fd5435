"""The frames that a browser sends over the widget's socket, checked before anything else looks at them."""

import json
import re
from dataclasses import dataclass

from channels.message import Location

PROTOCOL = 1
TEXT_LIMIT = 4000
ID_PATTERN = re.compile(r"[A-Za-z0-9_-]{8,64}")
CHOICE_PATTERN = re.compile(r"b-[0-9a-f]{12}")
LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}")


class FrameError(ValueError):
    """A frame that we cannot take: `code` names the widget text that tells the customer so."""

    def __init__(self, code: str, event_id: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.event_id = event_id


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame: who the browser is and the last message that it has seen."""

    token: str
    last: int
    language: str | None


@dataclass(frozen=True, slots=True)
class Say:
    """A customer's message; the browser made the id, so that sending it again cannot double it."""

    id: str
    text: str
    choice: str | None
    language: str | None
    location: Location | None


@dataclass(frozen=True, slots=True)
class Seen:
    """The browser has every message up to this id."""

    id: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """The customer scrolled up: what came before this message?"""

    before: int


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """The customer used the language menu."""

    language: str


@dataclass(frozen=True, slots=True)
class Ping:
    """The browser wants to know whether the line still stands."""


Frame = Hello | Say | Seen | Earlier | ChooseLanguage | Ping


def parse(raw: str) -> Frame:
    """Read one frame; raises FrameError when it is not one that we know, or says something impossible."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise FrameError("bad_frame") from None
    if not isinstance(data, dict):
        raise FrameError("bad_frame")
    match data.get("type"):
        case "hello":
            if data.get("v") != PROTOCOL:
                raise FrameError("version")
            token = data.get("token")
            return Hello(token if isinstance(token, str) else "", _count(data, "last"), _language(data))
        case "message":
            return _say(data)
        case "seen":
            return Seen(_count(data, "id"))
        case "earlier":
            return Earlier(_count(data, "before"))
        case "language":
            language = _language(data)
            if language is None:
                raise FrameError("bad_frame")
            return ChooseLanguage(language)
        case "ping":
            return Ping()
    raise FrameError("bad_frame")


def _say(data: dict[str, object]) -> Say:
    event_id = data.get("id")
    if not isinstance(event_id, str) or not ID_PATTERN.fullmatch(event_id):
        raise FrameError("bad_frame")
    text, choice = data.get("text"), data.get("choice")
    if not isinstance(text, str) or not (choice is None or isinstance(choice, str)):
        raise FrameError("bad_frame", event_id)
    if choice is not None and not CHOICE_PATTERN.fullmatch(choice):
        raise FrameError("bad_frame", event_id)
    # Half of a surrogate pair is no text; a database or a log would refuse it later. NUL neither.
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip()
    if not text:
        raise FrameError("empty", event_id)
    if len(text) > TEXT_LIMIT:
        raise FrameError("too_long", event_id)
    return Say(event_id, text, choice, _language(data, event_id), _location(data, event_id))


def _count(data: dict[str, object], name: str) -> int:
    value = data.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise FrameError("bad_frame")
    return value


def _language(data: dict[str, object], event_id: str | None = None) -> str | None:
    language = data.get("language")
    if language is None:
        return None
    if not isinstance(language, str) or not LANGUAGE_PATTERN.fullmatch(language):
        raise FrameError("bad_frame", event_id)
    return language


def _location(data: dict[str, object], event_id: str) -> Location | None:
    place = data.get("location")
    if place is None:
        return None
    if not isinstance(place, dict):
        raise FrameError("bad_frame", event_id)
    latitude, longitude = place.get("latitude"), place.get("longitude")
    for value, limit in ((latitude, 90), (longitude, 180)):
        if not isinstance(value, int | float) or isinstance(value, bool) or not -limit <= value <= limit:
            raise FrameError("bad_frame", event_id)
    return Location(float(latitude), float(longitude))  # type: ignore[arg-type]
