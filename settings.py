"""Every setting of the application, read from the environment in this one place."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields


def _setting(variable: str, default: str | None, help_text: str) -> str | None:
    """Declare a setting: the environment variable, its default and a line for the documentation."""
    value: str | None = field(
        default=default, metadata={"variable": variable, "default": default, "help": help_text}
    )
    return value


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `docs/settings.md` lists them and a test keeps that table whole."""

    database_url: str = _setting(  # type: ignore[assignment]
        "DATABASE_URL", "sqlite:///var/smart.db", "SQLAlchemy URL; PostgreSQL in production"
    )
    redis_url: str | None = _setting(
        "REDIS_URL", None, "not used yet: shared rate limits, once there are several processes"
    )
    rasa_url: str = _setting("RASA_URL", "http://127.0.0.1:5005", "where Rasa listens")  # type: ignore[assignment]
    host: str = _setting("HOST", "127.0.0.1", "address that the application binds")  # type: ignore[assignment]
    port: str = _setting("PORT", "8080", "port of the application")  # type: ignore[assignment]
    actions_port: str = _setting("ACTIONS_PORT", "5055", "port of the action server")  # type: ignore[assignment]
    rest_token: str | None = _setting(
        "REST_TOKEN", None, "bearer token of the REST channel; without it only loopback callers are answered"
    )
    metrics_token: str | None = _setting(
        "METRICS_TOKEN", None, "bearer token of `/metrics`; without it only loopback callers are answered"
    )
    var_dir: str = _setting(  # type: ignore[assignment]
        "VAR_DIR", "var", "folder of what is made at run time: logs, keys, the lock, tools of the set-up"
    )
    session_secret: str | None = _setting(
        "SESSION_SECRET",
        None,
        "key that signs widget sessions; made and kept in `var/session_secret` if unset",
    )
    data_keys: str | None = _setting(
        "DATA_KEYS",
        None,
        "keys that seal personal data in the database, separated by commas: the first seals, all open;"
        " one is made and kept in `var/data_key` if unset",
    )
    desk_users: str = _setting(  # type: ignore[assignment]
        "DESK_USERS",
        "",
        "who may use the staff page `/desk/`: comma-separated entries that"
        " `python -m channels.desk password NAME` makes",
    )
    ocpi_party: str = _setting(  # type: ignore[assignment]
        "OCPI_PARTY", "MY*SMT", "our own country code and party id, as charging operators know us"
    )
    ocpi_name: str = _setting(  # type: ignore[assignment]
        "OCPI_NAME", "smart assistant", "our own name, as charging operators know us"
    )
    ocpi_port: str | None = _setting(
        "OCPI_PORT",
        None,
        "port of a process of its own for charging operators, where a whole country's status changes come in",
    )
    widget_origins: str = _setting(  # type: ignore[assignment]
        "WIDGET_ORIGINS", "", "comma-separated origins of pages that may embed the widget, besides our own"
    )
    public_url: str | None = _setting(
        "PUBLIC_URL",
        None,
        "address under which the world reaches the application, such as `https://chat.example`, for pictures,"
        " calendar files and charging operators; without it, the one that was asked",
    )
    osrm_url: str | None = _setting(
        "OSRM_URL", None, "address of an OSRM server for journeys; without it, our own graph of main roads"
    )
    log_level: str = _setting("LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR")  # type: ignore[assignment]
    whatsapp_phone_number_id: str | None = _setting(
        "WHATSAPP_PHONE_NUMBER_ID", None, "not used yet: Meta's id of our number"
    )
    whatsapp_access_token: str | None = _setting(
        "WHATSAPP_ACCESS_TOKEN", None, "not used yet: token for Meta's Cloud API"
    )
    whatsapp_app_secret: str | None = _setting(
        "WHATSAPP_APP_SECRET", None, "not used yet: key of Meta's webhook signature"
    )
    whatsapp_verify_token: str | None = _setting(
        "WHATSAPP_VERIFY_TOKEN", None, "not used yet: word that Meta's set-up asks for"
    )
    whatsapp_api_base: str | None = _setting(
        "WHATSAPP_API_BASE", None, "not used yet: another address of Meta's API, for tests"
    )
    line_channel_secret: str | None = _setting(
        "LINE_CHANNEL_SECRET", None, "not used yet: key of LINE's webhook signature"
    )
    line_channel_access_token: str | None = _setting(
        "LINE_CHANNEL_ACCESS_TOKEN", None, "not used yet: token for LINE's Messaging API"
    )
    line_api_base: str | None = _setting(
        "LINE_API_BASE", None, "not used yet: another address of LINE's API, for tests"
    )


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of this environment; an empty variable counts as unset."""
    values = {}
    for setting in fields(Settings):
        value = environment.get(setting.metadata["variable"], "").strip()
        if value:
            values[setting.name] = value
    return Settings(**values)
