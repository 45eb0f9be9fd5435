"""Who books: name, phone and number plate, each checked as it is said."""

import re

import phonenumbers

from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.names import announced, bare, is_name
from bot.actions.lexicon import word_for
from bot.actions.say import say
from bot.actions.turn import Entity, Question

THAI = re.compile(r"[ก-ฮ]")
MOST_GAP = 3  # characters between a plate's number and its province
COUNTRIES = {"MY": 60, "TH": 66}
PLATE = re.compile(r"[A-Z]{1,3}\d{1,4}[A-Z]{0,2}|[A-Z]{2,12}\d{1,4}|\d?[ก-ฮ]{2}\d{1,4}")


def read_name(heard: Heard, draft: Draft) -> Taken | None:
    """Take the name that the message tells, or, where it was asked for, the message as a name."""
    if "name" not in draft.needs or heard.pressed:
        return None
    told = heard.question.value("person_name") or announced(heard.question.text)
    if told is None and (heard.asked != "name" or word_for("licence", heard.text)):
        return None
    # A name and a number in one breath are two answers.
    text = str(told or _without(heard, "phone", "plate"))
    name = bare(text)
    if told is None and (heard.yes or heard.no or not name or _corrects(heard)):
        return None  # "sorry, Sunday at 4" corrects the time
    if not is_name(name):
        return Taken(draft, [say("utter_name_invalid")]) if heard.asked == "name" else None
    return Taken(draft.knowing(name=" ".join(name.split())))


def _corrects(heard: Heard) -> bool:
    """Tell whether a message names a time or a place, and is no name in spite of it."""
    named = heard.question.value("date_time") or heard.question.value("place")
    return bool(named) and not heard.named


def read_phone(heard: Heard, draft: Draft) -> Taken | None:
    """Take a number that rings in Malaysia or Thailand; of several the last one counts."""
    if "phone" not in draft.needs:
        return None
    numbers = [str(value) for value in heard.question.values("phone")]
    numbers = numbers or [found for region in COUNTRIES if (found := _number(heard.text, region))][:1]
    if not numbers:
        digits = sum(character.isdigit() for character in heard.text)
        if heard.asked == "phone" and digits > 3 and not heard.pressed:
            return Taken(draft, [say("utter_booking_phone_invalid")])
        return None
    number = phonenumbers.parse(numbers[-1])
    if number.country_code not in COUNTRIES.values() or not phonenumbers.is_valid_number(number):
        return Taken(draft, [say("utter_booking_phone_invalid")])
    return Taken(draft.knowing(phone=numbers[-1]))


def _number(text: str, region: str) -> str | None:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_plate(heard: Heard, draft: Draft) -> Taken | None:
    """Take the number plate."""
    if "plate" not in draft.needs or heard.pressed:
        return None
    if told := [each for each in heard.question.entities if each.kind == "plate"]:
        plate = " ".join(filter(None, (str(told[-1].value), province(heard.question, told[-1]))))
        return Taken(draft.knowing(plate=plate))
    if heard.asked != "plate":
        return None
    plate = re.sub(r"[\s-]", "", _without(heard, "phone", "person_name")).upper()
    if PLATE.fullmatch(plate):
        return Taken(draft.knowing(plate=plate))
    if any(character.isdigit() for character in plate):
        return Taken(draft, [say("utter_plate_invalid")])
    return None


def province(question: Question, plate: Entity) -> str | None:
    """Return the province that stands on a Thai plate beside its number, as it was written."""
    if not THAI.search(str(plate.value)):
        return None
    for each in question.entities:
        if each.kind == "place" and 0 <= each.start - plate.end <= MOST_GAP:
            return question.text[each.start : each.end]
    return None


def _without(heard: Heard, *kinds: str) -> str:
    """Return the message without what was recognised as something else."""
    text = heard.question.text
    spans = [(each.start, each.end) for each in heard.question.entities if each.kind in kinds and each.end]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return re.sub(r"[\s,;，、]+$|^[\s,;，、]+", "", text)
