"""The action server's one connection to the knowledge base."""

from functools import cache

import settings
from knowledge.database import Database


@cache
def database() -> Database:
    """Return the database of this process, opened at first use."""
    return Database(settings.load().database_url)
