"""Samples of the seed: there until somebody imports the real network, and never in the way of staff."""

import pytest
import yaml
from making_outlets import make
from sqlalchemy import select

from knowledge import outlets, seeding
from knowledge.bookings.tables import Booking
from knowledge.migrations import metadata
from knowledge.outlets import tables
from knowledge.outlets.regions import STATES

PJ = "sample_petaling_jaya"
LANGUAGES = {"en", "ms", "zh", "th"}
SAYS_SAMPLE = {"en": "Sample", "ms": "contoh", "zh": "示例", "th": "ตัวอย่าง"}


def rows(folder, name):
    return yaml.safe_load((folder / name).read_text(encoding="utf-8"))


def change(folder, key, **fields):
    path = folder / "outlets.yml"
    found = rows(folder, "outlets.yml")
    for row in found:
        if row["key"] == key:
            row |= fields
    path.write_text(yaml.safe_dump(found, allow_unicode=True), encoding="utf-8")


def test_samples_come_in_whole(writing):
    seeding.seed(writing)
    assert len(outlets.in_market(writing, "MY")) == 12
    assert len(outlets.in_market(writing, "TH")) == 4
    found = outlets.outlet(writing, PJ)
    assert (found.sample, found.phone, found.time_zone) == (True, None, "Asia/Kuala_Lumpur")
    assert [each.model for each in outlets.resources(writing, PJ, "demo_car")] == ["smart_1"] * 6 + [
        "smart_3"
    ] * 6
    assert outlets.weekly_hours(writing, PJ)[5] == ((600, 1020),)


def test_what_staff_changed_stays_until_the_seed_itself_changes(writing, seed_folder):
    seeding.seed(writing, seed_folder)
    writing.get(tables.Outlet, PJ).address = "Jalan Baru 1"
    writing.get(tables.Resource, f"{PJ}/bay_1").active = False
    writing.get(tables.Outlet, "sample_ipoh").active = False
    writing.flush()
    counts = seeding.seed(writing, seed_folder)
    assert (counts.added, counts.changed, counts.removed) == (0, 0, 0)
    assert outlets.outlet(writing, PJ).address == "Jalan Baru 1"
    assert not outlets.outlet(writing, "sample_ipoh").active

    change(seed_folder, PJ, address="Sample address, somewhere else", hours="Mon 09:00-10:00")
    change(seed_folder, "sample_ipoh", address="Sample address, somewhere else")
    counts = seeding.seed(writing, seed_folder)
    assert (counts.added, counts.removed) == (0, 0)
    assert outlets.outlet(writing, PJ).address == "Sample address, somewhere else"
    assert outlets.weekly_hours(writing, PJ) == {0: ((540, 600),)}
    assert not outlets.outlet(writing, "sample_ipoh").active


def test_a_sample_or_a_resource_that_leaves_the_seed_is_kept_but_not_used(writing, seed_folder):
    seeding.seed(writing, seed_folder)
    path = seed_folder / "outlets.yml"
    before = rows(seed_folder, "outlets.yml")
    less = [row for row in rows(seed_folder, "outlets.yml") if row["key"] != "sample_ipoh"]
    less[0]["resources"] = less[0]["resources"][1:]
    path.write_text(yaml.safe_dump(less, allow_unicode=True), encoding="utf-8")
    assert seeding.seed(writing, seed_folder).removed == 2
    assert not outlets.outlet(writing, "sample_ipoh").active
    assert len(outlets.resources(writing, PJ)) == 16
    assert writing.get(tables.Resource, f"{PJ}/smart_1_premium") is not None

    path.write_text(yaml.safe_dump(before, allow_unicode=True), encoding="utf-8")
    seeding.seed(writing, seed_folder)
    assert outlets.outlet(writing, "sample_ipoh").active
    assert len(outlets.resources(writing, PJ)) == 17


def test_where_the_real_network_is_samples_stay_away(writing):
    make(writing, "real")
    seeding.seed(writing)
    assert [each.key for each in outlets.in_market(writing, "MY")] == ["real"]
    assert writing.scalars(select(tables.PublicHoliday)).all()


def test_seeding_does_not_need_the_tables_of_bookings_and_consents(writing):
    assert Booking.__tablename__ in metadata().tables
    assert seeding.seed(writing).rows > 2000


# --- what the files say


def test_every_sample_says_so_in_every_language_and_is_nobody(writing):
    seeding.seed(writing)
    found = [*outlets.in_market(writing, "MY"), *outlets.in_market(writing, "TH")]
    for each in found:
        assert set(each.names) == LANGUAGES
        assert all(word in each.names[language] for language, word in SAYS_SAMPLE.items())
        assert each.sample
        assert each.phone is None
        assert each.address.startswith("Sample address")
        assert each.key.startswith("sample_")


def test_the_weekend_is_friday_in_kelantan_and_terengganu(writing):
    seeding.seed(writing)
    for key in ("sample_kota_bharu", "sample_kuala_terengganu"):
        assert set(outlets.weekly_hours(writing, key)) == {0, 1, 2, 3, 5, 6}


@pytest.mark.parametrize(
    ("state", "day", "name"),
    [
        ("selangor", "2026-12-25", "Christmas Day"),
        ("selangor", "2026-12-11", "Birthday of the Sultan of Selangor"),
        ("johor", "2026-12-11", None),
        ("sarawak", "2026-11-08", None),
        ("sabah", "2026-11-08", "Deepavali"),
        ("kelantan", "2027-01-01", None),
        ("penang", "2027-01-01", "New Year's Day"),
        ("sabah", "2027-05-31", "Kaamatan (harvest festival)"),
        ("kuala_lumpur", "2027-02-01", "Federal Territory Day"),
    ],
)
def test_holidays_of_the_country_and_of_states(session, state, day, name):
    row = tables.PublicHoliday
    found = session.scalars(
        select(row).where(row.market == "MY", row.state.in_(("", state)), row.day == day)
    ).all()
    assert [each.names["en"] for each in found] == ([name] if name else [])


def test_days_that_hang_on_the_moon_are_unconfirmed(session):
    status = {each.names["en"]: each.status for each in session.scalars(select(tables.PublicHoliday))}
    assert status["Hari Raya Aidilfitri"] == status["Visakha Bucha"] == "unconfirmed"
    assert status["National Day"] == status["Songkran"] == "reported"


def test_every_holiday_has_all_names_and_stands_in_a_state_that_is(session):
    for each in session.scalars(select(tables.PublicHoliday)):
        assert set(each.names) == LANGUAGES
        assert each.state == "" or each.state in STATES[each.market]


MISTAKES = {
    "hours": (("outlets.yml", "Sat 10:00-17:00", "Sat 10-17"), ("outlets.yml:5", "'10' is no time", "Mon-Fri 09:00")),
    "state": (("outlets.yml", "state: selangor", "state: selango"), ("outlets.yml:5", "unknown state", "'selangor'")),
    "position": (("outlets.yml", "latitude: 3.11", "latitude: 31.1"), ("outlets.yml:5", "is not in MY", "correct")),
    "key": (("outlets.yml", "key: sample_ipoh", "key: ipoh"), ("(ipoh MY)", "`key`", "match pattern")),
    "key twice": (("outlets.yml", "key: sample_ipoh", f"key: {PJ}"), (f"({PJ} MY)", "the same key as line 5", "remove")),
    "variant": (("outlets.yml", "variant: premium", "variant: premum"), ("outlets.yml:5", "unknown variant", "'premium'")),
    "slot": (("outlets.yml", "slot: 60", "slot: 50"), ("outlets.yml:5", "slot", "multiple of 15")),
    "car without a model": (("outlets.yml", "model: smart_1, ", ""), ("outlets.yml:5", "a demo car has", "correct")),
    "bay with a radius": (("outlets.yml", "name: Bay 1,", "name: Bay 1, radius_km: 5,"), ("outlets.yml:5", "a survey team has", "correct")),
    "resource twice": (("outlets.yml", "key: bay_2", "key: bay_1"), ("outlets.yml:5", "resource bay_1 stands twice", "own key")),
    "service": (("outlets.yml", "[sales, ", "[selling, "), ("outlets.yml:5", "'selling'", "use 'sales'")),
    "zone": (("outlets.yml", "  kind: both", "  time_zone: Asia/Tokyo\n  kind: both"), ("outlets.yml:5", "'Asia/Tokyo'", "Asia/Kuala_Lumpur")),
    "name missing": (("outlets.yml", "ms: Cawangan contoh Petaling Jaya (demo), ", ""), ("outlets.yml:5", "`names.ms` is missing", "add")),
    "holiday's day": (("public_holidays.yml", "2026-11-08", "2026-11-31"), ("(deepavali MY)", "no date", "YYYY-MM-DD")),
    "holiday's state": (("public_holidays.yml", "states: [perak]", "states: [perk]"), ("sultan_perak", "unknown state 'perk'", "'perak'")),
    "holiday twice": (("public_holidays.yml", "days: [2026-11-09]", "days: [2026-11-08]"), ("deepavali_replacement", "the same key", "remove")),
    "states and except": (("public_holidays.yml", "except: [sarawak]", "except: [sarawak], states: [sabah]"), ("deepavali", "at once", "keep one")),
}  # fmt: skip


@pytest.mark.parametrize(("spoilt", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_place_and_its_cure(seed_folder, spoilt, expected):
    name, old, new = spoilt
    text = (seed_folder / name).read_text(encoding="utf-8")
    assert old in text
    (seed_folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(seeding.SeedError) as caught:
        seeding.read(seed_folder)
    lines = str(caught.value).splitlines()
    assert any(all(part in line for part in expected) for line in lines), lines
    assert len(lines) <= 16
