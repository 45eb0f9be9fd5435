"""Sites by their names, also with slips of the keyboard, and by their numbers."""

import math
from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils
from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.charging.records import Site, Wish
from knowledge.charging.search.shown import ANY, parties_of, point_of, sites
from knowledge.charging.tables import Location as Row
from knowledge.geography import Point, distance_km

NAME_SCORE = 78  # of 100, for a name with slips of the keyboard
MOST_NAMED = 5
TELLING = 8  # letters of a name of one word


def by_name(session: Session, name: str, *, near: Point | None = None, limit: int = MOST_NAMED) -> list[Site]:
    """Return the sites whose name, operator or address is most like what was written, best first."""
    rows = session.execute(
        select(Row.id, Row.name, Row.address, Row.city, Row.latitude, Row.longitude).where(Row.shown)
    ).all()
    texts = {row.id: f"{row.name} {row.city or ''}" for row in rows}
    best = process.extract(
        name,
        texts,
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        score_cutoff=NAME_SCORE,
        limit=50,
    )
    if not best:
        return []
    top = best[0][1]
    places = {row.id: Point(row.latitude, row.longitude) for row in rows}
    chosen = [key for _, score, key in best if score >= top - 3]
    if near is not None:
        chosen.sort(key=lambda key: distance_km(near, places[key]))
    return by_ids(session, chosen[:limit], near=near)


def named_in(session: Session, text: str, *, limit: int = MOST_NAMED) -> list[Site]:
    """Return the sites whose whole name stands in a text, those of the longest name.

    A name of one short word ("Plaza") says too little by itself.
    """
    said = set(utils.default_process(text).split())
    found: list[tuple[int, int]] = []
    for key, name in session.execute(select(Row.id, Row.name).where(Row.shown)):
        words = utils.default_process(name).split()
        if said.issuperset(words) and (len(words) > 1 or len(words[0]) >= TELLING):
            found.append((len(words), key))
    longest = max((length for length, _ in found), default=0)
    return by_ids(session, sorted(key for length, key in found if length == longest)[:limit])


def by_ids(
    session: Session, ids: Sequence[int], *, near: Point | None = None, wish: Wish = ANY
) -> list[Site]:
    """Return these sites in this order, without those that are shown no longer."""
    rows = {row.id: row for row in session.scalars(select(Row).where(Row.id.in_(ids), Row.shown))}
    placed = [
        (math.nan if near is None else distance_km(near, point_of(rows[i])), rows[i])
        for i in ids
        if i in rows
    ]
    return sites(session, placed, parties_of(session), wish)
