"""The assistant to talk with: one of our own, or the one that ASSISTANT_URL names."""

import os

import pytest


@pytest.fixture(scope="session", name="address")
def address_of_the_assistant(request: pytest.FixtureRequest) -> str:
    named = os.environ.get("ASSISTANT_URL")
    return named.rstrip("/") if named else str(request.getfixturevalue("stack").url)
