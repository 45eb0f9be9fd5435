"""Keys that are kept in a file where no setting brings them: made once, whole, readable by us alone."""

import secrets
from collections.abc import Callable
from pathlib import Path

SECRET_BYTES = 32
SESSION_FILE = "session_secret"  # signs what browsers keep or ask for


def load_secret(
    setting: str | None, path: Path, make: Callable[[], str] = lambda: secrets.token_urlsafe(SECRET_BYTES)
) -> bytes:
    """Return a key: the setting, else the one kept in the file, which is made when missing."""
    if setting:
        return setting.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written whole under another name first: a second process, or a crash, never sees half a key.
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    fresh.touch(mode=0o600, exist_ok=False)
    try:
        fresh.write_text(make(), encoding="ascii")
        path.hardlink_to(fresh)
    except FileExistsError:
        pass  # another process, or an earlier run, has made the key
    finally:
        fresh.unlink()
    return path.read_text(encoding="ascii").strip().encode()
