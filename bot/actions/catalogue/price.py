"""What a car costs, always with the date and the basis of the figure."""

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, names, remember, talked_about
from bot.actions.say import button, day, listed, money, say, table, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue
from knowledge.catalogue import PriceInfo
from knowledge.provenance import Status

UNKNOWN_BASIS = "unknown"
WAYS_ON = (button("button_agent", "talk_to_agent"), button("button_callback", "request_callback"))


class AskPrice(AnswerAction):
    """Shows the latest price on record of the cars in question."""

    intent = "ask_price"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say the price with its date and basis, or plainly that none is on record."""
        if question.value("network") and not question.value("model"):  # "the price at Gentari"
            return AnswerAction.by_intent["ask_charging_cost"].answer(session, turn, question)
        market = turn.market_of(question)
        subjects = talked_about(turn, question)
        memory = remember(subjects)
        variant = question.value("variant")
        on_record = catalogue.prices(session, market)
        if not on_record:
            return Answer(
                [say(f"utter_price_none_{market.lower()}", buttons=WAYS_ON)], {**memory, **_offer()}
            )
        if not subjects:
            found = [price for price in on_record if variant in (None, price.variant)]
            return Answer([_all(session, found)], memory)
        found = [price for price in on_record if any(_covers(car, price) for car in subjects)]
        missing = [car for car in subjects if not any(_covers(car, price) for price in found)]
        known = names(session)
        items = [_unknown(known, car) for car in missing]
        if len(found) == 1:
            items.insert(0, _one(session, found[0]))
        elif found:
            items.insert(0, _all(session, found))
        if missing:
            memory |= _offer() if missing[0] in known else {"offer": "ask_lineup"}
        return Answer(items, memory)


def _covers(car: Car, price: PriceInfo) -> bool:
    return price.model == car.model and car.variant in (None, price.variant)


def _one(session: Session, price: PriceInfo) -> dict[str, object]:
    known = price.status is not Status.UNCONFIRMED
    return say(
        "utter_price_one" if known else "utter_price_unconfirmed",
        name=price.name,
        amount=money(price.amount, price.currency),
        basis=words(f"basis_{price.basis}"),
        date=day(price.valid_from or price.provenance.as_of),
        source=figures.source(price.provenance),
        duty=figures.duty_note(session),
        buttons=[
            button(
                "button_about", "ask_spec", {"model": price.model, "variant": price.variant}, name=price.name
            ),
            WAYS_ON[0],
        ],
    )


def _all(session: Session, prices: list[PriceInfo]) -> dict[str, object]:
    rows = [
        (price.name, figures.price(price), day(price.valid_from) if price.valid_from else figures.UNKNOWN)
        for price in prices
    ]
    return say(
        "utter_prices",
        legend=figures.legend(price.provenance for price in prices),
        duty=figures.duty_note(session),
        basis=_basis(prices),
        table=table(
            words("caption_prices"), (words("column_car"), words("column_price"), words("column_as_of")), rows
        ),
        buttons=WAYS_ON[:1],
    )


def _basis(prices: list[PriceInfo]) -> dict[str, object]:
    """Return what the prices of a table include, as far as it is known."""
    bases = sorted({price.basis for price in prices} - {UNKNOWN_BASIS})
    if not bases:
        return words(f"basis_{UNKNOWN_BASIS}")
    basis = listed(words(f"basis_{each}") for each in bases)
    whole = all(price.basis != UNKNOWN_BASIS for price in prices)
    return basis if whole else words("basis_where_known", basis=basis)


def _unknown(known_names: dict[Car, str], car: Car) -> dict[str, object]:
    name = known_names.get(car)
    if name is None:
        return say(
            "utter_no_such_variant", name=known_names[Car(car.model)], variant=words(f"variant_{car.variant}")
        )
    return say("utter_price_unknown", name=name, buttons=WAYS_ON)


def _offer() -> dict[str, str]:
    return {"offer": "talk_to_agent"}
