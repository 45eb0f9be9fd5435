"""Names and passwords of the desk, and the sessions that they open."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.desk.__main__ import main
from channels.desk.sessions import CLOCK_SKEW, LIFETIME, Sessions
from channels.desk.users import Hash, Users

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
FIRST, SECOND = Hash.make("first password"), Hash.make("second password")
ANN = Users({"ann": FIRST, "bob": SECOND})


def test_a_hash_is_written_and_read():
    assert Hash.parse(str(FIRST)) == FIRST
    assert FIRST.fits("first password")
    assert not FIRST.fits("First password")
    assert str(FIRST) != str(Hash.make("first password"))  # of another salt


def test_a_hash_needs_no_quotes_in_a_shell():
    assert set(str(FIRST)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "secret",
        "scrypt.15.8.3.c2FsdA.a2V5",  # too short
        str(FIRST).replace("scrypt.15", "scrypt.4"),  # too weak
        str(FIRST).replace("scrypt.15", "scrypt.40"),  # more memory than there is
        str(FIRST).replace("scrypt", "plain"),
        str(FIRST)[:-8],
    ],
)
def test_what_is_no_hash_is_refused_without_being_shown(text):
    with pytest.raises(ValueError, match="DESK_USERS: ann has no hash: make one with") as refused:
        Users.parse(f"ann:{text}")
    assert not text or text not in str(refused.value)


def test_several_users_are_read():
    users = Users.parse(f" ann:{FIRST}, bob:{SECOND} ,")
    assert users.mark("ann") == FIRST.key
    assert users.mark("bob") == SECOND.key
    assert users.mark("eve") is None
    assert not Users.parse("")


@pytest.mark.parametrize("name", ["", "a b", "<b>", "x" * 41, "a!b"])
def test_a_name_is_plain(name):
    with pytest.raises(ValueError, match="a name has up to 40"):
        Users.parse(f"{name}:{FIRST}")


@pytest.mark.parametrize(
    ("name", "password", "fits"),
    [
        ("ann", "first password", True),
        ("ann", "second password", False),
        ("bob", "second password", True),
        ("eve", "first password", False),
        ("ann", "", False),
        ("ann", "x" * 10_000, False),
    ],
)
async def test_only_the_users_own_password_fits(name, password, fits):
    assert await ANN.check(name, password) is fits


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(b"k" * 32, ANN)


def test_a_session_lasts_half_a_day(sessions):
    cookie = sessions.issue("ann", NOW)
    assert sessions.read(cookie, NOW) == "ann"
    assert sessions.read(cookie, NOW + LIFETIME - timedelta(seconds=1)) == "ann"
    assert sessions.read(cookie, NOW + LIFETIME) is None
    assert sessions.read(cookie, NOW - CLOCK_SKEW - timedelta(seconds=1)) is None


def test_a_session_ends_with_its_password_and_with_its_user(sessions):
    cookie = sessions.issue("ann", NOW)
    assert Sessions(b"k" * 32, Users({"ann": SECOND})).read(cookie, NOW) is None
    assert Sessions(b"k" * 32, Users({"bob": FIRST})).read(cookie, NOW) is None
    assert Sessions(b"x" * 32, ANN).read(cookie, NOW) is None


def test_no_character_of_a_cookie_can_be_changed(sessions):
    cookie = sessions.issue("ann", NOW)
    for at, own in enumerate(cookie):
        other = "b" if own != "b" else "c"
        assert sessions.read(cookie[:at] + other + cookie[at + 1 :], NOW) is None


@given(st.text())
def test_anything_else_is_no_session(text):
    assert Sessions(b"k" * 32, ANN).read(text, NOW) is None


def test_each_session_has_a_form_token_of_its_own(sessions):
    one, other = sessions.issue("ann", NOW), sessions.issue("ann", NOW)
    assert one != other
    assert sessions.form_token(one) == sessions.form_token(one) != sessions.form_token(other)


def test_the_command_makes_an_entry(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("a good password\n"))
    assert main(["password", "ann"]) == 0
    entry = capsys.readouterr().out.strip()
    assert entry.startswith("ann:scrypt.")
    assert "a good password" not in entry
    assert Hash.parse(entry.partition(":")[2]).fits("a good password")


@pytest.mark.parametrize(("name", "typed"), [("ann", "short\n"), ("ann", ""), ("a b", "a good password\n")])
def test_the_command_refuses_what_would_not_work(monkeypatch, capsys, name, typed):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert main(["password", name]) == 1
    assert capsys.readouterr().out == ""
