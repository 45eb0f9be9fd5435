"""A server that takes every change and does nothing: what the sender costs by itself, measured as a control.

It prints its port. `python -m` runs it.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from typing import cast

import uvloop

from scripts import leash

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
END = b"\r\n\r\n"
BODY = b'{"status_code": 1000, "status_message": "Success"}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)


class Mirror(asyncio.Protocol):
    """A connection that sends one request at a time."""

    def __init__(self) -> None:
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer when the request is whole."""
        self._buffer += data
        head = self._buffer.find(END)
        length = LENGTH.search(self._buffer, 0, head) if head >= 0 else None
        if length and len(self._buffer) >= head + len(END) + int(length[1]):
            self._buffer = b""
            self._transport.write(ANSWER)


async def serve() -> None:
    """Answer until the process is ended."""
    server = await asyncio.get_running_loop().create_server(Mirror, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main() -> int:
    """Serve, no longer than whoever started this."""
    leash.tie(signal.SIGTERM, os.getppid())
    uvloop.run(serve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
