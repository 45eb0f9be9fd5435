"""Personal data at rest: sealed, opened with any of the keys, found by digest."""

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select, text
from sqlalchemy.types import Integer

from knowledge import vault
from knowledge.vault import Sealed, SealedJSON, Vault, VaultError

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))


@given(st.text())
def test_what_is_sealed_is_opened_and_cannot_be_read(words: str) -> None:
    sealed = Vault([OLD]).seal(words)
    assert Vault([OLD]).open(sealed) == words
    assert len(words) < 4 or words not in sealed


def test_a_new_key_in_front_opens_what_the_old_one_sealed_and_keeps_the_digests() -> None:
    before, after = Vault([OLD]), Vault([NEW, OLD])
    assert after.open(before.seal("+60123456789")) == "+60123456789"
    assert after.digest("+60123456789") == before.digest("+60123456789")
    assert after.digest("+60123456789") != after.digest("+60123456780")


def test_without_its_key_nothing_is_opened() -> None:
    with pytest.raises(VaultError, match="DATA_KEYS"):
        Vault([NEW]).open(Vault([OLD]).seal("Aminah"))


def test_what_is_no_key_is_said_with_its_cure() -> None:
    with pytest.raises(VaultError, match="python -m knowledge key"):
        Vault(["secret"])


def test_what_was_written_before_there_was_a_vault_is_read() -> None:
    assert Vault([OLD]).open("Aminah") == "Aminah"


def test_the_key_is_made_once_and_kept(tmp_path) -> None:
    first, second = (Vault.load(None, tmp_path) for _ in range(2))
    assert second.open(first.seal("x")) == "x"
    assert (tmp_path / "data_key").stat().st_mode & 0o077 == 0
    assert Vault.load(f"{NEW}, {OLD}", tmp_path).open(Vault([OLD]).seal("y")) == "y"


def test_columns_are_sealed_in_the_database() -> None:
    kept = vault.current()
    vault.install(Vault([OLD]))
    try:
        engine = create_engine("sqlite://")
        table = Table("t", MetaData(), Column("id", Integer), Column("a", Sealed), Column("b", SealedJSON))
        table.create(engine)
        with engine.begin() as connection:
            connection.execute(insert(table).values(id=1, a="สมชาย", b={"phone": "+66812345678"}))
            connection.execute(insert(table).values(id=2, a=None, b=None))
            raw = connection.execute(text("SELECT a, b FROM t WHERE id = 1")).one()
            assert all(value.startswith("sealed:") for value in raw)
            rows = connection.execute(select(table).order_by(table.c.id)).all()
        assert [tuple(row) for row in rows] == [(1, "สมชาย", {"phone": "+66812345678"}), (2, None, None)]
    finally:
        vault.install(kept)
