"""Towns, sites, networks, outlets and a journey's directions."""

import pytest

from bot.nlu.entities import LexiconEntityExtractor

EXTRACTOR = LexiconEntityExtractor()


def found(text, kind, intent=None):
    return [each["value"] for each in EXTRACTOR.entities(text, intent) if each["entity"] == kind]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("any charger in KL?", ["kuala_lumpur"]),
        ("PJ ada showroom?", ["petaling_jaya"]),
        ("柔佛新山", ["johor", "johor_bahru"]),
        ("八打灵有没有充电站", ["petaling_jaya"]),
        ("มีที่ชาร์จแถวโคราชไหม", ["nakhon_ratchasima"]),
        ("แถวพระราม 9", ["rama_9"]),
        ("near Seremban or Nilai NS", ["seremban", "nilai"]),
        ("charger in putrajya", ["putrajaya"]),
        ("dekat serembn ada tak", ["seremban"]),
        ("I am getting tired", []),
        ("test drive in KT on Sunday", ["kuala_terengganu"]),
        ("nak servis kat KK", ["kota_kinabalu"]),
        ("住在KK，怎么保养", ["kota_kinabalu"]),
        ("kt mana", []),
        ("area kt sini", []),
        ("kk thanks", []),
        ("ok kk", []),
        ("ส่งทีมมาเลยพี่", []),
        ("surat lesen", []),
    ],
)
def test_places(text, places):
    assert found(text, "place") == places


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("from KL to Penang enough charge?", {"kuala_lumpur": "origin", "penang": "destination"}),
        ("KL Penang boleh sampai tak", {"kuala_lumpur": "origin", "penang": "destination"}),
        ("pergi Ipoh dari JB", {"ipoh": "destination", "johor_bahru": "origin"}),
        ("从新山去怡保", {"johor_bahru": "origin", "ipoh": "destination"}),
        ("ไปหัวหินจากกรุงเทพ", {"hua_hin": "destination", "bangkok": "origin"}),
        ("can reach hatyai?", {"hat_yai": "destination"}),
        ("to Ipoh, KL now", {"ipoh": "destination", "kuala_lumpur": "origin"}),
    ],
)
def test_a_journey_has_its_directions(text, roles):
    entities = EXTRACTOR.entities(text, "plan_journey")
    assert {each["value"]: each.get("role") for each in entities if each["entity"] == "place"} == roles


def test_a_fragment_has_its_direction():
    [place] = [each for each in EXTRACTOR.entities("dari KL", "inform") if each["entity"] == "place"]
    assert place["role"] == "origin"


def test_directions_belong_to_journeys_only():
    assert all("role" not in each for each in EXTRACTOR.entities("charger from KL to Ipoh", "find_charger"))


@pytest.mark.parametrize(
    ("text", "intent", "kind", "values"),
    [
        ("is sunway pyramid free", "check_charger", "station", ["Sunway Pyramid"]),
        ("charger near sunway pyramid", "find_charger", "place", ["Sunway Pyramid"]),
        ("ไอคอนสยามว่างไหม", "check_charger", "station", ["IconSiam"]),
        ("pavilion bukit jalil", None, "place", ["Pavilion Bukit Jalil"]),
        ("Penang branch phone number", "find_outlet", "outlet", ["penang"]),
        ("เบอร์โทรสาขาพัทยา", "find_outlet", "outlet", ["pattaya"]),
        ("怡保分行几点开", "find_outlet", "outlet", ["ipoh"]),
        ("showroom in Ipoh", "find_outlet", "outlet", []),
        ("gentari or chargev", None, "network", ["Gentari", "chargEV"]),
        ("genttari app", None, "network", ["Gentari"]),
        ("charger charged charges", None, "network", []),
        ("ตู้ ปตท. ว่างไหม", None, "network", ["PTT EV Station PluZ"]),
    ],
)
def test_sites_outlets_and_networks(text, intent, kind, values):
    assert found(text, kind, intent) == values
