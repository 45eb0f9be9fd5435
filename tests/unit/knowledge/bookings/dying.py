"""A process that dies in the middle of a booking's transaction, as by a power cut."""

import json
import os
import signal
import sys
from datetime import datetime

from knowledge import vault
from knowledge.bookings import book, notices, waiting
from knowledge.database import Database
from scripts.bench.bookings.network import draft


def main() -> None:
    task = json.loads(sys.stdin.readline())
    vault.install(vault.Vault([task["data_key"]]))
    now, starts_at = (datetime.fromisoformat(task[name]) for name in ("now", "starts_at"))
    with Database(task["url"]) as database, database.transaction() as session:
        match task["what"]:
            case "book":
                book.book(session, draft("kl", starts_at), request_key="dying", now=now)
            case "move":
                book.move(session, task["id"], starts_at, actor="customer", now=now)
            case "cancel":
                book.cancel(session, task["id"], actor="customer", now=now)
            case "accept":
                waiting.accept(session, task["id"], request_key="dying", now=now)
            case "say":
                (notice,) = notices.due(session, now, 1)
                notices.said(session, notice.id, now)
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
