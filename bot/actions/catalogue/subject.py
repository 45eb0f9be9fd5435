"""Which cars a question is about: those it names, else the one that the talk was about."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.turn import Question, Turn
from knowledge import catalogue

ATTRIBUTES = {  # what customers ask for in one word and the catalogue keeps in several attributes
    "dimensions": ("length", "width", "height", "wheelbase"),
    "safety_rating": ("safety_rating", "safety_adult", "safety_child", "airbags"),
    "battery_gross": ("battery_gross", "battery_usable", "battery_chemistry"),
    "power": ("power", "power_ps", "torque"),
    "power_ps": ("power_ps", "power"),
    "range_wltp": ("range_wltp", "range_real"),
    "boot": ("boot", "boot_folded", "frunk"),
    "ac_power": ("ac_power", "ac_time"),
    "dc_power": ("dc_power", "dc_time"),
    "screen_centre": ("screen_centre", "screen_cluster", "hud"),
    "speakers": ("speakers", "speaker_brand"),
    "consumption_wltp": ("consumption_wltp", "consumption_real"),
}


@dataclass(frozen=True, slots=True)
class Car:
    """A model, or one of its variants."""

    model: str
    variant: str | None = None


def cars(turn: Turn, question: Question) -> list[Car]:
    """Return the cars that a question names, each variant with the model before it or the one talked about.

    "#3 premium or brabus" names two cars, "and the brabus?" the brabus of the model under discussion.
    """
    remembered = turn.slots.get("model")
    named: list[Car] = []
    loose: list[str | None] = []  # variants named before their model ("premium or brabus of the #3")
    for entity in question.entities:
        if entity.kind == "model":
            named += [Car(entity.value, variant) for variant in loose or [None]]
            loose = []
        elif entity.kind == "variant":
            if named and named[-1].variant is None:
                named[-1] = Car(named[-1].model, entity.value)
            elif named:
                named.append(Car(named[-1].model, entity.value))
            elif any(each.kind == "model" for each in question.entities):
                loose.append(entity.value)
            elif remembered:
                named.append(Car(remembered, entity.value))
    return list(dict.fromkeys(named))


def talked_about(turn: Turn, question: Question) -> list[Car]:
    """Return the cars that a question names, else those that the talk was about, else none."""
    named = cars(turn, question)
    if named or question.value("variant"):
        return named
    return [Car(model, variant) for model, variant in turn.slots.get("cars") or []]


def remember(subjects: list[Car]) -> dict[str, Any]:
    """Return the slots that keep cars as the subject of the talk; none named leaves it as it is."""
    if not subjects:
        return {}
    return {"model": subjects[0].model, "cars": [[car.model, car.variant] for car in subjects]}


def names(session: Session) -> dict[Car, str]:
    """Return the full name of every model and variant."""
    found: dict[Car, str] = {}
    for model in catalogue.lineup(session, ""):
        found[Car(model.key)] = model.name
        found |= {Car(model.key, variant.key): variant.name for variant in model.variants}
    return found


def specific(attributes: list[str]) -> list[str]:
    """Return what is asked for: "how big is the boot" asks for the boot, not for the car's dimensions."""
    return [key for key in attributes if key != "dimensions"] if len(attributes) > 1 else attributes


def expanded(attributes: list[str]) -> list[str]:
    """Return the catalogue's attributes for what a customer asked for."""
    keys = [key for asked in attributes for key in ATTRIBUTES.get(asked, (asked,))]
    return list(dict.fromkeys(keys))
