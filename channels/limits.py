"""Rate limits: a bucket of tokens for each key, in memory that stays bounded."""

import time
from collections import OrderedDict
from collections.abc import Callable


class Limiter:
    """Allows `burst` events at once and `rate` a second after that, for each key."""

    def __init__(
        self, rate: float, burst: int, *, keys: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._burst, self._keys, self._clock = rate, float(burst), keys, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Take a token of this key; return 0, or the seconds until there is one."""
        now = self._clock()
        tokens, seen = self._buckets.pop(key, (self._burst, now))
        tokens = min(self._burst, tokens + (now - seen) * self._rate)
        wait = 0.0 if tokens >= 1 else (1 - tokens) / self._rate
        self._buckets[key] = (tokens - 1 if tokens >= 1 else tokens, now)
        if len(self._buckets) > self._keys:
            self._buckets.popitem(last=False)  # the key that was quiet for longest
        return wait
