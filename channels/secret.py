"""The key that signs what browsers keep or ask for: the setting, or one that is made and kept in a file."""

import secrets
from pathlib import Path

SECRET_BYTES = 32
KEY_FILE = "session_secret"


def load_secret(setting: str | None, path: Path) -> bytes:
    """Return the signing key: the setting, else the one kept in the file, which is made when missing."""
    if setting:
        return setting.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written whole under another name first: a second process, or a crash, never sees half a key.
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    fresh.touch(mode=0o600, exist_ok=False)
    try:
        fresh.write_text(secrets.token_urlsafe(SECRET_BYTES), encoding="ascii")
        path.hardlink_to(fresh)
    except FileExistsError:
        pass  # another process, or an earlier run, has made the key
    finally:
        fresh.unlink()
    return path.read_text(encoding="ascii").strip().encode()
