"""What customers agreed to: once, in which words, taken back, and in which languages they were asked."""

import hashlib
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement
from sqlalchemy import select

from knowledge.privacy import consents, may_message
from knowledge.privacy.consents import BOOKINGS, DIGESTS, MESSAGES, PURPOSES, WORDING, notice
from knowledge.privacy.retention import BOOKING, TALK
from knowledge.privacy.tables import Consent
from tests.unit.knowledge.privacy.customers import DAY, NOW

CATALOGUES = Path(__file__).parents[4] / "bot" / "messages"
LANGUAGES = ("en", "ms", "th", "zh")


def words_of(purpose: str) -> dict[str, str]:
    """Return the words of a purpose's notice in each language."""
    found = {}
    for language in LANGUAGES:
        text = (CATALOGUES / language / "privacy.ftl").read_text(encoding="utf-8")
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, Message) and entry.id.name == f"privacy_notice_{purpose}":
                assert entry.value is not None
                assert all(isinstance(part, TextElement) for part in entry.value.elements), (
                    "a text that varies"
                )
                found[language] = "".join(part.value for part in entry.value.elements)
    return found


@pytest.mark.parametrize("purpose", PURPOSES)
def test_words_that_change_get_a_new_version(purpose):
    words = words_of(purpose)
    assert set(words) == set(LANGUAGES)
    digest = hashlib.sha256("\n\n".join(words[each] for each in LANGUAGES).encode()).hexdigest()
    assert digest == DIGESTS[purpose], (
        f"the notice {WORDING[purpose]} has other words now: give it a new version in WORDING and this digest"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_tells_the_periods_that_are_kept(language):
    words = words_of(BOOKINGS)[language]
    assert all(f"{period.months}" in words for period in (TALK, BOOKING))
    assert "PRO-NET" in words
    assert "Proton" in words


def test_a_consent_is_given_once_and_taken_back(session):
    first = consents.give(session, "two", BOOKINGS, WORDING[BOOKINGS], "ms", NOW)
    assert consents.give(session, "two", BOOKINGS, WORDING[BOOKINGS], "ms", NOW + DAY) == first
    held = consents.given(session, "two", BOOKINGS)
    assert (held.id, held.wording, held.language, held.given_at) == (first, WORDING[BOOKINGS], "ms", NOW)
    assert consents.given(session, "two", MESSAGES) is None

    assert consents.withdraw(session, "two", BOOKINGS, NOW + DAY) == 1
    assert consents.withdraw(session, "two", BOOKINGS, NOW + DAY) == 0
    session.expire_all()
    assert consents.given(session, "two", BOOKINGS) is None
    assert session.get(Consent, first).withdrawn_at == NOW + DAY  # noted, not deleted
    assert consents.given(session, "one", BOOKINGS) is not None


def test_other_words_are_another_consent(session):
    first = consents.give(session, "two", BOOKINGS, "bookings-0", "en", NOW)
    second = consents.give(session, "two", BOOKINGS, "bookings-1", "en", NOW)
    assert second != first
    assert consents.given(session, "two", BOOKINGS).wording == "bookings-1"


def test_reminders_come_until_the_customer_says_stop_and_again_after_start(session):
    assert may_message(session, "two")
    for _ in range(2):
        consents.stop_messages(session, "two", "th", NOW)
        session.expire_all()
        assert not may_message(session, "two")
        consents.start_messages(session, "two", "th", NOW + DAY)
        assert may_message(session, "two")
    assert may_message(session, "one")
    rows = session.scalars(select(Consent).where(Consent.conversation_id == "two").order_by(Consent.id)).all()
    assert [(row.purpose, row.withdrawn_at) for row in rows] == [
        (MESSAGES, NOW),
        (MESSAGES, NOW),
        (MESSAGES, None),
    ]


def test_stop_twice_is_noted_once(session):
    for _ in range(2):
        consents.stop_messages(session, "two", "en", NOW)
    assert len(session.scalars(select(Consent).where(Consent.conversation_id == "two")).all()) == 1


@pytest.mark.parametrize(
    ("market", "language", "shown"),
    [
        ("MY", "en", ["en", "ms"]),
        ("MY", "ms", ["ms", "en"]),
        ("MY", "zh", ["zh", "ms", "en"]),
        ("MY", "th", ["th", "ms", "en"]),
        ("TH", "th", ["th"]),
        ("TH", "zh", ["zh", "th"]),
        ("SG", "zh", ["zh", "en"]),
    ],
)
def test_a_notice_is_shown_in_the_customers_language_and_those_of_the_law(market, language, shown):
    assert notice(market, language) == shown
