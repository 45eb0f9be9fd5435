"""Who may use the desk: names with hashes of their passwords, as the setting DESK_USERS has them."""

import asyncio
import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

# 32 MB and about a quarter of a second for each try: OWASP's second recommendation for scrypt.
LOG_N, R, P = 15, 8, 3
KEY_BYTES, SALT_BYTES = 32, 16
MEMORY_LIMIT = 128 * 1024 * 1024
AT_ONCE = 2  # tries: each takes memory and a processor
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
NAME = re.compile(r"[A-Za-z0-9._-]{1,40}")


@dataclass(frozen=True, slots=True)
class Hash:
    """A password's scrypt hash, written without characters that a shell or a settings file would touch."""

    log_n: int
    r: int
    p: int
    salt: bytes
    key: bytes

    @classmethod
    def make(cls, password: str) -> Self:
        """Hash a new password."""
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(LOG_N, R, P, salt, _scrypt(password, salt, LOG_N, R, P, KEY_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a hash; raises ValueError on anything else."""
        kind, log_n, r, p, salt, key = text.split(".")
        found = cls(int(log_n), int(r), int(p), _bytes(salt), _bytes(key))
        strong = 14 <= found.log_n <= 20 and 1 <= found.r <= 32 and 1 <= found.p <= 16
        if kind != "scrypt" or not strong or len(found.salt) < 16 or len(found.key) < 32:
            raise ValueError("not a scrypt hash of ours")
        return found

    def __str__(self) -> str:
        return f"scrypt.{self.log_n}.{self.r}.{self.p}.{_text(self.salt)}.{_text(self.key)}"

    def fits(self, password: str) -> bool:
        """Tell whether it is this password's."""
        key = _scrypt(password, self.salt, self.log_n, self.r, self.p, len(self.key))
        return hmac.compare_digest(key, self.key)


class Users:
    """The people of the desk."""

    def __init__(self, hashes: Mapping[str, Hash]) -> None:
        self._hashes = dict(hashes)
        # Nobody's: an unknown name takes as long to refuse as a wrong password.
        self._nobody = Hash(LOG_N, R, P, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(KEY_BYTES))
        self._turns = asyncio.Semaphore(AT_ONCE)

    @classmethod
    def parse(cls, setting: str) -> Self:
        """Read `name:hash,name:hash`; raises ValueError, which names no hash."""
        hashes: dict[str, Hash] = {}
        for each in filter(None, map(str.strip, setting.split(","))):
            name, _, text = each.partition(":")
            if not NAME.fullmatch(name):
                raise ValueError("DESK_USERS: a name has up to 40 letters, digits, '.', '_' or '-'")
            try:
                hashes[name] = Hash.parse(text)
            except ValueError as error:
                raise ValueError(
                    f"DESK_USERS: {name} has no hash: make one with `python -m channels.desk password {name}`"
                ) from error
        return cls(hashes)

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def mark(self, name: str) -> bytes | None:
        """Return what changes with a user's password, or None for nobody."""
        found = self._hashes.get(name)
        return None if found is None else found.key

    async def check(self, name: str, password: str) -> bool:
        """Tell whether the password is the user's, off the event loop, a few at a time."""
        if len(password) > LONGEST_PASSWORD:
            return False
        async with self._turns:
            fits = await asyncio.to_thread(self._hashes.get(name, self._nobody).fits, password)
        return fits and name in self._hashes


def _scrypt(password: str, salt: bytes, log_n: int, r: int, p: int, length: int) -> bytes:
    return hashlib.scrypt(
        password.encode("utf-8", "surrogateescape"),
        salt=salt,
        n=2**log_n,
        r=r,
        p=p,
        maxmem=MEMORY_LIMIT + 128 * r * 2**log_n,
        dklen=length,
    )


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
