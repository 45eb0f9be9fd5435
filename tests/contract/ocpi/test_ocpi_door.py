"""Who comes in, and what every answer has."""

import base64
import gzip
import io
import json

import pytest

from channels.ocpi import door
from knowledge.charging import tables
from knowledge.charging.ocpi import parties
from knowledge.database import Database
from tests.contract.ocpi.conftest import Operator
from tests.contract.ocpi.objects import location

VERSIONS = "/versions"


async def test_versions_lead_to_the_endpoints(one):
    (version,) = (await one.send("GET", VERSIONS)).data
    assert version["version"] == "2.2.1"
    details = (await one.send("GET", version["url"].split("/ocpi")[1])).data

    assert {(each["identifier"], each["role"]) for each in details["endpoints"]} == {
        ("credentials", "SENDER"),
        ("locations", "RECEIVER"),
        ("tariffs", "RECEIVER"),
    }
    assert all(
        each["url"].startswith(str(one.server.make_url("/ocpi/2.2.1/"))) for each in details["endpoints"]
    )


@pytest.mark.parametrize("kind", ["none", "bearer", "other", "plain", "twice", "no text", "half", "long"])
async def test_strangers_are_turned_away(one, kind):
    coded = base64.b64encode(one.token.encode()).decode()
    header = {
        "none": "",
        "bearer": f"Bearer {coded}",
        "other": "Token " + base64.b64encode(b"other").decode(),
        "plain": f"Token {one.token}",  # agreed was Base64
        "twice": "Token " + base64.b64encode(coded.encode()).decode(),
        "no text": "Token " + base64.b64encode(b"\xff\xfe").decode(),
        "half": f"Token {coded[:-4]}",
        "long": "Token " + "A" * 5000,
    }[kind]
    answer = await one.send("GET", VERSIONS, headers={"Authorization": header})

    assert answer.codes == (401, 2000)
    assert answer.headers["WWW-Authenticate"] == "Token"


async def test_token_as_it_is_where_agreed(two):
    assert (await two.send("GET", VERSIONS)).codes == (200, 1000)
    two.plain = False
    assert (await two.send("GET", VERSIONS)).codes == (401, 2000)


async def test_only_the_digest_is_kept(tokens, url):
    with Database(url) as database, database.reading() as session:
        for party, token in zip(("MY*ONE", "TH*TWO"), tokens, strict=True):
            row = session.get(tables.Party, party)
            assert token not in str(vars(row))
            assert row.token_digest == parties.digest(token)


async def test_disabled_and_removed_operators_are_strangers(one, two, app, url):
    with Database(url) as database, database.transaction() as session:
        session.get(tables.Party, "MY*ONE").enabled = False
        parties.remove(session, "TH*TWO")

    assert (await one.send("GET", VERSIONS)).http == 401
    assert (await two.send("GET", VERSIONS)).http == 401


async def test_operator_that_is_entered_just_now_comes_in(one, server, http, url, monkeypatch):
    monkeypatch.setattr(door, "FRESH_SECONDS", 1000.0)
    assert (await one.send("GET", VERSIONS)).http == 200
    with Database(url) as database, database.transaction() as session:
        token = parties.add(session, "MY", "NEW", name="New")
    assert (await Operator(server, http, token).send("GET", VERSIONS)).http == 200


async def test_guessing_is_slowed_down_and_operators_are_not(one, monkeypatch):
    wrong = {"Authorization": "Token AAAA"}
    answers = [await one.send("GET", VERSIONS, headers=wrong) for _ in range(door.STRANGER_BURST + 1)]

    assert answers[0].http == 401
    assert answers[-1].http == 429
    assert int(answers[-1].headers["Retry-After"]) >= 1
    assert (await one.send("GET", VERSIONS)).http == 200


async def test_operators_flood_is_not_the_addresss_flood(one):
    # Behind a proxy nobody is this machine's own; the limit for customers' addresses is 300 at once.
    forwarded = {"X-Forwarded-For": "203.0.113.7"}
    answers = [await one.send("GET", VERSIONS, headers=forwarded) for _ in range(320)]
    assert {answer.http for answer in answers} == {200}


async def test_ids_of_a_request_come_back(one):
    ids = {"X-Request-ID": "r-1", "X-Correlation-ID": "c-1"}
    answer = await one.send("GET", VERSIONS, headers=ids)
    assert {name: answer.headers[name] for name in ids} == ids

    answer = await one.send("GET", VERSIONS, headers={"X-Request-ID": "x" * 200})
    assert len(answer.headers["X-Request-ID"]) == 16


async def test_other_paths_and_methods(one):
    assert (await one.send("GET", "/2.1.1")).codes == (404, 2000)
    assert (await one.send("GET", "/2.2.1/receiver/cdrs/MY/ONE/1")).codes == (404, 2000)
    for method in ("POST", "DELETE"):
        answer = await one.location(method, "L1", {} if method == "POST" else None)
        assert answer.codes == (405, 2000)
        assert answer.headers["Allow"] == "GET, PUT, PATCH"


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"NaN", 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 20 + b"1" + b"}" * 20, 400),
        (b'"' + b"x" * (1024 * 1024) + b'"', 413),
        (b"9" * 10_000, 400),
    ],
)
async def test_bodies_that_are_no_json_of_ours(one, raw, status):
    assert (await one.location("PUT", "L1", data=io.BytesIO(raw))).codes == (status, 2001)


async def test_packed_body_is_measured_unpacked(one):
    packed = gzip.compress(b'"' + b"x" * 3_000_000 + b'"')
    headers = {"Content-Encoding": "gzip"}
    assert (await one.location("PUT", "L1", data=packed, headers=headers)).codes == (413, 2001)
    assert (await one.location("PUT", "L1", data=b"no gzip", headers=headers)).http == 400
    sound = gzip.compress(json.dumps(location()).encode())
    assert (await one.location("PUT", "L1", data=sound, headers=headers)).codes == (201, 1000)


async def test_large_location_is_above_the_limit_for_customers(one):
    evses = [{**location()["evses"][0], "uid": f"E{n}"} for n in range(500)]
    assert (await one.location("PUT", "L1", location(evses=evses))).codes == (201, 1000)
    assert len((await one.location("GET", "L1")).data["evses"]) == 500
