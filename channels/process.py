"""Names for processes, so that it can be told who holds a claim and whether that process still lives."""

import os
import secrets
import socket

_here: set[str] = set()  # the names given out in this process


def process_name() -> str:
    """Return a new name, unique for good: machine, process id, and a random part."""
    name = f"{_machine()}:{os.getpid()}:{secrets.token_hex(6)}"
    _here.add(name)
    return name


def is_dead(name: str) -> bool:
    """Tell whether a process is known to be gone: only one of this machine can be, others time out."""
    machine, pid, _ = name.rsplit(":", 2)
    if machine != _machine() or name in _here:
        return False
    if int(pid) == os.getpid():
        return True  # the number is ours now, as in a container that was started again
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _machine() -> str:
    return socket.gethostname()[:32]
