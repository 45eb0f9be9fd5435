"""Start a program on a leash: `leash.py <our pid> <program> …` becomes that program, which dies with us.

Linux only: the kernel kills the program when the process that started it ends, however it ended. Elsewhere
this only starts the program, and `guard.py` alone ends it. Runs as a file, with nothing of ours imported,
so that it costs a few milliseconds.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def tie(sign: int, parent: int) -> None:
    """Have the kernel send this process a signal when its parent ends; end at once if it has ended."""
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_PR_SET_PDEATHSIG, sign, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if os.getppid() != parent:
        sys.exit(1)


if __name__ == "__main__":
    tie(signal.SIGKILL, int(sys.argv[1]))
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 - it is what this file is for
