"""Keys that do not open what is stored: told plainly at the start, and no harm to what they do open."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from knowledge.database import Database
from knowledge.migrations import migrate
from knowledge.vault import Vault, new_key
from tests.unit.channels.road import texts, until
from tests.unit.knowledge.privacy import customers

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_the_application_does_not_start_with_other_keys(sqlite_url, tmp_path):
    migrate(sqlite_url)
    with Database(sqlite_url) as database, database.transaction() as session:
        customers.talk(session, "one", "hello", at=NOW)
    environment = {**os.environ, "DATABASE_URL": sqlite_url, "VAR_DIR": str(tmp_path), "PORT": "0"}
    started = subprocess.run(
        [sys.executable, "-m", "channels"],
        cwd=ROOT,
        env={**environment, "DATA_KEYS": new_key()},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert started.returncode == 1
    assert "sealed with a key that is not among DATA_KEYS" in started.stderr.splitlines()[-1]


async def test_a_message_that_cannot_be_opened_stops_no_other(road, rasa, caplog):
    await road.say("hello", sender="lost")
    mine, *_ = await road.history()
    whole = await road.database.run(swap, mine.id, Vault([new_key()]).seal("{}"))
    await until(lambda: "VaultError while looking for open messages" in caplog.text)
    assert texts(await road.say("hello", sender="ann")) == ["[en] hello"]

    before = len(rasa.turns)
    await road.database.run(swap, mine.id, whole)
    await until(lambda: len(rasa.turns) > before)  # whoever looks for open messages is still there
    assert rasa.turns[-1]["message"] == "hello"


def swap(session: Session, message_id: int, content: str) -> str:
    """Make a message due again, with other content as it stands in the database; return what stood there."""
    which = {"id": message_id}
    before: str = session.execute(text("SELECT content FROM messages WHERE id = :id"), which).scalar_one()
    session.execute(
        text("UPDATE messages SET content = :content WHERE id = :id"), {**which, "content": content}
    )
    session.execute(
        text(
            "UPDATE inbox SET status = 'new', claimed_by = NULL, claimed_until = NULL WHERE message_id = :id"
        ),
        which,
    )
    return before
