"""The form: takes from each message all that it says of the booking, and decides what is asked next."""

from datetime import UTC, datetime

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict
from sqlalchemy.orm import Session

from bot.actions.bookings import asides, car, confirm, details, make, offer, person, place, time, which
from bot.actions.bookings.draft import MAKES, PREFIX, TASKS, Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.catalogue.subject import Car, remember
from bot.actions.database import database
from bot.actions.lexicon import wished
from bot.actions.say import Item, say
from bot.actions.turn import Question, Turn

FORM = "booking_form"
STOPPED = {"change": "utter_change_stopped", "check": "utter_lookup_stopped"}
# In the order in which one depends on the other.
READERS = (
    offer.read,
    which.read_which,
    which.read_reference,
    which.read_fixed,
    car.read,
    place.read_outlet,
    place.read_address,
    details.read_need,
    details.read_words,
    person.read_plate,
    person.read_phone,
    person.read_name,
    which.read_code,
    which.ask_code,
    time.read,
)


class ValidateBookingForm(Action):
    """Fills the form's slots from the message, each value checked at once."""

    def name(self) -> str:
        """Return the name that Rasa derives from the form's."""
        return f"validate_{FORM}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Return the slots that the message fills; none at all makes Rasa look for another answer."""
        turn = Turn.of(tracker)
        taken = await database().run(take, turn, datetime.now(UTC))
        if taken is None:
            return []
        for item in taken.items:
            dispatcher.utter_message(json_message=item)
        missing = taken.draft.missing
        slots = taken.draft.slots()
        if car := taken.draft.values.get("car"):
            slots |= remember([Car(*car)])  # "how much is it again?"
        events: list[EventType] = [SlotSet(name, value) for name, value in slots.items()]
        return [*events, SlotSet("requested_slot", missing and PREFIX + missing)]


def take(session: Session, turn: Turn, now: datetime) -> Taken | None:
    """Return the draft with what the message says; None where it says nothing of a booking."""
    question = turn.questions[0]
    before = Draft.of(turn.slots)
    draft = _begun(before, question, next(iter(turn.ranking), ""))
    if draft is None:
        return None
    asked = before.missing if before else None
    heard = Heard(session, turn, question, asked, now, draft.task == "cancel")
    if before is not None and (answer := asides.read(heard, draft)):
        return answer
    if not heard.answers:
        return None
    if before is not None and TASKS.get(question.intent) in (None, before.task):
        if draft.task != "cancel" and heard.says("stop"):
            return Taken(draft.noting(told=STOPPED.get(draft.task, "utter_booking_stopped")))
        if heard.says("pause"):
            return Taken(draft, [say("utter_take_your_time")])
    items: list[Item] = []
    start = draft
    for read in (person.read_name,) if heard.named else READERS:
        taken = read(heard, draft)
        if taken is not None:
            draft, items = taken.draft, items + taken.items
    if draft.wanted != start.wanted and draft.notes.get("offers") == start.notes.get("offers"):
        draft = draft.noting(offers=None, full=None)  # they were of another place or car
    for taken in (_said_before(heard, draft), _still_free(heard, draft, start), confirm.read(heard, draft)):
        if taken is not None:
            draft, items = taken.draft, items + taken.items
    if draft == before and not items:
        return None
    if draft.values.get("confirmed"):
        made = make.make(heard, draft)
        draft, items = made.draft, items + made.items
    return Taken(draft, items)


def _begun(draft: Draft | None, question: Question, likeliest: str) -> Draft | None:
    """Return the draft that goes on, or a new one where another thing is to be done."""
    task = TASKS.get(question.intent)
    if task is None and (draft is None or draft.task not in MAKES):
        task = wished(question)
    if task is None and draft is None and question.intent == "nlu_fallback":
        task = TASKS.get(likeliest)  # what it names made the likeliest meaning sure
    if draft is None:
        if question.intent == "cancel":
            task = "cancel"  # a stop right after a booking means the booking
        return None if task is None else Draft(task)
    if task is None or task == draft.task or task not in MAKES:
        return draft  # "can I change it to Sunday" is about the booking in the making
    if draft.task not in MAKES:
        return Draft(task)  # from looking one up to making one
    kept = {name: draft.values[name] for name in ("name", "phone") if name in draft.values}
    return Draft(task, values=kept, notes={"notice": draft.notes.get("notice")})


def _said_before(heard: Heard, draft: Draft) -> Taken | None:
    """Take up a time that was said before it was known where."""
    said = draft.notes.get("said")
    if not said or not draft.can_be_timed:
        return None
    said_at = datetime.fromisoformat(draft.notes["said_at"])
    return time.settle(heard, draft, said, said_at, either=bool(draft.notes.get("either")))


def _still_free(heard: Heard, draft: Draft, start: Draft) -> Taken | None:
    """Look at the time again where the place or the car has changed under it."""
    if draft.values.get("time") != start.values.get("time") or draft.wanted == start.wanted:
        return None
    return time.recheck(heard, draft)
