"""Whatever JSON an operator sends, it gets a clean OCPI answer, and what is kept can be read."""

import asyncio
import logging

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.contract.ocpi.objects import connector, evse, location, tariff

pytestmark = pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(["", "\x00", "\ud800", "[Public] ", "2026-11-20T08:00:00Z", "MYS", "9" * 400, "1e999"]),
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
WHOLE = {"L1": location, "L1/E1": evse, "L1/E1/1": connector, "T1": tariff}


@st.composite
def spoiled(draw, whole):
    """Return a sound object in which something, somewhere, is anything."""
    value = whole()
    for _ in range(draw(st.integers(1, 3))):
        place = value
        while True:
            key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
            inner = place[key]
            if not isinstance(inner, dict | list) or not inner or draw(st.booleans()):
                break
            place = inner
        place[key] = draw(ANYTHING)
    return value


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_anything_gets_a_clean_answer(one, caplog, method):
    loop = asyncio.get_running_loop()
    caplog.set_level(logging.WARNING)
    await one.location("PUT", "L1", location())

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.sampled_from(sorted(WHOLE)).flatmap(
            lambda at: st.tuples(st.just(at), ANYTHING | spoiled(WHOLE[at]))
        )
    )
    @example(("L1", None))
    @example(("L1", {**location(), "name": "\ud800\x00"}))
    @example(("L1", {**location(), "postal_code": 10**300}))
    @example(("L1/E1/1", {**connector(), "max_voltage": 10**400}))
    @example(("T1", {**tariff(), "elements": [{"price_components": [{"type": "FLAT", "price": 10**400}]}]}))
    def send(each):
        parts, body = each
        way = one.tariff if parts == "T1" else one.location
        answer = asyncio.run_coroutine_threadsafe(way(method, parts, body), loop).result()
        allowed = {(200, 1000), (201, 1000), (200, 2001), (404, 2003), (400, 2001)}
        assert answer.codes in allowed | ({(405, 2000)} if parts == "T1" and method == "PATCH" else set())

    await asyncio.to_thread(send)

    assert not caplog.records
    assert (await one.location("GET", "L1")).codes == (200, 1000)
