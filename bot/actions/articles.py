"""Answers from the articles: the company, updates, assistance, app, battery, warranty, charging."""

from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue.figures import source
from bot.actions.say import Item, button, money, say
from bot.actions.turn import Question, Turn
from knowledge import articles
from knowledge.figures import Figure

AGENT = button("button_agent", "talk_to_agent")
CURRENCIES = ("MYR", "THB", "USD")


class Article(AnswerAction):
    """Answers with the sections of one topic that the question is about."""

    topic: ClassVar[str] = ""

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say what is on record, each section with the source of its figures."""
        sections = articles.find(session, self.topic, turn.language, question.text)
        return Answer([_section(section) for section in sections])


class AskCompany(Article):
    """Who makes, owns and sells smart."""

    intent = "ask_company"
    topic = "company"


class AskSustainability(Article):
    """Carbon footprint and certificates."""

    intent = "ask_sustainability"
    topic = "sustainability"


class AskOta(Article):
    """Software updates over the air."""

    intent = "ask_ota"
    topic = "ota"


class AskDriverAssistance(Article):
    """Pilot Assist and its kin."""

    intent = "ask_driver_assistance"
    topic = "driver_assistance"


class AskConnectivity(Article):
    """App, infotainment and cockpit."""

    intent = "ask_connectivity"
    topic = "connectivity"


class AskBattery(Article):
    """Battery life, chemistry and safety."""

    intent = "ask_battery"
    topic = "battery"


class AskWarranty(Article):
    """What is covered and for how long, as far as it is on record."""

    intent = "ask_warranty"
    topic = "warranty"


class AskHomeCharger(Article):
    """A charger at home: installation, condo, power, meter."""

    intent = "ask_home_charger"
    topic = "home_charger"


class AskChargingHowto(Article):
    """How charging works: plugs, AC and DC, starting, rain."""

    intent = "ask_charging_howto"
    topic = "charging_howto"


def _section(section: articles.SectionInfo) -> Item:
    body = {"template": section.body, "values": {key: _value(each) for key, each in section.figures.items()}}
    if not section.figures:
        return say("utter_article", body=body, buttons=[AGENT])
    provenances = [figure.provenance for figure in section.figures.values()]
    return say("utter_article_sourced", body=body, source=source(*provenances), buttons=[AGENT])


def _value(figure: Figure) -> Any:
    if figure.iso is not None:
        return {"date": figure.iso}
    if not isinstance(figure.value, Decimal):
        return figure.value
    if figure.unit in CURRENCIES:
        return money(figure.value, figure.unit)
    whole = figure.value == figure.value.to_integral_value()
    return {"measure": int(figure.value) if whole else float(figure.value), "unit": figure.unit}
