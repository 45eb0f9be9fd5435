"""An operator's real feed of 448 sites: everything usable is in, everything refused is listed."""

import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from knowledge import __main__ as knowledge
from knowledge.charging import nearest, tables
from knowledge.charging.ocpi import parties
from knowledge.charging.store import read_location
from knowledge.database import Database
from knowledge.geography import Point
from knowledge.migrations import migrate

FEED = Path(__file__).parents[5] / "shared" / "facts" / "ocpi_locations_chargesini_2025-07-12.json"

pytestmark = pytest.mark.skipif(not FEED.exists(), reason=f"the recorded feed is not here: {FEED}")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('feed')}/smart.db"
    migrate(url)
    with pytest.MonkeyPatch.context() as patch, Database(url) as database:
        patch.setenv("DATABASE_URL", url)
        add = ["ocpi", "add", "MY", "CSN", "--name", "ChargeSini", "--network", "ChargeSini"]
        assert knowledge.main(add) == 0
        for _ in range(2):  # a second time changes nothing
            assert knowledge.main(["ocpi", "load", "my*csn", str(FEED), "--full"]) == 0
        yield database


def count(session, table, *conditions):
    return session.scalar(select(func.count()).select_from(table).where(*conditions))


def test_everything_usable_is_in(loaded):
    with loaded.reading() as session:
        assert count(session, tables.Location) == 448
        assert count(session, tables.Location, tables.Location.shown) == 162
        assert count(session, tables.Location, tables.Location.evses == 0) == 73
        assert count(session, tables.Location, ~tables.Location.publish) == 76
        assert count(session, tables.Evse) == count(session, tables.Connector) == 1154
        zones = session.scalars(select(tables.Location.time_zone).distinct()).all()
        statuses = Counter(session.scalars(select(tables.Evse.status)))
    assert zones == ["Asia/Kuala_Lumpur"]
    recorded = [evse for site in json.loads(FEED.read_bytes())["data"] for evse in site["evses"]]
    assert statuses + Counter(["INOPERATIVE"]) == Counter(evse["status"] for evse in recorded)


def test_everything_refused_is_listed(loaded):
    with loaded.reading() as session:
        refused = {name: reason for name, reason, _ in parties.refusals(session, "MY*CSN")}
    assert refused == {
        "2/20240319170136_1095": "no connector that can be used",
        "2/20240319170136_1095/1095": "standard: 'GB/T (DC)' is not a ConnectorType of OCPI",
    }


def test_what_is_not_public_is_never_found(loaded):
    with loaded.reading() as session:
        found = nearest(session, Point(3.139, 101.687), limit=1000, within_km=2000)
        hidden = session.scalars(
            select(tables.Location.id).where(
                ~tables.Location.publish | (tables.Location.access == "restricted")
            )
        ).all()
        first = read_location(session, "MY*CSN", "1")
    assert not {site.id for site in found} & set(hidden)
    assert all(site.access == "public" and site.evses and site.is_live for site in found)
    assert (first.name, first.round_the_clock) == ("RAYTECH SERI KEMBANGAN (Car Showroom)", True)
