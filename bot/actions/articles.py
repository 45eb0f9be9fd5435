"""Answers from the articles: the company, sustainability, updates, driver assistance, the app, battery, warranty."""

import string
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.say import button, day, say
from bot.actions.turn import Question, Turn
from knowledge import articles
from knowledge.figures import Figure

AGENT = button("button_agent", "talk_to_agent")


class Article(AnswerAction):
    """Answers with the sections of one topic that the question is about."""

    topic = ""

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say what is on record, each section with the source of its figures."""
        sections = articles.find(session, self.topic, turn.language, question.text)
        return Answer([_section(section) for section in sections])


def _section(section: articles.SectionInfo) -> dict[str, Any]:
    values = {name: _value(figure) for name, figure in section.figures.items()}
    body = {"template": section.body, "values": values}
    if not section.figures:
        return say("utter_article", title=section.title, body=body, buttons=[AGENT])
    weakest = articles.provenance(section)
    return say(
        "utter_article_sourced", title=section.title, body=body, source=figures.source(weakest), buttons=[AGENT]
    )


def _value(figure: Figure) -> Any:
    if isinstance(figure.value, date):
        return day(figure.value)
    if isinstance(figure.value, Decimal):
        number = int(figure.value) if figure.value == figure.value.to_integral_value() else float(figure.value)
        if figure.unit in ("MYR", "THB", "USD"):
            return {"money": str(figure.value), "currency": figure.unit}
        return {"measure": number, "unit": figure.unit} if figure.unit else number
    return figure.value


class AskCompany(Article):
    """Who makes, owns and sells smart."""

    intent = topic = "ask_company"
