"""An operator's side in a process of its own: sends status changes at a fixed rate, whatever comes back.

It takes orders as lines of JSON and answers each with a line of JSON. `python -m` runs it.
"""

from __future__ import annotations

import asyncio
import json
import re
import resource
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import cast

import uvloop

from scripts.bench.charging import patches
from scripts.bench.figures import percentile

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
END = b"\r\n\r\n"
TAKEN = b'"status_code": 1000'
PATIENCE = 30.0  # seconds for the last answers


@dataclass(frozen=True)
class Order:
    """What to send: to which port, from which change on, how many a second, for how long."""

    port: int
    token: str
    evses: int
    first: int
    rate: float
    seconds: float
    connections: int


@dataclass
class Sent:
    """What came of it; times in seconds from the moment at which a change was due."""

    due: int = 0
    count: int = 0
    taken: int = 0
    took: float = 0.0
    cpu: float = 0.0
    p50: float = 0.0
    p95: float = 0.0
    other: dict[str, int] = field(default_factory=dict)  # answers that were no success


class Line(asyncio.Protocol):
    """A connection that is kept, with one request on its way at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._answer: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's own is none by its classes

    def ask(self, request: bytes) -> asyncio.Future[bytes]:
        """Send a request; the future gets the whole answer."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        """Take a piece of the answer."""
        self._buffer += data
        head = self._buffer.find(END)
        length = LENGTH.search(self._buffer, 0, head) if head >= 0 else None
        if length and len(self._buffer) >= head + len(END) + int(length[1]) and self._answer is not None:
            answer, self._buffer = self._buffer, b""
            self._answer.set_result(answer)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits for an answer that there is none."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionResetError("the server closed the connection"))

    def close(self) -> None:
        """Close the connection."""
        assert self._transport is not None
        self._transport.close()


async def send(order: Order) -> Sent:
    """Send what is ordered; what is not due yet at the end is not sent."""
    loop = asyncio.get_running_loop()
    lines = [
        (await loop.create_connection(Line, "127.0.0.1", order.port))[1] for _ in range(order.connections)
    ]
    free: asyncio.LifoQueue[Line] = asyncio.LifoQueue()
    for line in lines:
        free.put_nowait(line)
    sent, latencies = Sent(due=int(order.rate * order.seconds)), []
    cpu, began = _cpu(), time.perf_counter()

    async def exchange(line: Line, number: int, due: float) -> None:
        answer = await line.ask(patches.request(number, order.evses, order.token))
        latencies.append(time.perf_counter() - due)
        free.put_nowait(line)
        if TAKEN in answer:
            sent.taken += 1
        else:
            status = answer[9:12].decode()
            sent.other[status] = sent.other.get(status, 0) + 1

    async with asyncio.timeout(order.seconds + PATIENCE), asyncio.TaskGroup() as group:
        for number in range(sent.due):
            due = began + number / order.rate
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            line = await free.get()
            if time.perf_counter() - began > order.seconds:
                break
            sent.count += 1
            group.create_task(exchange(line, order.first + number, due))
    sent.took, sent.cpu = time.perf_counter() - began, _cpu() - cpu
    for line in lines:
        line.close()
    if latencies:
        sent.p50, sent.p95 = percentile(latencies, 0.5), percentile(latencies, 0.95)
    return sent


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> int:
    """Follow orders until there are no more."""
    for line in sys.stdin:
        sent = uvloop.run(send(Order(**json.loads(line))))
        print(json.dumps(asdict(sent)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
