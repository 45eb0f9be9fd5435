"""An operator's tariffs: taken, given back, removed."""

from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from knowledge.charging import store, tables
from knowledge.charging.ocpi import models, reading, rendering
from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.ocpi.writing import InvalidObjectError, Outcome, UnknownObjectError


def put(session: Session, operator: Operator, tariff_id: str | None, data: Any) -> Outcome:
    """Take a tariff; one that is older than what is on record came late and changes nothing."""
    path = f"tariff:{tariff_id or reading.named(data, 'id')}"
    try:
        model = models.Tariff.model_validate(data)
    except ValidationError as error:
        raise InvalidObjectError([(path, reading.reason(error))]) from error
    foreign = operator.owner.refuses(model.country_code, model.party_id)
    if foreign is None and tariff_id is not None and model.id != tariff_id:
        foreign = f"its id is {model.id!r}"
    if foreign is not None:
        raise InvalidObjectError([(path, foreign)])
    store.accept(session, operator.key, [path])
    known = _row(session, operator, model.id)
    if known is None or known.last_updated <= model.last_updated:
        store.put_tariff(session, operator.key, _columns(model))
    return Outcome(new=known is None)


def _columns(model: models.Tariff) -> dict[str, Any]:
    return {
        "tariff_id": model.id,
        "currency": model.currency,
        "elements": [_element(each, model) for each in model.elements],
        "alt_text": [each.model_dump(exclude_none=True) for each in model.tariff_alt_text or ()] or None,
        "last_updated": reading.not_ahead(model.last_updated),
    }


def _element(element: models.TariffElement, model: models.Tariff) -> dict[str, Any]:
    kept = element.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    # A tariff that ends, or has yet to begin, must not be told as if it always held: its dates stand as
    # restrictions, which say the same.
    limits = {}
    if model.start_date_time is not None and model.start_date_time > datetime.now(UTC):
        limits["start_date"] = model.start_date_time.date().isoformat()
    if model.end_date_time is not None:
        limits["end_date"] = model.end_date_time.date().isoformat()
    if limits:
        kept["restrictions"] = {**limits, **kept.get("restrictions", {})}
    return kept


def get(session: Session, operator: Operator, tariff_id: str) -> dict[str, Any]:
    """Return a tariff as it is kept."""
    row = _row(session, operator, tariff_id)
    if row is None:
        raise UnknownObjectError(f"tariff {tariff_id!r} is not on record")
    found = {
        "country_code": operator.owner.country_code,
        "party_id": operator.owner.party_id,
        "id": row.tariff_id,
        "currency": row.currency,
        "tariff_alt_text": row.alt_text,
        "elements": row.elements,
        "last_updated": rendering.moment(row.last_updated),
    }
    return {name: value for name, value in found.items() if value is not None}


def remove(session: Session, operator: Operator, tariff_id: str) -> None:
    """Forget a tariff."""
    same = (tables.Tariff.party == operator.key, tables.Tariff.tariff_id == tariff_id)
    if session.connection().execute(delete(tables.Tariff).where(*same)).rowcount == 0:
        raise UnknownObjectError(f"tariff {tariff_id!r} is not on record")


def _row(session: Session, operator: Operator, tariff_id: str) -> Any:
    query = select(tables.Tariff.__table__).where(
        tables.Tariff.party == operator.key, tables.Tariff.tariff_id == tariff_id
    )
    return session.connection().execute(query).first()
