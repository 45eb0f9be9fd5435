"""Rate limits of the widget: a bucket of tokens for each key, in memory that stays bounded."""

import time
from collections import OrderedDict
from collections.abc import Callable


class Limiter:
    """Allows `burst` events at once and `rate` a second after that, for each key."""

    def __init__(
        self, rate: float, burst: int, *, keys: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._burst, self._keys, self._clock = rate, burst, keys, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allow(self, key: str) -> bool:
        """Take one token of this key; False when none is left."""
        now = self._clock()
        tokens, seen = self._buckets.pop(key, (float(self._burst), now))
        tokens = min(float(self._burst), tokens + (now - seen) * self._rate)
        granted = tokens >= 1
        self._buckets[key] = (tokens - 1 if granted else tokens, now)
        if len(self._buckets) > self._keys:
            self._buckets.popitem(last=False)  # the key that was quiet for longest
        return granted
