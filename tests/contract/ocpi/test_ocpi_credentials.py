"""Registering: what an operator sends of itself, and the token that it gets."""

import base64

import pytest
from sqlalchemy import select

from knowledge.charging import tables
from tests.contract.ocpi.conftest import VERSIONS

PATH = "/2.2.1/credentials"
ROLE = {"role": "CPO", "country_code": "MY", "party_id": "ONE", "business_details": {"name": "One"}}
OWN = {"token": "theirs", "url": VERSIONS, "roles": [ROLE]}


def party(session):
    """Return all that is kept of the operator."""
    query = select(tables.Party.__table__).where(tables.Party.key == "MY*ONE")
    return session.execute(query).mappings().one()


async def test_registering_renewing_and_leaving(one, ask):
    first = one.token
    ours = (await one.send("GET", PATH)).data
    assert ours["token"] == first
    assert ours["url"] == str(one.server.make_url("/ocpi/versions"))
    assert ours["roles"][0]["role"] == "NSP"
    assert (await one.send("PUT", PATH, OWN)).codes == (405, 2000)

    one.token = (await one.send("POST", PATH, OWN)).data["token"]
    assert one.token != first
    assert (await one.send("POST", PATH, OWN)).codes == (405, 2000)
    second = one.token
    one.token = (await one.send("PUT", PATH, {**OWN, "url": VERSIONS + "/2"})).data["token"]
    for old in (first, second):
        header = {"Authorization": "Token " + base64.b64encode(old.encode()).decode()}
        assert (await one.send("GET", PATH, headers=header)).http == 401
    row = await ask(party)
    assert row["versions_url"] == VERSIONS + "/2"
    assert "theirs" not in str(row)

    assert (await one.send("DELETE", PATH)).codes == (200, 1000)
    assert (await one.send("GET", PATH)).http == 401


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/versions",
        "https://ocpi.one.example:444/versions",
        "http://ocpi.one.example/versions",
        "https://ocpi.one.example@evil.example/versions",
        "https://evil.example#https://ocpi.one.example/",
        "https://evil.example/?https://ocpi.one.example/",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "https://[::1",
        "//////////",
    ],
)
async def test_address_elsewhere_is_refused(one, ask, address):
    assert (await one.send("POST", PATH, {**OWN, "url": address})).codes == (200, 2001)
    assert (await ask(party))["versions_url"] == VERSIONS
    assert (await one.send("GET", PATH)).http == 200


@pytest.mark.parametrize(
    "change",
    [
        {"token": None},
        {"roles": []},
        {"roles": [{**ROLE, "party_id": "TWO"}]},
        {"url": 7},
    ],
)
async def test_credentials_that_cannot_be_used(one, change):
    assert (await one.send("POST", PATH, {**OWN, **change})).codes == (200, 2001)


async def test_operator_without_an_address_on_record_cannot_name_one(two):
    role = {**ROLE, "country_code": "TH", "party_id": "TWO"}
    answer = await two.send("POST", PATH, {**OWN, "roles": [role]})
    assert answer.codes == (200, 2001)
    assert (await two.send("GET", PATH)).data["token"] == two.token
