"""Finding outlets: near a point, in a state, by the names that customers give them."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.geography import Point, distance_km
from knowledge.outlets import tables
from knowledge.outlets.records import Near
from knowledge.outlets.store import as_record

TELLING = 0.6  # of the letters of a name that must be said
SURE = 88  # of 100, for a word with slips of the keyboard
SHORT = 5  # letters; a word or name that is shorter must be said exactly
LATIN = re.compile(r"[a-z0-9]+")
# Words that names share, and that therefore tell no outlet from another.
SHARED = (
    "a authorised auto automobile bandar bhd bilik body branch car cars cawangan center centre city "
    "contoh dan dealer dealership demo di ev for in jalan kereta mall motor motors of outlet paint "
    "pameran pusat road sales sample sdn service services servis showroom smart store the town"
)
COMMON = frozenset(SHARED.split())
COMMON_OTHERS = re.compile(
    "示例|样例|演示|展厅|门店|分店|分行|服务中心|维修中心|中心|车行|经销商|精灵|"
    "โชว์รูม|ศูนย์บริการ|ศูนย์|สาขา|ตัวอย่าง|เดโม|ตัวแทนจำหน่าย|สมาร์ท"
)
NOT_LETTERS = re.compile(r"[\W_]+")


def nearest(
    session: Session,
    point: Point,
    *,
    service: str | None = None,
    market: str | None = None,
    states: Collection[str] = (),
    limit: int = 3,
) -> list[Near]:
    """Return the active outlets nearest to a point, nearest first, as the crow flies.

    Only those with a service, of a market, or in one of some states, where that is asked for.
    """
    found = [
        Near(outlet, distance_km(point, outlet.point))
        for outlet in map(as_record, _active(session, market))
        if (service is None or service in outlet.services) and (not states or outlet.state in states)
    ]
    return sorted(found, key=lambda each: (each.distance_km, each.outlet.key))[:limit]


def named_in(session: Session, text: str, market: str | None = None) -> list[str]:
    """Return the keys of the active outlets that a text names, in any language: those that it names best."""
    said = _folded(text)
    words = LATIN.findall(said)
    joined = NOT_LETTERS.sub("", said)
    scores = {
        row.key: max((_score(name, words, joined) for name in row.names.values()), default=0.0)
        for row in _active(session, market)
    }
    best = max(scores.values(), default=0.0)
    return sorted(key for key, score in scores.items() if score == best) if best else []


def _active(session: Session, market: str | None) -> Iterable[tables.Outlet]:
    query = select(tables.Outlet).where(tables.Outlet.active)
    return session.scalars(query if market is None else query.where(tables.Outlet.market == market))


def _score(name: str, words: list[str], joined: str) -> float:
    """Return how many letters of a name are said, or 0 where too few are."""
    folded = _folded(name)
    own = [word for word in LATIN.findall(folded) if word not in COMMON]
    said = sum(len(word) for word in own if any(_same(word, other) for other in words))
    whole = sum(map(len, own))
    other = NOT_LETTERS.sub("", LATIN.sub("", COMMON_OTHERS.sub("", folded)))
    if other:
        whole += len(other)
        said += len(other) if _contains(joined, other) else 0
    return float(said) if whole and said / whole >= TELLING else 0.0


def _same(word: str, other: str) -> bool:
    return word == other or (len(word) >= SHORT and len(other) >= SHORT and fuzz.ratio(word, other) >= SURE)


def _contains(text: str, name: str) -> bool:
    if name in text:
        return len(name) > 1
    return SHORT <= len(name) <= len(text) and fuzz.partial_ratio(name, text) >= SURE


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
