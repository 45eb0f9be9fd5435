"""Staff close an outlet, or one thing of it, for a day, and open it again."""

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.bookings import slots
from knowledge.bookings.fits import Wanted
from knowledge.outlets.tables import PublicHoliday
from tests.contract.desk.conftest import at, today

TOMORROW = timedelta(days=1)


def day(outlet: str = "kl") -> str:
    return f"/desk/?outlet={outlet}&day={today() + TOMORROW}"


def free(house, days: int = 1, **more) -> int:
    """How many cars could be had at noon."""
    that = today() + timedelta(days=days)
    found = house.change(
        slots.free,
        Wanted("test_drive", "kl", model="smart_1", **more),
        that,
        that,
        datetime.now(UTC),
        by="staff",
    )
    return sum(each.resources for each in found if each.starts_at == at(days, 12))


async def test_an_outlet_is_closed_for_a_day_and_opened_again(house, staff):
    house.book(at(1, 10))
    shown = await staff.press(await staff.get(day()), "Close this day", reason="Staff training")
    assert "Closed for this day." in shown.text
    assert "Closed by staff: Staff training." in shown.text
    assert "1 booking is still on this closed day" in shown.text
    assert (free(house, 1), free(house, 2)) == (0, 2)

    shown = await staff.press(shown, "Open on this day")
    assert "Open on this day." in shown.text
    assert free(house) == 2


async def test_one_car_is_closed_for_a_day_and_opened_again(house, staff):
    shown = await staff.press(await staff.get(day()), "Close this day: kl/car_1")
    assert "Closed: all day" in shown.text
    assert (free(house, 1), free(house, 2)) == (1, 2)
    shown = await staff.press(shown, "Open on this day: kl/car_1")
    assert free(house) == 2
    assert "Closed: all day" not in shown.text


async def test_a_holiday_is_named_and_can_be_worked(house, staff):
    def celebrate(session):
        session.add(
            PublicHoliday(
                market="MY",
                state="",
                day=today() + TOMORROW,
                names={"en": "Made-up Day"},
                source="made up",
                status="confirmed",
            )
        )

    house.change(celebrate)
    shown = await staff.get(day())
    assert "Closed: public holiday: Made-up Day." in shown.text
    assert free(house) == 0
    await staff.press(shown, "Open on this day")
    assert free(house) == 2


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"outlet": "none"}, "There is no such outlet."),
        ({"resource": "kl/none"}, "The outlet has no such car, bay or team."),
        ({"resource": "pj/car"}, "The outlet has no such car, bay or team."),
        ({"day": "tomorrow"}, "Choose a day."),
        ({"day": "9999-12-31"}, "Choose a day."),
        ({"reason": "x" * 300}, "shorten it"),
    ],
)
async def test_what_cannot_be_closed_says_why(house, staff, changed, why):
    form = (await staff.get(day())).form("Close this day").values
    refused = await staff.post("/desk/close", {**form, **changed})
    assert refused.status == 409
    assert why in refused.text
    assert free(house) == 2
