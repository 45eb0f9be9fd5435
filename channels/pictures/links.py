"""Addresses of pictures: what is drawn stands in the address itself, so that nothing has to be kept."""

import hmac
import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

LONGEST = 4096  # characters of a token that is looked at
MOST_BYTES = 16 * 1024  # of what it holds
MAC_BYTES = 12


class PictureError(ValueError):
    """An address that we did not make."""


class Pictures:
    """Makes and reads the addresses, with one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def link(self, shown: Mapping[str, Any]) -> str:
        """Return the path of a picture of something (see `channels.pictures.draw`)."""
        body = zlib.compress(json.dumps(shown, separators=(",", ":"), ensure_ascii=False).encode(), 9)
        return f"/pictures/{_text(self._mac(body) + body)}.png"

    def read(self, token: str) -> dict[str, Any]:
        """Return what a token of ours shows; raises PictureError for any other."""
        if len(token) > LONGEST:
            raise PictureError("too long")
        try:
            raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError as error:
            raise PictureError("not a token") from error
        mac, body = raw[:MAC_BYTES], raw[MAC_BYTES:]
        # The signature first: nothing that it does not cover is unpacked.
        if not hmac.compare_digest(mac, self._mac(body)):
            raise PictureError("wrong signature")
        shown: dict[str, Any] = json.loads(zlib.decompressobj().decompress(body, MOST_BYTES))
        return shown

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self._key, b"picture " + body, "sha256")[:MAC_BYTES]


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
