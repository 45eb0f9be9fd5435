"""Shared by all tests: the whole assistant, started once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.stack import Stack


@pytest.fixture(scope="session", autouse=True)
def keys() -> None:
    """Keys for what is sealed in the database, the same for each process that a test starts."""
    try:
        from knowledge import vault
    except ImportError:
        return  # inside Rasa's environment, where nothing is sealed
    os.environ["DATA_KEYS"] = vault.new_key()
    vault.install(vault.Vault([os.environ["DATA_KEYS"]]))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The assistant with a model that fits the training data; a test that kills a part starts its own."""
    # Imported here, as the tests that run inside Rasa, on its older Python, read this file as well.
    from scripts import train
    from tests.stack import Stack

    train.ensure()
    with Stack(tmp_path_factory.mktemp("stack")) as running:
        yield running
