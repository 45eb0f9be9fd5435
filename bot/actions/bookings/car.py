"""Which car is to be driven."""

from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.phrases import car_name, models_to_drive
from bot.actions.catalogue.subject import Car, cars
from bot.actions.say import listed, say
from knowledge.bookings import finding


def read(heard: Heard, draft: Draft) -> Taken | None:
    """Take the car that the message names, where one of its kind can be driven in this market."""
    if draft.task != "test_drive":
        return None
    named = cars(heard.turn, heard.question)
    known = draft.values.get("car")
    variant = heard.question.value("variant")
    if not named and variant is not None and known is None:
        return Taken(draft.noting(variant=variant))  # "the BRABUS", of a model that is still to be said
    if not named:
        return None
    car = named[-1]  # "the #1, no, the #3"
    if car.variant is None and draft.notes.get("variant"):
        car = Car(car.model, draft.notes["variant"])
    if known == [car.model, car.variant]:
        return None
    driven = finding.demo_cars(heard.session, heard.turn.market_of(heard.question))
    if not any(model == car.model for model, _ in driven):
        item = say(
            "utter_car_not_driven",
            car=car_name(heard.session, car.model, None),
            cars=listed(models_to_drive(heard.session, driven)),
        )
        return Taken(draft, [item])
    driven_variant = car.variant if (car.model, car.variant) in driven else None
    items = []
    if car.variant and driven_variant is None:
        name = car_name(heard.session, car.model, car.variant)
        items = [say("utter_variant_not_driven", car=name, model=car_name(heard.session, car.model, None))]
    return Taken(draft.knowing(car=[car.model, driven_variant]).noting(variant=None), items)
