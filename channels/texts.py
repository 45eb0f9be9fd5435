"""Every word that the assistant says: Fluent messages rendered into replies, in the customer's language."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_compact_decimal, format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from channels.message import Button, Card, Link, Reply, Table

MESSAGES = Path(__file__).parent.parent / "bot" / "messages"
LANGUAGES = Path(__file__).parent.parent / "bot" / "languages.yml"
BUDDHIST_ERA = 543  # years between the Buddhist and the Gregorian era, as Thailand counts
SPELT_OUT = 100_000_000  # from here on money reads "5 billion"; no price is as high
SEPARATORS = {"lines": "\n", "dots": " · "}
CURRENCY_SIGNS = {"MYR": "RM", "THB": "฿", "USD": "USD "}


class UnknownMessageError(LookupError):
    """A message id that the catalogue of a language does not have, or that could not be formatted."""


class Texts:
    """The message catalogues of all live languages."""

    def __init__(self, bundles: Mapping[str, FluentBundle], locales: Mapping[str, Locale]) -> None:
        self._bundles = bundles
        self._locales = locales

    @classmethod
    def load(cls, messages: Path = MESSAGES, languages: Path = LANGUAGES) -> "Texts":
        """Read the catalogues of the live languages; raises ValueError on a message that does not parse."""
        bundles, locales = {}, {}
        for row in yaml.safe_load(languages.read_text(encoding="utf-8")):
            if row["status"] != "live":
                continue
            bundle = FluentBundle([row["locale"].replace("_", "-")], use_isolating=False)
            for path in sorted((messages / row["code"]).glob("*.ftl")):
                resource = FluentResource(path.read_text(encoding="utf-8"))
                junk = [entry for entry in resource.body if isinstance(entry, Junk)]
                if junk:
                    raise ValueError(f"{path}: not Fluent: {str(junk[0].content)[:80]!r}")
                bundle.add_resource(resource)
            bundles[row["code"]] = bundle
            locales[row["code"]] = Locale.parse(row["locale"])
        return cls(bundles, locales)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the live languages."""
        return tuple(self._bundles)

    def has(self, message: str, language: str) -> bool:
        """Tell whether the language's catalogue has this message."""
        return self._bundles[language].has_message(message)

    def say(self, message: str, language: str, **args: Any) -> str:
        """Return one message with its arguments (plain or typed, see `value`) in a language."""
        bundle = self._bundles[language]
        if not bundle.has_message(message):
            raise UnknownMessageError(f"bot/messages/{language}: no message {message!r}")
        pattern = bundle.get_message(message).value
        if pattern is None:
            raise UnknownMessageError(f"bot/messages/{language}: {message!r} has no text")
        filled = {name: self.value(arg, language) for name, arg in args.items()}
        text, errors = bundle.format_pattern(pattern, filled)
        if errors:
            raise UnknownMessageError(f"bot/messages/{language}: {message!r}: {errors[0]}")
        return str(text)

    def value(self, arg: Any, language: str) -> Any:
        """Turn a typed argument of an action into words or a number; a plain value stays as it is.

        Typed: {"money","currency"} · {"date"} (ISO day, month or year) ·
        {"moment","zone","style","year"?} (ISO with its offset, IANA zone, "time", "day" or "day_time") ·
        {"measure","unit","qualifier"?,"max"?} · {"say","args"?,"in"?} (another message, in a language) ·
        {"list","style"?} ("lines": one a line, "dots": apart by dots) · {"names"} (by language) ·
        {"template","values"} (text with {name} places).
        """
        if not isinstance(arg, dict):
            return arg
        if "money" in arg:
            return self._money(Decimal(str(arg["money"])), arg["currency"], language)
        if "date" in arg:
            return self._date(arg["date"], language)
        if "moment" in arg:
            return self._moment(arg, language)
        if "measure" in arg:
            return self._measure(arg, language)
        if "say" in arg:
            return self.say(arg["say"], arg.get("in", language), **arg.get("args", {}))
        if "list" in arg:
            words = [str(self.value(part, language)) for part in arg["list"]]
            if arg.get("style") in SEPARATORS:
                return SEPARATORS[arg["style"]].join(words)
            return self._listed(words, language)
        if "names" in arg:
            return arg["names"].get(language) or arg["names"]["en"]
        if "template" in arg:
            values = {name: self.value(part, language) for name, part in arg["values"].items()}
            return arg["template"].format_map(
                {name: self._number(part, language) for name, part in values.items()}
            )
        raise ValueError(f"not a typed argument: {sorted(arg)}")

    def render(self, item: Mapping[str, Any], language: str) -> Reply:
        """Turn one thing to be said into a reply; its buttons keep their internal payloads."""
        return Reply(
            text=self.say(item["response"], language, **item.get("args", {})),
            buttons=self._buttons(item.get("buttons", ()), language),
            image=item.get("image"),
            alt=str(self.value(item.get("alt", ""), language)),
            table=self._table(item["table"], language) if item.get("table") else None,
            cards=tuple(self._card(card, language) for card in item.get("cards", ())),
            links=tuple(
                Link(self.say(each["text"], language, **each.get("args", {})), each["url"])
                for each in item.get("links", ())
            ),
        )

    def _buttons(self, buttons: Any, language: str) -> tuple[Button, ...]:
        return tuple(
            Button(self.say(each["text"], language, **each.get("args", {})), each["payload"])
            for each in buttons
        )

    def _table(self, table: Mapping[str, Any], language: str) -> Table:
        def cells(row: Any) -> tuple[str, ...]:
            return tuple(str(self._number(self.value(cell, language), language)) for cell in row)

        return Table(
            columns=cells(table["columns"]),
            rows=tuple(cells(row) for row in table["rows"]),
            caption=str(self.value(table["caption"], language)),
        )

    def _card(self, card: Mapping[str, Any], language: str) -> Card:
        return Card(
            title=str(self.value(card["title"], language)),
            subtitle=str(self.value(card.get("subtitle", ""), language)),
            image=card.get("image"),
            alt=str(self.value(card.get("alt", ""), language)),
            link=card.get("link"),
            buttons=self._buttons(card.get("buttons", ()), language),
        )

    def _listed(self, words: list[str], language: str) -> str:
        comma, last = self.say("list_comma", language), self.say("list_last", language)
        return last.join([comma.join(words[:-1]), words[-1]] if len(words) > 1 else words)

    def _number(self, value: Any, language: str) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            return value
        return format_decimal(value, locale=self._locales[language])

    def _money(self, amount: Decimal, currency: str, language: str) -> str:
        sign = CURRENCY_SIGNS.get(currency, currency + " ")
        if amount >= SPELT_OUT:
            locale = self._locales[language]
            if locale.compact_decimal_formats.get("long"):
                return sign + format_compact_decimal(
                    amount, format_type="long", locale=locale, fraction_digits=2
                )
            return sign + format_compact_decimal(
                amount, locale=locale, fraction_digits=2
            )  # Chinese has the one form only
        digits = "#,##0" if amount == amount.to_integral_value() else "#,##0.00"
        figure = format_decimal(amount, format=digits, locale=self._locales[language])
        return sign + figure

    def _date(self, iso: str, language: str) -> str:
        parts = [int(part) for part in iso.split("-")]
        shown_year = parts[0] + (BUDDHIST_ERA if language == "th" else 0)
        if len(parts) == 1:
            return self.say("date_year", language, year=str(shown_year))
        day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
        month = format_date(day, "LLLL", locale=self._locales[language])
        if len(parts) == 2:
            return self.say("date_month", language, month=month, number=str(day.month), year=str(shown_year))
        return self.say(
            "date_day", language, day=str(day.day), month=month, number=str(day.month), year=str(shown_year)
        )

    def _moment(self, arg: Mapping[str, Any], language: str) -> str:
        """Write a moment in its zone: the hour, the day with its weekday, or both."""
        moment = datetime.fromisoformat(arg["moment"])
        if moment.tzinfo is None:
            raise ValueError(f"a moment needs its offset: {arg['moment']}")
        local = moment.astimezone(ZoneInfo(arg["zone"]))
        match arg["style"]:
            case "time":
                return self._clock(local.time(), language)
            case "day":
                return self._weekday(local.date(), language, arg.get("year", False))
            case "day_time":
                day = self._weekday(local.date(), language, arg.get("year", False))
                return self.say(
                    "moment_day_time", language, day=day, time=self._clock(local.time(), language)
                )
            case other:
                raise ValueError(f"not a style of a moment: {other!r}")

    def _weekday(self, day: date, language: str, with_year: bool) -> str:
        shown = format_date(day, self.say("moment_day", language), locale=self._locales[language])
        if not with_year:
            return shown
        year = day.year + (BUDDHIST_ERA if language == "th" else 0)
        return self.say("moment_day_year", language, day=shown, year=str(year))

    def _clock(self, clock: time, language: str) -> str:
        # "12 am" is read either way; and Babel has no word for midnight in Chinese.
        if clock.minute == 0 and clock.hour % 12 == 0:
            return self.say("moment_noon" if clock.hour else "moment_midnight", language)
        pattern = self.say("moment_time" if clock.minute else "moment_hour", language)
        return format_time(clock, pattern, locale=self._locales[language])

    def _measure(self, arg: Mapping[str, Any], language: str) -> str:
        figure = self._number(arg["measure"], language)
        if arg.get("max") is not None:
            figure = f"{figure}–{self._number(arg['max'], language)}"
        unit = arg.get("unit")
        shown = self.say(f"unit_{unit}", language, value=figure) if unit else str(figure)
        if arg.get("qualifier"):
            return self.say(f"qualifier_{arg['qualifier']}", language, value=shown)
        return shown
