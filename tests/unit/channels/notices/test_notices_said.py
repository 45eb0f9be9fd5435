"""Each kind of notice: when it is said, to whom, in which words, with which buttons."""

import json
from datetime import timedelta

import pytest

from channels import outbox
from channels.message import Message
from knowledge import conversations, privacy
from knowledge.bookings import book, codes, waiting
from knowledge.bookings.notices import reminder_times
from knowledge.conversations import AGENT, Conversation, InboxRow, StoredMessage
from knowledge.geography import Point
from knowledge.outlets.tables import Outlet, Resource
from knowledge.privacy import consents
from scripts.bench.bookings.network import add_resource
from tests.unit.channels.notices.conftest import LANGUAGES, World
from tests.unit.knowledge.bookings.moments import NOW, TUESDAY, WEDNESDAY, ZONE, at

HOME = Point(3.15, 101.69)
RESOURCE = {
    "test_drive": {},
    "service": {"kind": "service_bay", "lead_minutes": 120},
    "home_charger": {"kind": "survey_team", "radius_km": 50},
}


def open_for(session, kind: str) -> None:
    """Add what serves a kind of booking."""
    if kind != "test_drive":
        add_resource(session, f"for-{kind}", "kl", **RESOURCE[kind])


@pytest.fixture
def booked(world: World):
    """A test drive on Wednesday at eleven."""
    return world.book(at(WEDNESDAY, 11), NOW)


def heard(world: World, who: str, text: str = "hello") -> None:
    """A customer has written."""

    def write(session):
        session.add(
            StoredMessage(
                conversation_id=who,
                direction="in",
                author="customer",
                text=text,
                content=Message("web", who, text, text).to_json(),
                created_at=NOW,
            )
        )

    world.change(write)


async def test_a_day_before_and_two_hours_before(world, booked):
    assert await world.notices.look(NOW) == 0
    times = reminder_times(booked.starts_at, ZONE)

    assert await world.notices.look(times["day_before"]) == 1
    (first,) = world.said()
    assert first.text == (
        "A friendly reminder: your test drive of the smart #1 is tomorrow, Wed 25 Nov, 11 am.\n"
        "Where: Outlet kl, 1 Road of kl\nPlease bring your driving licence.\n"
        f"Reference: {booked.reference}"
    )
    named = {"booking_reference": booked.reference}
    assert world.payloads(first) == [
        f"/change_booking{json.dumps(named)}",
        f"/cancel_booking{json.dumps(named)}",
    ]
    assert first.content["links"][0]["url"].startswith("https://www.google.com/maps/dir/")
    assert world.change(book.record, booked.id).state == "reminded"

    assert await world.notices.look(times["hours_before"]) == 1
    assert world.said()[1].text.startswith(
        "See you soon! Your test drive of the smart #1 is today, Wed 25 Nov"
    )
    assert await world.notices.look(booked.starts_at) == 0
    assert world.statuses() == {"day_before": "said", "hours_before": "said"}


async def test_a_reminder_that_comes_late_says_today(world):
    booking = world.book(at(TUESDAY, 17), NOW)
    assert await world.notices.look(at(TUESDAY, 9)) == 1
    assert "is today, Tue 24 Nov, 5 pm" in world.said()[0].text
    assert world.change(book.record, booking.id).state == "reminded"


async def test_a_reminder_whose_time_has_passed_is_not_said(world, booked):
    assert await world.notices.look(booked.starts_at - timedelta(minutes=30)) == 1
    assert "See you soon" in world.said()[0].text
    assert world.statuses() == {"day_before": "dropped", "hours_before": "said"}


async def test_after_the_appointment_nothing_is_said(world, booked):
    assert await world.notices.look(booked.starts_at + timedelta(minutes=1)) == 0
    assert world.said() == []
    assert world.statuses() == {"day_before": "dropped", "hours_before": "dropped"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["test_drive", "service", "home_charger"])
async def test_every_kind_can_be_said_in_every_language(world, language, kind):
    more = {"test_drive": {}, "service": {"kind": "service"}, "home_charger": {"kind": "home_charger"}}[kind]
    world.change(open_for, kind)
    if kind == "home_charger":
        more |= {"point": HOME, "private": {"name": "A", "phone": "+60123456789", "address": "9 Jalan Y"}}
    booking = world.book(at(WEDNESDAY, 11), NOW, who=language, **more)
    world.change(book.move, booking.id, at(WEDNESDAY, 13), actor="staff", now=NOW)
    assert await world.notices.look(NOW) == 1
    assert await world.notices.look(at(TUESDAY, 13)) == 1
    assert await world.notices.look(at(WEDNESDAY, 11)) == 1
    world.change(book.cancel, booking.id, actor="staff", now=at(WEDNESDAY, 11), reason="car_unavailable")
    assert await world.notices.look(at(WEDNESDAY, 11)) == 1

    texts = [row.text for row in world.said(language)]
    assert len(texts) == 4
    assert all(booking.reference in text for text in texts)
    assert all(row.language == language for row in world.said(language))
    assert not any("9 Jalan Y" in text or "60123456789" in text for text in texts)
    assert [bool(row.content.get("buttons")) for row in world.said(language)] == [True] * 4


async def test_what_staff_move_is_told_at_once_with_its_file(world, booked):
    world.change(book.move, booked.id, at(WEDNESDAY, 15), actor="staff", now=NOW)
    assert await world.notices.look(NOW) == 1

    (told,) = world.said()
    assert "We've moved your test drive of the smart #1 to Wed 25 Nov, 3 pm." in told.text
    assert [link["url"].rpartition("/")[2] for link in told.content["links"][1:]] == [
        told.content["links"][1]["url"].rpartition("/")[2],
        "google",
    ]
    assert world.payloads(told)[0].startswith("/change_booking")


async def test_what_is_moved_twice_before_it_is_told_is_told_once(world, booked):
    world.change(book.move, booked.id, at(WEDNESDAY, 15), actor="staff", now=NOW)
    world.change(book.move, booked.id, at(WEDNESDAY, 16), actor="staff", now=NOW)
    assert await world.notices.look(NOW) == 1
    assert "Wed 25 Nov, 4 pm" in world.said()[0].text


async def test_what_customers_change_themselves_is_not_told(world, booked):
    world.change(book.move, booked.id, at(WEDNESDAY, 15), actor="customer", now=NOW)
    world.change(book.cancel, booked.id, actor="customer", now=NOW)
    assert await world.notices.look(NOW) == 0


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("outlet_closed", "We're sorry: we're closed at that time."),
        ("customer_asked", "We did so as you asked."),
        ("other", "We're sorry about that."),
        (None, "We're sorry about that."),
    ],
)
async def test_what_staff_cancel_is_told_with_the_reason(world, booked, reason, words):
    world.change(book.cancel, booked.id, actor="staff", now=NOW, reason=reason)
    assert await world.notices.look(NOW) == 1
    (told,) = world.said()
    assert told.text == (
        f"Your test drive of the smart #1 on Wed 25 Nov, 11 am ({booked.reference}) has been cancelled. {words}"
    )
    assert world.payloads(told) == ["/book_test_drive"]
    assert await world.notices.look(at(TUESDAY, 11)) == 0  # no reminder of it


async def test_what_staff_confirm_is_told(world):
    world.change(lambda session: session.get_one(Resource, "car-1").__setattr__("confirms", False))
    booking = world.book(at(WEDNESDAY, 11), NOW)
    assert await world.notices.look(at(TUESDAY, 11)) == 0  # nothing is sure yet
    world.change(book.confirm, booking.id, now=NOW)
    assert await world.notices.look(NOW) == 1
    assert world.said()[0].text.startswith(
        "It's confirmed: your test drive of the smart #1, Wed 25 Nov, 11 am."
    )


async def test_who_waits_is_offered_a_freed_time(world):
    full = [world.book(at(TUESDAY, hour), NOW, who="other") for hour in range(9, 18)]
    waits = world.wait(TUESDAY, NOW, who="en")
    world.change(book.cancel, full[3].id, actor="customer", now=NOW)
    assert await world.notices.look(NOW) == 1

    (offer,) = world.said()
    assert offer.text == (
        "Good news: a time has come free for your test drive of the smart #1: Tue 24 Nov, 12 noon, at Outlet kl."
        " I'm holding it for you until 10:30 am. Would you like it?"
    )
    assert [json.loads(each.removeprefix("/check_booking")) for each in world.payloads(offer)] == [
        {"booking_offer": str(waits.id), "decision": "accept"},
        {"booking_offer": str(waits.id), "decision": "decline"},
    ]


async def test_an_offer_that_nobody_answers_goes_to_the_next(world):
    full = [world.book(at(TUESDAY, hour), NOW, who="other") for hour in range(9, 18)]
    world.wait(TUESDAY, NOW, who="en")
    world.wait(TUESDAY, NOW, who="ms")
    world.change(book.cancel, full[3].id, actor="customer", now=NOW)
    await world.notices.look(NOW)
    assert world.said("ms") == []

    assert await world.notices.look(NOW + timedelta(minutes=31)) == 1
    assert "Berita baik" in world.said("ms")[0].text
    assert len(world.said("en")) == 1


async def test_who_wants_no_messages_is_not_reminded(world, booked):
    world.change(consents.stop_messages, "en", "en", NOW)
    assert await world.notices.look(at(TUESDAY, 11)) == 1
    assert world.said() == []
    assert world.statuses()["day_before"] == "dropped"


async def test_who_wants_no_messages_is_told_what_concerns_the_booking(world, booked):
    world.change(consents.stop_messages, "en", "en", NOW)
    world.change(book.cancel, booked.id, actor="staff", now=NOW)
    await world.notices.look(NOW)
    assert "has been cancelled" in world.said()[0].text


async def test_a_freed_time_goes_past_who_wants_no_messages(world):
    full = [world.book(at(TUESDAY, hour), NOW, who="other") for hour in range(9, 18)]
    first = world.wait(TUESDAY, NOW, who="en")
    world.wait(TUESDAY, NOW, who="ms")
    world.change(consents.stop_messages, "en", "en", NOW)
    assert not world.change(privacy.may_message, "en")
    world.change(book.cancel, full[3].id, actor="customer", now=NOW)

    assert await world.notices.look(NOW) == 2
    assert world.said("en") == []
    assert "Berita baik" in world.said("ms")[0].text
    assert [each.id for each in world.change(waiting.of_day, "kl", TUESDAY)] == [first.id + 1]


async def test_a_code_is_shown_only_where_the_booking_was_made(world, booked):
    heard(world, "en")
    heard(world, "other")  # asks for the code, and wrote last
    world.change(codes.ask, "other", booked.reference, "+60123456789", NOW)
    assert await world.notices.look(NOW) == 1

    assert world.said("other") == []
    (told,) = world.said("en")
    code = told.text.split(" ")[0]
    assert len(code) == 6
    assert "until 10:10 am" in told.text
    assert world.change(codes.verify, "other", code, NOW) == booked.id


async def test_a_code_that_is_over_is_not_shown(world, booked):
    world.change(codes.ask, "other", booked.reference, "+60123456789", NOW)
    assert await world.notices.look(NOW + timedelta(minutes=11)) == 0
    assert world.said("en") == []


async def test_customers_are_reached_where_they_wrote_last(world, booked):
    heard(world, "en")
    world.change(codes.ask, "other", booked.reference, "+60123456789", NOW)
    await world.notices.look(NOW)
    world.change(codes.verify, "other", world.said("en")[0].text.split(" ")[0], NOW)
    heard(world, "other")

    await world.notices.look(at(TUESDAY, 11))
    assert "A friendly reminder" in world.said("other")[0].text
    assert len(world.said("en")) == 1


async def test_an_agents_conversation_is_reminded_too(world, booked):
    world.change(conversations.give_to, "en", AGENT)
    assert await world.notices.look(at(TUESDAY, 11)) == 1
    assert len(world.said()) == 1


async def test_while_a_turn_is_under_way_the_notice_waits(world, booked):
    def begin(session):
        row = InboxRow(
            channel="web",
            event_id="e",
            conversation_id="en",
            message_id=1,
            received_at=NOW,
            status="new",
            next_attempt_at=NOW,
        )
        session.add(row)

    world.change(begin)
    other = world.book(at(WEDNESDAY, 12), NOW, who="ms")
    assert await world.notices.look(at(TUESDAY, 12)) == 1  # it holds up nobody else
    assert other.reference in world.said("ms")[0].text
    assert world.said("en") == []

    world.change(lambda session: session.query(InboxRow).update({"status": "done"}))
    assert await world.notices.look(at(TUESDAY, 12)) == 1
    assert booked.reference in world.said("en")[0].text


async def test_what_cannot_be_put_into_words_holds_up_nobody(world, booked, caplog):
    world.change(lambda session: session.get_one(Outlet, "kl").__setattr__("names", {}))
    assert await world.notices.look(at(TUESDAY, 11)) == 1
    assert world.said() == []
    assert world.statuses()["day_before"] == "dropped"
    assert world.change(book.record, booked.id).state == "confirmed"
    assert "cannot be put into words" in caplog.text


async def test_a_customer_who_was_erased_is_told_nothing(world, booked):
    world.change(lambda session: session.delete(session.get_one(Conversation, "en")))
    assert await world.notices.look(at(TUESDAY, 11)) == 1
    assert world.statuses()["day_before"] == "dropped"


async def test_nothing_personal_is_logged(world, booked, caplog):
    caplog.set_level("DEBUG")
    await world.notices.look(at(TUESDAY, 11))
    assert "notice:" in caplog.text
    assert "Aisyah" not in caplog.text
    assert "60123456789" not in caplog.text
    assert booked.reference not in caplog.text


async def test_it_waits_in_the_outbox_of_the_conversations_channel(world, booked):
    await world.notices.look(at(TUESDAY, 11))
    assert world.change(outbox.depth) == {"web": 1}
