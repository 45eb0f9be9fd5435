"""Outlive the supervisor by a moment: once it is gone, however it ended, kill what it had started.

The supervisor writes the process groups that it starts to this process's input, as `+123`, and those that
have ended as `-123`. The input ends when the supervisor ends. Unlike the leash this works on every Unix and
reaches the children of the processes that we started. Runs as a file, with nothing of ours imported.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys


def main() -> None:
    """Read groups until the supervisor is gone, then kill those that are left."""
    # A terminal's Ctrl-C and a logout are for the supervisor, which ends us by closing our input.
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)
    groups: set[int] = set()
    for line in sys.stdin:
        group = int(line[1:])
        if line[0] == "+":
            groups.add(group)
        else:
            groups.discard(group)
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
