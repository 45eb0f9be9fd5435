"""Chargers along a road, and on the way between two places."""

from knowledge import geography, journeys
from knowledge.charging import Wish
from knowledge.geography import Point, distance_km


def test_along_the_motorway_from_north_to_south(session):
    found = journeys.chargers_along(session, "PLUS", Wish(current="dc"))
    names = [site.name for site in found]
    assert "MYDIN Gopeng" in names
    assert "Machap R&R Southbound" in names
    assert [site.point.latitude for site in found] == sorted((s.point.latitude for s in found), reverse=True)
    assert all(site.dc_kw is not None for site in found)


def test_a_number_means_itself_and_an_unknown_road_has_none(session):
    along_e1 = {site.id for site in journeys.chargers_along(session, "E1", Wish())}
    assert along_e1
    assert along_e1 < {site.id for site in journeys.chargers_along(session, "PLUS", Wish())}
    assert journeys.chargers_along(session, "E99", Wish()) == []


def test_between_two_places_in_the_order_of_the_way(session):
    ends = [geography.place(session, key).point for key in ("kuala_lumpur", "ipoh")]
    found = journeys.chargers_between(session, *ends, Wish(current="dc"))
    assert "Festival Walk @ Ipoh" in {site.name for site in found}
    back = journeys.chargers_between(session, *reversed(ends), Wish(current="dc"))
    assert {site.id for site in back} == {site.id for site in found}
    assert distance_km(found[0].point, ends[0]) < distance_km(found[-1].point, ends[0])
    assert distance_km(back[0].point, ends[1]) < distance_km(back[-1].point, ends[1])


def test_no_way_has_no_chargers(session):
    assert journeys.chargers_between(session, Point(3.14, 101.69), Point(1.55, 110.34), Wish()) == []
