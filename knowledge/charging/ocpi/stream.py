"""Reads the objects of a JSON file one after the other, however large the file is."""

import json
from collections.abc import Callable, Generator, Iterator
from typing import Any

from knowledge.charging.ocpi.writing import InvalidObjectError

CHUNK = 256 * 1024  # characters
LARGEST_OBJECT = 8 * 1024 * 1024  # characters; a Location with hundreds of EVSEs is far below
BLANKS = " \t\r\n"
ENDS = frozenset(BLANKS + ",:]}")


def objects(read: Callable[[int], str]) -> Iterator[Any]:
    """Yield the objects of a list, or of the list `data` in OCPI's envelope.

    `read` returns so many characters of the text, none at its end. Raises InvalidObjectError where it is no
    such text; objects before the fault have been yielded by then.
    """
    text = _Text(read)
    first = text.take("[{")
    if first == "[":
        yield from _items(text)
    elif not (yield from _data(text)):
        raise _invalid("an OCPI answer has a list `data`")
    if text.peek():
        raise _invalid("something stands behind its end")


def _data(text: "_Text") -> Generator[Any, None, bool]:
    """Yield the objects of the list `data` of an object; return whether there is one."""
    found = False
    if text.peek() == "}":
        text.take("}")
        return found
    while True:
        name = text.value()
        text.take(":")
        if name == "data" and text.peek() == "[":
            text.take("[")
            found = True
            yield from _items(text)
        else:
            text.value()
        if text.take(",}") == "}":
            return found


def _items(text: "_Text") -> Iterator[Any]:
    if text.peek() == "]":
        text.take("]")
        return
    while True:
        yield text.value()
        if text.take(",]") == "]":
            return


class _Text:
    """A text of which only the part that is looked at is in memory."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read, self._decode = read, json.JSONDecoder().raw_decode
        self._kept, self._at, self._over = "", 0, False

    def peek(self) -> str:
        """Return the next character that is no blank, or nothing at the end."""
        while True:
            while self._at < len(self._kept):
                if self._kept[self._at] not in BLANKS:
                    return self._kept[self._at]
                self._at += 1
            if not self._more():
                return ""

    def take(self, wanted: str) -> str:
        """Return the next character, which must be one of these."""
        found = self.peek()
        if not found or found not in wanted:
            told = repr(found) if found else "the end"
            raise _invalid(f"{told} stands where one of {wanted} should")
        self._at += 1
        return found

    def value(self) -> Any:
        """Return the next value."""
        self.peek()
        while True:
            try:
                value, end = self._decode(self._kept, self._at)
            except RecursionError:
                raise _invalid("it is nested too deeply") from None
            except ValueError as error:
                if len(self._kept) - self._at > LARGEST_OBJECT or not self._more():
                    raise _invalid(str(error)) from None
                continue
            # Without what ends it, a number may go on in what was not read yet.
            if self._kept[end : end + 1] in ENDS or not self._more():
                self._at = end
                return value

    def _more(self) -> bool:
        """Read on, twice as much each time that it does not suffice; return False at the end."""
        kept = self._kept[self._at :]
        try:
            read = "" if self._over else self._read(max(CHUNK, len(kept)))
        except UnicodeDecodeError:
            raise _invalid("it is not UTF-8") from None
        self._over = not read
        self._kept, self._at = kept + read, 0
        return not self._over


def _invalid(why: str) -> InvalidObjectError:
    return InvalidObjectError([("file", f"it must be JSON with a list of objects, or an OCPI answer: {why}")])
