"""Actions on the real seeded knowledge base."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.actions import registry
from bot.actions.answer import Answer, AnswerAction
from bot.actions.turn import Entity, Question, Turn
from channels.message import Reply
from channels.texts import Texts
from knowledge import migrations, seeding
from knowledge.database import Database


@pytest.fixture(scope="session", name="seeded")
def seeded_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path_factory.mktemp('actions')}/smart.db"
    migrations.migrate(url)
    with Database(url) as database:
        with database.transaction() as session:
            seeding.seed(session)
        yield database


@pytest.fixture(name="session")
def open_session(seeded: Database) -> Iterator[Session]:
    with seeded.transaction() as session:
        yield session
        session.rollback()


@pytest.fixture(scope="session", name="texts")
def catalogue_of_messages() -> Texts:
    return Texts.load()


@dataclass
class Talk:
    """A conversation with the actions alone: what is remembered goes from one question to the next."""

    session: Session
    texts: Texts
    language: str = "en"
    market: str = "MY"
    slots: dict[str, Any] = field(default_factory=dict)
    answer: Answer | None = None

    def ask(self, intent: str, text: str = "", **named: Any) -> str:
        entities = tuple(
            Entity(kind.split("__")[0], value, place) for place, (kind, value) in enumerate(named.items())
        )
        question = Question(intent, text, entities)
        turn = Turn("talk", "1", text, self.language, self.market, (question,), (), dict(self.slots))
        handler = AnswerAction.by_intent[intent]
        self.answer = handler.answer(self.session, turn, question)
        self.slots |= ({"topic": intent} if handler.follows_up else {}) | dict(self.answer.slots)
        return "\n".join(_shown(reply) for reply in self.replies)

    @property
    def replies(self) -> list[Reply]:
        assert self.answer is not None
        return [self.texts.render(item, self.language) for item in self.answer.items]


def _shown(reply: Reply) -> str:
    return reply.text + ("\n" + reply.table.as_text() if reply.table else "")


@pytest.fixture(name="talk")
def new_talk(session: Session, texts: Texts) -> Talk:
    assert registry.actions()
    return Talk(session, texts)


@pytest.fixture(name="root")
def project_root() -> Path:
    return Path(__file__).parents[4]
