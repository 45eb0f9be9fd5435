"""Personal data at rest: sealed with keys that the settings bring, readable by nobody without them.

Sealing is Fernet (AES-128-CBC with HMAC-SHA256; https://github.com/fernet/spec) of the cryptography
library. Several keys may be given: the first seals, all of them open, so that keys can be changed.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from knowledge.secret import load_secret

KEY_FILE = "data_key"
MARK = "sealed:"  # tells what is sealed from what was written before there was a vault


class VaultError(Exception):
    """What is sealed cannot be opened with the keys at hand, or the keys are no keys."""


class Vault:
    """Seals and opens text, and makes digests by which sealed values are found."""

    def __init__(self, keys: Sequence[str]) -> None:
        try:
            fernets = [Fernet(key) for key in keys]
            self._first, self._fernet = fernets[0], MultiFernet(fernets)
        except ValueError as error:
            raise VaultError(
                "DATA_KEYS: not a key: make one with `python -m knowledge key`, separate several by commas"
            ) from error
        # The last key is the oldest one: digests stay the same while newer keys are put before it.
        self._digest_key = hashlib.sha256(b"digest " + keys[-1].encode()).digest()

    @classmethod
    def load(cls, setting: str | None, folder: Path) -> "Vault":
        """Return the vault of the setting's comma-separated keys, else of the key kept in the folder."""
        kept = load_secret(setting, folder / KEY_FILE, new_key)
        return cls([key.strip() for key in kept.decode().split(",") if key.strip()])

    def seal(self, text: str) -> str:
        """Return the text sealed."""
        return MARK + self._fernet.encrypt(text.encode()).decode()

    def open(self, stored: str) -> str:
        """Return the text that was sealed; what was never sealed comes back as it is."""
        if not stored.startswith(MARK):
            return stored
        try:
            return self._fernet.decrypt(stored.removeprefix(MARK).encode()).decode()
        except InvalidToken as error:
            raise VaultError("sealed with a key that is not among DATA_KEYS (or var/data_key)") from error

    def reseal(self, stored: str) -> str:
        """Return a stored value sealed with the first key, the very same where it is so already."""
        if stored.startswith(MARK):
            try:
                self._first.decrypt(stored.removeprefix(MARK).encode())
                return stored
            except InvalidToken:
                pass  # another key's
        return self.seal(self.open(stored))

    def digest(self, text: str) -> str:
        """Return the keyed digest by which a sealed value is found, 64 hexadecimal digits."""
        return hmac.digest(self._digest_key, text.encode(), "sha256").hex()


def new_key() -> str:
    """Return a new key."""
    return Fernet.generate_key().decode()


_installed: Vault | None = None


def install(vault: Vault) -> None:
    """Make this the vault of the process; sealed columns cannot be read or written before."""
    global _installed
    _installed = vault


def current() -> Vault:
    """Return the vault of the process."""
    if _installed is None:
        raise VaultError("no keys: `vault.install(Vault.load(…))` comes before the first sealed value")
    return _installed


class Sealed(TypeDecorator[str]):
    """A text that stands sealed in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Seal."""
        return None if value is None else current().seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Open."""
        return None if value is None else current().open(value)


class SealedJSON(TypeDecorator[Any]):
    """A JSON value that stands sealed, as text, in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Seal."""
        if value is None:
            return None
        return current().seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Open."""
        return None if value is None else json.loads(current().open(value))
