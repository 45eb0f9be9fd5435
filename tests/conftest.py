"""Shared by all tests: the whole assistant, started once."""

from collections.abc import Iterator

import pytest

from scripts import train
from tests.stack import Stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The assistant with a model that fits the training data; a test that kills a part starts its own."""
    train.ensure()
    with Stack(tmp_path_factory.mktemp("stack")) as running:
        yield running
