"""The answer to an offer of the waiting list: a time that was given up is held for a while."""

from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from knowledge.bookings import waiting
from knowledge.bookings.errors import OfferGoneError, UnknownBookingError


def read(heard: Heard, draft: Draft) -> Taken | None:
    """Take the yes or the no of an offer's button."""
    offer = heard.question.value("booking_offer")
    if offer is None:
        return None
    number = int(offer)
    own = {each.id for each in waiting.of_conversation(heard.session, heard.turn.conversation_id)}
    if heard.question.value("decision") == "decline":
        if number in own:
            waiting.decline(heard.session, number, now=heard.now)
        return Taken(draft.knowing(which=0).noting(told="utter_offer_declined"))
    try:
        made = waiting.accept(heard.session, number, request_key=f"offer-{number}", now=heard.now)
    except (OfferGoneError, UnknownBookingError):
        return Taken(draft.knowing(which=0).noting(told="utter_offer_gone"))
    return Taken(draft.knowing(which=made.id).noting(accepted=True))
