"""Kinds of values in OCPI objects, read as leniently as real feeds need."""

import re
import unicodedata
import zoneinfo
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

COUNTRIES = {"MYS": "MY", "THA": "TH"}
PREFIX = re.compile(r"^\[(public|restricted)\]\s*", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 2000, 2100

# ConnectorType of OCPI 2.2.1, and what 2.3.0 added.
STANDARDS = frozenset(
    {
        *("CHADEMO", "CHAOJI", "GBT_AC", "GBT_DC", "MCS", "SAE_J3400", "TESLA_R", "TESLA_S"),
        *(f"DOMESTIC_{letter}" for letter in "ABCDEFGHIJKLMNO"),
        *(f"IEC_60309_2_{kind}" for kind in ("single_16", "three_16", "three_32", "three_64")),
        *(f"IEC_62196_{kind}" for kind in ("T1", "T1_COMBO", "T2", "T2_COMBO", "T3A", "T3C")),
        *(f"NEMA_{kind}" for kind in ("5_20", "6_30", "6_50", "10_30", "10_50", "14_30", "14_50")),
        *("PANTOGRAPH_BOTTOM_UP", "PANTOGRAPH_TOP_DOWN"),
    }
)
POWER_TYPES = ("AC_1_PHASE", "AC_2_PHASE", "AC_2_PHASE_SPLIT", "AC_3_PHASE", "DC")


def clean(value: Any) -> str | None:
    """Return text without control characters, halves of characters and outer blanks; None for no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    # A number with thousands of digits is no name, and Python refuses to write it out.
    if isinstance(value, int) and value.bit_length() > 64:
        return None
    kept = "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else " " for c in str(value))
    return kept.strip() or None


def _moment(value: datetime) -> datetime:
    moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    return moment.astimezone(UTC)


def _text_only(value: Any) -> Any:
    # A number would be read as seconds since 1970; OCPI writes moments as text only.
    if not isinstance(value, str):
        raise ValueError("a moment must be text such as 2026-11-21T08:00:00Z")
    return value


def _id(limit: int) -> Any:
    def check(value: Any) -> str:
        text = clean(value)
        if text is None or text != str(value).strip():
            raise ValueError("must be text without control characters")
        if len(text) > limit:
            raise ValueError(f"is longer than {limit} characters")
        return text

    return BeforeValidator(check)


def _short(limit: int) -> Any:
    def cut(value: Any) -> str | None:
        text = clean(value)
        return None if text is None else text[:limit].strip()

    return BeforeValidator(cut)


def _number_or_none(value: Any) -> float | None:
    try:
        number = float(value) if isinstance(value, str | int | float) else None
    except (ValueError, OverflowError):
        return None
    return number if number is not None and 0 < number < 1e9 else None


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _zone(value: Any) -> str | None:
    """Return an IANA time zone; a blank in the place of an underscore is repaired, other slips dropped."""
    name = clean(value)
    if name is None:
        return None
    repaired = name.replace(" ", "_")
    return repaired if repaired in _zones() and len(repaired) <= 40 else None


def _country(value: Any) -> str:
    code = (clean(value) or "").upper()
    if code in COUNTRIES:
        return COUNTRIES[code]
    if code in COUNTRIES.values():  # feeds that were made for other protocols have two letters
        return code
    raise ValueError(f"only sites in MYS and THA are taken, not in {code[:8] or 'nothing'!r}")


def _list(value: Any) -> Any:
    return [] if value is None else value


Moment = Annotated[datetime, BeforeValidator(_text_only), AfterValidator(_moment)]
LocationId = Annotated[str, _id(64)]
EvseUid = Annotated[str, _id(64)]
ConnectorId = Annotated[str, _id(36)]
TariffId = Annotated[str, _id(36)]
Text = Annotated[str | None, _short(400)]
Line = Annotated[str | None, _short(255)]
Word = Annotated[str | None, _short(48)]
Postcode = Annotated[str | None, _short(16)]
Label = Annotated[str | None, _short(32)]
Floor = Annotated[str | None, _short(16)]
Amount = Annotated[float | None, BeforeValidator(_number_or_none)]
Zone = Annotated[str | None, BeforeValidator(_zone)]
Country = Annotated[str, BeforeValidator(_country)]
Parts = Annotated[list[Any], BeforeValidator(_list)]
Latitude = Annotated[float, Field(ge=0.5, le=20.7)]  # Malaysia and Thailand; others are slips
Longitude = Annotated[float, Field(ge=97.0, le=119.6)]
