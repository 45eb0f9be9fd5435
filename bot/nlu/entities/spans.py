"""What every finder of entities returns, and how spans that overlap are settled."""

import re
from typing import Any, Iterator, List, NamedTuple, Optional, Text, Tuple

#: Kinds that beat every other kind they overlap with: what looks like a car or a price in them is none.
STRONG = ("phone", "brand", "plate", "booking_reference")


class Span(NamedTuple):
    """A piece of a message and what it stands for; the role is a journey's `origin` or `destination`."""

    start: int
    end: int
    entity: Text
    value: Any
    role: Optional[Text] = None

    def overlaps(self, other: "Span") -> bool:
        """Return whether both share a character."""
        return self.start < other.end and other.start < self.end


def without_overlap(found: List[Span]) -> List[Span]:
    """Keep the longest of the spans of one kind that overlap, in the order of the text."""
    kept: List[Span] = []
    for span in sorted(
        found, key=lambda each: (each.entity not in STRONG, each.start - each.end, each.start)
    ):
        rivals = (each for each in kept if each.entity == span.entity or each.entity in STRONG)
        if not any(span.overlaps(each) for each in rivals):
            kept.append(span)
    return sorted(kept, key=lambda each: (each.start, each.end))


def matches(pattern: Any, text: Text) -> Iterator[Tuple[int, int]]:
    """Yield (start, end) of every match of a pattern."""
    return ((match.start(), match.end()) for match in re.finditer(pattern, text))


def figure(text: Text) -> Any:
    """Return a number as it is written, whole where it is whole."""
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number
