import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from channels.web.session import LIFETIME, RENEW_AFTER, SessionError, Sessions
from knowledge.secret import load_secret

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SESSIONS = Sessions(b"k" * 32)
TOKEN = SESSIONS.issue(NOW)


def test_a_token_that_we_issued_is_read() -> None:
    session = SESSIONS.read(TOKEN, NOW + timedelta(days=1))
    assert session.issued == NOW
    assert len(session.id) == 22
    assert TOKEN.split(".")[1] == session.id


def test_each_session_is_another() -> None:
    assert SESSIONS.read(SESSIONS.issue(NOW), NOW).id != SESSIONS.read(TOKEN, NOW).id


@given(st.one_of(st.text(), st.binary(), st.none(), st.integers(), st.lists(st.text())))
def test_anything_else_is_refused(token: object) -> None:
    with pytest.raises(SessionError):
        SESSIONS.read(token, NOW)


@given(at=st.integers(0, len(TOKEN) - 1), character=st.characters())
def test_a_changed_character_is_refused(at: int, character: str) -> None:
    assume(TOKEN[at] != character)
    with pytest.raises(SessionError):
        SESSIONS.read(TOKEN[:at] + character + TOKEN[at + 1 :], NOW)


@given(
    version=st.sampled_from(["v1", "v0", ""]),
    identity=st.text(max_size=30),
    issued=st.one_of(st.integers().map(str), st.text(max_size=12)),
    mac=st.one_of(st.just(TOKEN.rpartition(".")[2]), st.text(max_size=50)),
)
def test_a_forged_token_is_refused(version: str, identity: str, issued: str, mac: str) -> None:
    token = f"{version}.{identity}.{issued}.{mac}"
    assume(token != TOKEN)
    with pytest.raises(SessionError):
        SESSIONS.read(token, NOW)


@given(st.binary(min_size=16, max_size=64))
def test_another_key_does_not_open_it(key: bytes) -> None:
    assume(key != b"k" * 32)
    with pytest.raises(SessionError):
        Sessions(key).read(TOKEN, NOW)


@pytest.mark.parametrize("age", [LIFETIME, LIFETIME * 2, timedelta(minutes=-6)])
def test_a_token_out_of_its_time_is_refused(age: timedelta) -> None:
    with pytest.raises(SessionError):
        SESSIONS.read(TOKEN, NOW + age)


def test_a_session_is_renewed_while_it_is_used() -> None:
    session = SESSIONS.read(TOKEN, NOW)
    assert SESSIONS.renewed(session, NOW + RENEW_AFTER) is None
    later = NOW + RENEW_AFTER + timedelta(seconds=1)
    token = SESSIONS.renewed(session, later)
    assert token is not None
    again = SESSIONS.read(token, later)
    assert (again.id, again.issued) == (session.id, later)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        Sessions(b"short")


def test_the_key_is_the_setting(tmp_path: Path) -> None:
    assert load_secret("given", tmp_path / "secret") == b"given"
    assert not (tmp_path / "secret").exists()


def test_the_key_is_made_once_and_readable_by_us_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "session_secret"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: load_secret(None, path), range(32)))
    assert len(keys) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(keys.pop()) >= 32
    assert [each.name for each in path.parent.iterdir()] == ["session_secret"]
