"""What the action server keeps open: the knowledge base, and a routing server where there is one."""

from functools import cache
from pathlib import Path

import settings
from knowledge import vault
from knowledge.database import Database
from knowledge.journeys import Osrm


@cache
def database() -> Database:
    """Return the database of this process, opened at first use."""
    configured = settings.load()
    vault.install(vault.Vault.load(configured.data_keys, Path(configured.var_dir)))
    return Database(configured.database_url)


@cache
def roads() -> Osrm | None:
    """Return the routing server that the settings name, or None: then our own main roads are taken."""
    url = settings.load().osrm_url
    return Osrm(url) if url else None
