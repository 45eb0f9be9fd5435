"""Which booking is meant: this conversation's own, or another's that is opened with a one-time code."""

import re

from bot.actions.bookings.draft import ACCESS, Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.phrases import wait
from bot.actions.catalogue.subject import cars
from bot.actions.lexicon import word_for
from bot.actions.say import say
from knowledge.bookings import codes, records
from knowledge.bookings.errors import RateLimitedError
from knowledge.bookings.records import BookingRecord

CODE = re.compile(r"(?<!\d)\d[\d\s-]{4,8}\d(?!\d)")
DIGITS = 6


def read_which(heard: Heard, draft: Draft) -> Taken | None:
    """Take the booking that is meant; of one only it is that one."""
    if "which" not in draft.needs or "which" in draft.values or draft.notes.get("strange"):
        return None
    own = records.of_conversation(heard.session, heard.turn.conversation_id, heard.now)
    named = [str(value) for value in heard.question.values("booking_reference")]
    meant = [each for each in own if each.reference in named]
    ordinal = heard.question.value("ordinal")
    if not meant and ordinal and heard.asked == "which" and 0 < int(ordinal) <= len(own):
        meant = [own[int(ordinal) - 1]]
    if not meant and not named:
        meant = own if len(own) == 1 else [each for each in own if each.kind == _kind(heard)]
    if len(meant) == 1:
        return Taken(chosen(draft, meant[0]))
    if own and not named:
        # Looking them up shows them all; to move or to cancel one it must be said which.
        return Taken(draft.knowing(which=0)) if draft.task == "check" else None
    return Taken(draft.noting(strange=True).knowing(reference=named[-1] if named else None))


def chosen(draft: Draft, record: BookingRecord) -> Draft:
    """Return the draft with a booking to look at or to change, as it stands."""
    return draft.knowing(
        which=record.id,
        outlet=record.outlet_key,
        car=[record.model, record.variant] if record.model else None,
    ).noting(kind=record.kind, day=record.local_start.date().isoformat())


def read_reference(heard: Heard, draft: Draft) -> Taken | None:
    """Take the reference of a booking that was made elsewhere."""
    if not draft.notes.get("strange") or "reference" in draft.values:
        return None
    named = heard.question.values("booking_reference")
    if not named:
        if heard.asked == "reference" and any(each.isdigit() for each in heard.text):
            return Taken(draft, [say("utter_reference_invalid")])
        return None
    return Taken(draft.knowing(reference=str(named[-1])))


def ask_code(heard: Heard, draft: Draft) -> Taken | None:
    """Have a code sent once reference and number are there; whether there is such a booking is not told."""
    if draft.missing != "code" or draft.notes.get("sent"):
        return None
    try:
        codes.ask(
            heard.session,
            heard.turn.conversation_id,
            draft.values["reference"],
            draft.values["phone"],
            heard.now,
        )
    except RateLimitedError as error:
        return Taken(_anew(draft), [say("utter_code_limited", wait=wait(error.until - heard.now))])
    return Taken(draft.noting(sent=True))


def read_code(heard: Heard, draft: Draft) -> Taken | None:
    """Take the code; a wrong one and a code for no booking sound alike."""
    match = CODE.search(heard.text)
    if heard.asked != "code" or match is None:
        return None
    code = re.sub(r"\D", "", match.group())
    if len(code) != DIGITS:
        return Taken(draft.noting(tried=True), [say("utter_code_wrong")])
    try:
        booking = codes.verify(heard.session, heard.turn.conversation_id, code, heard.now)
    except RateLimitedError as error:
        return Taken(_anew(draft), [say("utter_code_limited", wait=wait(error.until - heard.now))])
    record = None if booking is None else records.record(heard.session, booking)
    if record is None:
        return Taken(draft.noting(tried=True), [say("utter_code_wrong")])
    opened = draft.knowing(code=True)
    if not record.holds and draft.task != "check":
        return Taken(chosen(opened, record).noting(over=True))
    return Taken(chosen(opened, record))


def read_fixed(heard: Heard, draft: Draft) -> Taken | None:
    """Say that a booking that is moved keeps its car, its name and its number."""
    if draft.task != "change" or draft.missing in ACCESS or heard.pressed:
        return None
    named = {each.model for each in cars(heard.turn, heard.question)}
    kept = (draft.values.get("car") or [None])[0]
    other = word_for("change", heard.text) in ("car", "name", "phone") or heard.question.value("phone")
    if not other and (kept is None or not named or named == {kept}):
        return None
    return Taken(draft, [say("utter_change_keeps")])


def _anew(draft: Draft) -> Draft:
    return draft.knowing(reference=None, phone=None, code=None).noting(sent=None, tried=None)


def _kind(heard: Heard) -> str | None:
    """Return the kind of booking that a message names: "my test drive"."""
    kind: str | None = heard.question.value("booking_kind")
    return kind
