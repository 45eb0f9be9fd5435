"""Whether a named charger is free or working: as its operator reported, with the age, or not known."""

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.charging import site
from bot.actions.charging.memory import Memory, wished
from bot.actions.say import button, say
from bot.actions.turn import Question, Turn
from knowledge import charging, geography
from knowledge.charging import Site, Wish

AT_KM = 0.7  # a car park of a mall may be that far from the mall's point
SOME = 3
AGENT = button("button_agent", "talk_to_agent")


class CheckCharger(AnswerAction):
    """Answers about one named site; hands what names none to the search."""

    intent = "check_charger"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Find the site by number, by name or around the place that is named."""
        memory = Memory.of(turn)
        chosen = memory.site(question)
        bare = not _names(question) and wished(question, Wish()) in (Wish(), Wish(free=True))
        if chosen is None and bare and len(memory.sites) == 1:
            chosen = memory.sites[0]  # "is it free?" of the one that was just shown
        if chosen is not None:
            return site.answer(session, memory, chosen)
        found = _sites(session, question)
        if not found:
            search = AnswerAction.by_intent["find_charger"].answer(session, turn, question)
            if question.values("station"):
                return Answer([say("utter_charger_unknown", buttons=[AGENT]), *search.items], search.slots)
            return search
        ids = tuple(each.id for each in found)
        kept = Memory(found[0].point, {"en": found[0].name}, wished(question, Wish()), ids)
        return Answer([site.whole(each) for each in found], kept.slot())


def _names(question: Question) -> bool:
    return bool(question.values("station") or question.values("place"))


def _sites(session: Session, question: Question) -> list[Site]:
    """Return the sites that a question names: those at a known mall or rest area, or by their own name."""
    wish = wished(question, Wish())
    for key in question.values("station"):
        place = geography.place(session, key)
        if place is not None:
            here = charging.nearest(session, place.point, wish, limit=SOME, within_km=AT_KM)
            if here:
                return here
        if named := charging.by_name(session, key, near=place.point if place else None, limit=SOME):
            return named
    return charging.named_in(session, question.text, limit=SOME)
