"""How long a charge takes: by car, from and to which percent, at which charger."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, names, remember, talked_about
from bot.actions.charging import words as phrases
from bot.actions.say import Item, button, say, table, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue, charging
from knowledge.charging import Battery, ChargingTime
from knowledge.provenance import Provenance

SLOT = "charge"
LOW, HIGH, FULL = 10, 80, 100  # percent: what makers quote, and what is good for the battery
MOSTLY_TO = 60  # "to 80": one figure from here on says where the charge ends
WALLBOX_KW, SOCKET_KW, USUAL_DC_KW = 7.4, 3.5, 60.0
USUAL: tuple[tuple[str, float | None], ...] = (
    ("dc", None),
    ("dc", USUAL_DC_KW),
    ("ac", None),
    ("ac", WALLBOX_KW),
    ("ac", SOCKET_KW),
)
AGENT = button("button_agent", "talk_to_agent")


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge that is asked about."""

    low: int = LOW
    high: int = HIGH
    kw: float | None = None
    current: str | None = None


class AskChargingTime(AnswerAction):
    """Says how many minutes a charge takes."""

    intent = "ask_charging_time"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Answer for one car in a sentence, else for each in a table."""
        charge = _charge(turn, question)
        subjects = talked_about(turn, question)
        memory: dict[str, Any] = {**remember(subjects), SLOT: _slot(charge)}
        known = names(session)
        cars = _cars(session, subjects, question)
        batteries = {car: found for car in cars if (found := _battery(session, car)) is not None}
        if charge.low >= charge.high:
            return Answer([say("utter_charging_full", percent=_percent(charge.low))], memory)
        if not batteries:
            name = known.get(cars[0]) if cars else None
            return Answer([say("utter_charging_time_unknown", name=name or "smart", buttons=[AGENT])], memory)
        if len(batteries) == 1:
            [(car, battery)] = batteries.items()
            draw = _curve if question.value("chart") else _one
            return Answer([draw(known[car], car, battery, charge)], memory)
        return Answer([_all(known, batteries, charge)], memory)


def _charge(turn: Turn, question: Question) -> Charge:
    before = turn.slots.get(SLOT) or {} if turn.slots.get("topic") == AskChargingTime.intent else {}
    percents = [int(each) for each in question.values("percent") if 0 <= each <= FULL]
    low, high = before.get("low", LOW), before.get("high", HIGH)
    if len(percents) > 1:
        low, high = min(percents[:2]), max(percents[:2])
    elif percents and percents[0] >= MOSTLY_TO:
        high = percents[0]
    elif percents:
        low = percents[0]
    kw, current = question.value("power"), question.value("current")
    if question.value("connector") in ("ccs2", "chademo"):
        current = current or "dc"
    elif question.value("connector") in ("type2", "type1"):
        current = current or "ac"
    if kw is None and current is None:
        kw, current = before.get("kw"), before.get("current")
    if kw is not None and current is None:
        current = "ac" if float(kw) <= 22 else "dc"
    return Charge(low, high, None if kw is None else float(kw), current)


def _slot(charge: Charge) -> dict[str, Any]:
    return {"low": charge.low, "high": charge.high, "kw": charge.kw, "current": charge.current}


def _cars(session: Session, subjects: list[Car], question: Question) -> list[Car]:
    """Return the variants that are meant: all of those on sale where none is named."""
    found: list[Car] = []
    for model in catalogue.lineup(session, "MY"):
        for variant in model.variants:
            car = Car(model.key, variant.key)
            named = any(each.model == model.key and each.variant in (None, variant.key) for each in subjects)
            if named or (not subjects and model.state == "on_sale"):
                found.append(car)
    wanted = question.value("variant")
    if not subjects and wanted:
        found = [car for car in found if car.variant == wanted]
    return found


def _battery(session: Session, car: Car) -> Battery | None:
    assert car.variant is not None
    return charging.battery(session, car.model, car.variant)


def _one(name: str, car: Car, battery: Battery, charge: Charge) -> Item:
    kinds = [(charge.current, charge.kw)] if charge.current else list(USUAL)
    times = [(kind, kw, _time(battery, charge, kind, kw)) for kind, kw in kinds]
    known = [(kind, kw, time) for kind, kw, time in times if time is not None]
    if not known:
        return say("utter_charging_time_unknown", name=name, buttons=[AGENT])
    chart = button(
        "button_charging_chart",
        "ask_charging_time",
        {"model": car.model, "variant": car.variant, "chart": True},
    )
    if len(known) == 1:
        kind, kw, time = known[0]
        limited = words(
            f"charging_limited_{kind}" if time.limited_to_kw else "charging_not_limited",
            power=phrases.power(time.limited_to_kw or time.kw),
        )
        return say(
            "utter_charging_time",
            name=name,
            low=_percent(charge.low),
            high=_percent(charge.high),
            time=phrases.minutes(time.minutes),
            charger=_charger(kind, kw),
            energy={"measure": round(time.kwh), "unit": "kWh"},
            limited=limited,
            source=figures.source(time.provenance),
            buttons=[chart] if kind == "dc" else [],
        )
    rows = [(_charger(kind, kw), phrases.minutes(time.minutes)) for kind, kw, time in known]
    return say(
        "utter_charging_times",
        low=_percent(charge.low),
        high=_percent(charge.high),
        legend=figures.legend(time.provenance for _, _, time in known),
        table=table(name, (words("column_charger"), words("column_time")), rows),
        buttons=[chart],
    )


def _curve(name: str, car: Car, battery: Battery, charge: Charge) -> Item:
    """Return the DC charge as a picture, with its figures in words for who does not see it."""
    kw = charge.kw if charge.current == "dc" and charge.kw else max(power for _, power in battery.curve)
    time = _time(battery, charge, "dc", kw)
    assert time is not None
    samples = charging.samples(battery, kw, charge.low, charge.high)
    shown = {
        "kind": "charge",
        "title": f"{name}, {kw:.0f} kW",
        "samples": [[round(minutes, 1), percent, round(power, 1)] for minutes, percent, power in samples],
    }
    figures_of: dict[str, Any] = {
        "name": name,
        "low": _percent(charge.low),
        "high": _percent(charge.high),
        "time": phrases.minutes(time.minutes),
        "most": phrases.power(round(samples[0][2])),
        "least": phrases.power(round(samples[-1][2])),
    }
    return {
        **say("utter_charging_curve", **figures_of, source=figures.source(time.provenance)),
        "picture": shown,
        "alt": words("alt_charging_curve", **figures_of),
    }


def _all(known: dict[Car, str], batteries: dict[Car, Battery], charge: Charge) -> Item:
    kinds = [(charge.current, charge.kw)] if charge.current else [("dc", None), ("ac", WALLBOX_KW)]
    rows, provenances = [], []
    for car, battery in batteries.items():
        times = [_time(battery, charge, kind, kw) for kind, kw in kinds]
        cells = [words("not_on_record") if time is None else _marked(time) for time in times]
        provenances += [time.provenance for time in times if time is not None]
        rows.append((known[car], *cells))
    heads = [_charger(kind, kw) for kind, kw in kinds]
    return say(
        "utter_charging_times",
        low=_percent(charge.low),
        high=_percent(charge.high),
        legend=figures.legend(provenances),
        table=table(words("caption_charging_time"), (words("column_car"), *heads), rows),
        buttons=[],
    )


def _marked(time: ChargingTime) -> Item:
    mark = figures.MARKS[_status(time.provenance)]
    shown = phrases.minutes(time.minutes)
    return words("marked", value=shown, mark=mark) if mark else shown


def _status(provenance: Provenance) -> Any:
    return provenance.status


def _time(battery: Battery, charge: Charge, kind: str | None, kw: float | None) -> ChargingTime | None:
    current: Any = kind or "dc"
    return charging.charging_time(battery, charge.low, charge.high, kw, current)


def _charger(kind: str | None, kw: float | None) -> Item:
    """Return a charger by its power, or the strongest: a curve brought to the maker's time tells no peak."""
    if kw is None:
        return words(f"charger_strongest_{kind}")
    return words(f"charger_{kind}", power=phrases.power(kw))


def _percent(value: int) -> Item:
    return {"measure": value, "unit": "percent"}
