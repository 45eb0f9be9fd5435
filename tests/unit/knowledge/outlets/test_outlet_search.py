"""Outlets near a point, in a state, and by the names that customers give them."""

import pytest
from making_outlets import make

from knowledge import outlets
from knowledge.geography import Point

PJ = Point(3.107, 101.607)


def keys(near) -> list[str]:
    return [each.outlet.key for each in near]


@pytest.fixture(name="network")
def some_outlets(writing):
    make(writing, "pj", latitude=3.11, longitude=101.62)
    make(writing, "kl", latitude=3.15, longitude=101.70, state="kuala_lumpur", services=["sales"])
    make(writing, "jb", latitude=1.49, longitude=103.74, state="johor")
    make(writing, "kk", latitude=5.97, longitude=116.08, state="sabah")
    make(writing, "old", latitude=3.107, longitude=101.607, active=False)
    make(writing, "hatyai", latitude=7.01, longitude=100.47, market="TH", state="songkhla")
    return writing


def test_the_nearest_come_first_and_none_that_is_gone(network):
    near = outlets.nearest(network, PJ, market="MY")
    assert keys(near) == ["pj", "kl", "jb"]
    assert [round(each.distance_km, 1) for each in near[:2]] == [1.5, 11.4]


def test_only_those_with_the_service_in_the_market_or_in_the_states(network):
    assert keys(outlets.nearest(network, PJ, service="service", market="MY")) == ["pj", "jb", "kk"]
    assert keys(outlets.nearest(network, PJ, market="TH")) == ["hatyai"]
    assert "hatyai" in keys(outlets.nearest(network, PJ, limit=9))
    borneo = outlets.states_of("east_malaysia")
    assert keys(outlets.nearest(network, PJ, market="MY", states=borneo)) == ["kk"]
    assert outlets.nearest(network, PJ, market="MY", states=("perlis",)) == []


def test_a_state_or_an_area_stands_for_its_states():
    assert outlets.states_of("sabah") == ("sabah",)
    assert outlets.states_of("klang_valley") == ("selangor", "kuala_lumpur", "putrajaya")


NAMES = {
    "glenmarie": {"en": "EON smart Glenmarie", "zh": "格兰玛丽展厅"},
    "kinabalu": {"en": "smart Kota Kinabalu", "zh": "亚庇服务中心", "th": "ศูนย์บริการโกตากินาบาลู"},
    "bharu": {"en": "smart Kota Bharu", "ms": "Cawangan Kota Bharu", "zh": "哥打峇鲁分店"},
    "sukhumvit": {"en": "smart Bangkok Sukhumvit", "th": "สมาร์ท กรุงเทพฯ สุขุมวิท", "zh": "曼谷素坤逸展厅"},
    "kl": {"en": "smart KL", "zh": "吉隆坡展厅"},
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phone number of EON Glenmarie?", ["glenmarie"]),
        ("what time does the glenmarie showroom close", ["glenmarie"]),
        ("is glenmari open", ["glenmarie"]),
        ("Kota Kinabalu service centre", ["kinabalu"]),
        ("kinabalu punya pusat servis", ["kinabalu"]),
        ("Kota Kinablu buka ahad?", ["kinabalu"]),
        ("showroom kota damansara", []),
        ("格兰玛丽那间的电话", ["glenmarie"]),
        ("亚庇服务中心几点关", ["kinabalu"]),
        ("ศูนย์บริการโกตากินาบาลูเปิดกี่โมง", ["kinabalu"]),
        ("สุขุมวิท กรุงเทพฯ เปิดไหม", []),
        ("กรุงเทพฯสุขุมวิทเปิดไหม", ["sukhumvit"]),
        ("smart kl", ["kl"]),
        ("smart klang", []),
        ("where is your smart showroom", []),
        ("展厅在哪里", []),
        ("โชว์รูมอยู่ไหน", []),
        ("", []),
        ("🚗?!", []),
    ],
)
def test_an_outlet_is_known_by_its_name_in_any_language(scratch, text, expected):
    for key, names in NAMES.items():
        make(scratch, key, names=names)
    assert outlets.named_in(scratch, text) == expected


def test_of_several_that_are_named_alike_all_are_meant(writing):
    make(writing, "a", names={"en": "smart Penang Island"})
    make(writing, "b", names={"en": "smart Penang"})
    make(writing, "c", names={"en": "smart Penang"}, active=False)
    make(writing, "d", names={"en": "smart Penang"}, market="TH")
    assert outlets.named_in(writing, "penang", "MY") == ["b"]
    assert outlets.named_in(writing, "penang island please", "MY") == ["a"]
    assert outlets.named_in(writing, "penang") == ["b", "d"]
