"""What the set-up says to the person at the keyboard: plain lines, and a problem as one sentence."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable


class Problem(Exception):
    """Something that only the person can solve; its text says what is wrong and what to do."""


def say(text: str = "") -> None:
    """Print a line at once, also where the terminal cannot show every letter."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    print(text, flush=True)


def guarded(main: Callable[[], int]) -> int:
    """Run `main` and return its exit code; what a person can solve ends as a sentence, not a traceback."""
    try:
        return main()
    except Problem as problem:
        sys.stderr.write(f"\n{problem}\n")
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return 130
    except OSError as error:
        sentence = explain(error)
        if sentence is None:
            raise
        sys.stderr.write(f"\n{sentence}\n")
    return 1


def explain(error: OSError) -> str | None:
    """Return a sentence for an error of the disk or its rights, None for any other."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full: free some space and start again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
        return f"{error.filename!s} cannot be written ({error.strerror}): check its owner and rights."
    return None
