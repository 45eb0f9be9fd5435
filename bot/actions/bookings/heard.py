"""A message while a booking is made: whether it answers, asks something else, or says yes or no."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from bot.actions.bookings.draft import TASKS, Draft
from bot.actions.bookings.names import surely_a_name
from bot.actions.bookings.said import shift
from bot.actions.lexicon import says_only, wished, word_for
from bot.actions.say import Item
from bot.actions.turn import Question, Turn

# Intents that can be an answer to what was asked; all others are questions of their own.
ANSWERS = {"inform", "affirm", "deny", "nlu_fallback", "out_of_scope", *TASKS}
PLACED = {"find_outlet", "find_charger"}  # "somewhere in Ipoh" may look like one of these
TALK = {"greet", "goodbye", "thank", "smalltalk"}  # what a person's name is taken for
CHOICE = "booking_choice"
MOST_WORDS_OF_A_NAME = 7
SHORTEST_ADDRESS = 8
SHORT = 40  # characters
ASKING = re.compile(
    r"[?？吗呢]|多少|什么|怎么|ไหม|มั้ย|เท่าไ|ยังไง|(?i:\b(?:berapa|brp|macam mana|apa|how|what|which)\b)"
)
WORDED = ("need", "stay", "dwelling", "phase")


@dataclass(frozen=True, slots=True)
class Heard:
    """A message with all that its meaning depends on."""

    session: Session
    turn: Turn
    question: Question
    asked: str | None  # the field that the customer was asked for
    now: datetime
    cancelling: bool = False  # whether a booking is to be cancelled, which "cancel" says yes to

    @property
    def text(self) -> str:
        """The customer's words."""
        return unicodedata.normalize("NFC", self.question.text).strip()

    @property
    def pressed(self) -> bool:
        """Whether a button was pressed whose meaning is in its payload."""
        return self.question.value(CHOICE) is not None

    def choice(self, name: str) -> str | None:
        """Return what a button says about a field."""
        for value in self.question.values(CHOICE):
            of, _, chosen = str(value).partition("=")
            if of == name:
                return chosen
        return None

    @property
    def yes(self) -> bool:
        """Whether it is a yes."""
        if self.pressed:
            return self.choice("confirmed") == "yes"
        asks = set("?？") & set(self.text)
        doubts = asks or self.question.intent == "deny" or word_for("no", self.text)
        return self.question.intent == "affirm" or (not doubts and says_only("yes", self.text))

    @property
    def no(self) -> bool:
        """Whether it is a no."""
        return self.choice("confirmed") == "no" or (not self.pressed and self.question.intent == "deny")

    @property
    def named(self) -> bool:
        """Whether it is a person's name, asked for, whatever else its words may mean."""
        return self.asked == "name" and not self.pressed and surely_a_name(self.text)

    def says(self, what: str) -> bool:
        """Tell whether a short message is a stop or a pause, in words too few for an intent."""
        return not self.pressed and len(self.text) <= SHORT and word_for(what, self.text) == what

    @property
    def answers(self) -> bool:
        """Whether it can be an answer; a question of its own is none, whatever it names."""
        intent = self.question.intent
        if self.asked in ("confirmed", None) and intent == "cancel":
            return self.cancelling
        if self.asked is None and wished(self.question):
            return True
        if self.pressed or intent in ANSWERS or self.named:
            return True
        if self.asked in ("phone", "plate") and self.question.value(self.asked) is not None:
            return True  # "JQR 88", whatever else its figures may mean
        if self.asked == "confirmed" and (self.yes or word_for("licence", self.text)):
            return True
        if self.asked is not None and (self.says("stop") or self.says("pause")):
            return intent != "cancel"
        if intent == "request_callback":  # "Hafiz, call 012-…" where a name or a number was asked for
            return self.asked in ("name", "phone") and self.question.value("phone") is not None
        if self.asked in WORDED and word_for(self.asked, self.text):
            # "How much is it to charge at home?" says nothing of the kind of home.
            return self.asked == "need" or (len(self.text) <= SHORT and not ASKING.search(self.text))
        if self.asked == "address" and len(self.text) >= SHORTEST_ADDRESS:
            return any(character.isdigit() for character in self.text)
        if self.asked == "time" and word_for("time", self.text):
            return True
        if self.asked in ("time", "confirmed") and shift(self.question) is not None:
            return True
        if self.asked in ("outlet", "address") and intent in PLACED:
            return True
        words = self.text.split()
        if self.asked == "name" and intent in TALK:
            return len(words) <= MOST_WORDS_OF_A_NAME and not set("?？!！") & set(self.text)
        # What is wrong with the car is told as a complaint or as a question about it.
        return self.asked == "need" and intent not in ("cancel", "talk_to_agent", "request_callback")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a field made of a message: the draft as it is now, and what is to be said about it first."""

    draft: Draft
    items: list[Item] = field(default_factory=list)
