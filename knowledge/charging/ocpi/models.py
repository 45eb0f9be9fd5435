"""Objects of OCPI 2.2.1 as a receiver of sites and tariffs needs them; what it does not know it ignores."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from knowledge.charging.ocpi import values

CLOCK = re.compile(r"(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)\Z")
WEEK = frozenset(range(1, 8))


class Loose(BaseModel):
    """An object of which unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")


class Coordinates(Loose):
    """A position; OCPI has its degrees as text."""

    latitude: values.Latitude
    longitude: values.Longitude


class RegularHours(Loose):
    """A row of opening hours; Monday is 1."""

    weekday: int = Field(ge=1, le=7)
    period_begin: str = Field(pattern=CLOCK)
    period_end: str = Field(pattern=CLOCK)

    @property
    def whole_day(self) -> bool:
        """Tell whether the row covers its day."""
        return self.period_begin == "00:00" and self.period_end in ("23:59", "24:00", "00:00")


class Hours(Loose):
    """Opening hours."""

    twentyfourseven: bool | None = None
    regular_hours: Annotated[list[RegularHours], BeforeValidator(lambda value: value or [])] = Field(
        default=[], max_length=100
    )

    @property
    def round_the_clock(self) -> bool | None:
        """Tell whether it is always open, also where only its rows say so; None where nothing is said."""
        if self.twentyfourseven or {row.weekday for row in self.regular_hours if row.whole_day} == WEEK:
            return True
        return False if self.regular_hours else None


class Business(Loose):
    """Who operates a site."""

    name: values.Line = None


class Connector(Loose):
    """A plug of an EVSE."""

    id: values.ConnectorId
    standard: str
    format: str | None = None
    power_type: str | None = None
    max_voltage: values.Amount = None
    max_amperage: values.Amount = None
    max_electric_power: values.Amount = None
    tariff_ids: values.Parts = []
    last_updated: values.Moment | None = None

    @field_validator("standard")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in values.STANDARDS:
            raise ValueError(f"{values.clean(value[:40])!r} is not a ConnectorType of OCPI")
        return value

    @field_validator("format", mode="before")
    @classmethod
    def _known_format(cls, value: Any) -> str | None:
        return value if value in ("SOCKET", "CABLE") else None

    @field_validator("power_type")
    @classmethod
    def _known_power(cls, value: str | None) -> str | None:
        if value is not None and value not in values.POWER_TYPES:
            raise ValueError(f"{values.clean(value[:40])!r} is not a PowerType of OCPI")
        return value


class Evse(Loose):
    """A point that charges one car; its connectors are read one by one."""

    uid: values.EvseUid
    evse_id: values.Word = None
    status: str = "UNKNOWN"
    physical_reference: values.Label = None
    floor_level: values.Floor = None
    connectors: values.Parts = []
    last_updated: values.Moment | None = None


class Location(Loose):
    """A charging site; its EVSEs are read one by one."""

    country_code: values.Word = None
    party_id: values.Word = None
    id: values.LocationId
    publish: bool
    name: values.Line = None
    address: values.Text = None
    city: values.Line = None
    state: values.Line = None
    postal_code: values.Postcode = None
    country: values.Country
    coordinates: Coordinates
    time_zone: values.Zone = None
    operator: Business | None = None
    opening_times: Hours | None = None
    evses: values.Parts = []
    last_updated: values.Moment

    @field_validator("operator", "opening_times", mode="wrap")
    @classmethod
    def _dropped_if_broken(cls, value: Any, read: Any) -> Any:
        """Drop what is not essential and cannot be read: half of the opening hours would mislead."""
        try:
            return read(value)
        except ValueError:
            return None


class PriceComponent(Loose):
    """A price of a tariff, without tax."""

    type: Literal["ENERGY", "FLAT", "PARKING_TIME", "TIME"]
    price: float = Field(ge=0, le=1e6, allow_inf_nan=False)
    vat: float | None = Field(default=None, ge=0, le=100, allow_inf_nan=False)
    step_size: int = Field(default=1, ge=0, le=10**9)


class Restrictions(BaseModel):
    """When a price holds. An unknown one is refused: dropping it would make the price hold always."""

    model_config = ConfigDict(extra="forbid")

    start_time: str | None = Field(default=None, pattern=CLOCK)
    end_time: str | None = Field(default=None, pattern=CLOCK)
    start_date: date | None = None
    end_date: date | None = None
    min_kwh: float | None = Field(default=None, allow_inf_nan=False)
    max_kwh: float | None = Field(default=None, allow_inf_nan=False)
    min_current: float | None = Field(default=None, allow_inf_nan=False)
    max_current: float | None = Field(default=None, allow_inf_nan=False)
    min_power: float | None = Field(default=None, allow_inf_nan=False)
    max_power: float | None = Field(default=None, allow_inf_nan=False)
    min_duration: int | None = Field(default=None, ge=0, le=10**9)
    max_duration: int | None = Field(default=None, ge=0, le=10**9)
    day_of_week: list[
        Literal["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
    ] = Field(default=[], max_length=7)
    reservation: Literal["RESERVATION", "RESERVATION_EXPIRES"] | None = None


class TariffElement(Loose):
    """Prices that hold under the same restrictions."""

    price_components: list[PriceComponent] = Field(min_length=1, max_length=100)
    restrictions: Restrictions | None = None


class DisplayText(Loose):
    """A text in a language."""

    language: values.Floor = None
    text: values.Text = None


class Tariff(Loose):
    """A tariff."""

    country_code: values.Word = None
    party_id: values.Word = None
    id: values.TariffId
    currency: str = Field(pattern=re.compile(r"[A-Z]{3}\Z"))
    elements: list[TariffElement] = Field(min_length=1, max_length=100)
    tariff_alt_text: list[DisplayText] | None = Field(default=None, max_length=100)
    start_date_time: values.Moment | None = None
    end_date_time: values.Moment | None = None
    last_updated: values.Moment
