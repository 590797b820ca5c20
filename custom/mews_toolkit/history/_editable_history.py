from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeAlias

from mews_connector import errors, models
from mews_toolkit.history._duration import duration

__all__ = ["safe_until"]

Configuration: TypeAlias = (
    models.ConfigurationGetResult | models.ConfigurationEnterprise | models.Enterprise
)

_OLDER = "EditableHistoryInterval"
_NAMES = {
    "accounting_editable_history_interval": "AccountingEditableHistoryInterval",
    "operational_editable_history_interval": "OperationalEditableHistoryInterval",
}


def safe_until(configuration: Configuration, now: datetime | None = None) -> datetime:
    """The instant before which nothing in the editable history can change any more, in UTC.

    That is now less the longer one of the two intervals in which an enterprise lets accounting and
    operations be edited. `EditableHistoryInterval` takes the place of one that is missing. Months
    and years are counted by the calendar, in UTC.

    Args:
        configuration: The answer of `configuration.get()`, or an enterprise.
        now: An aware time to count back from, the present one by default.

    Raises:
        InvalidRequestError: An interval is missing or no ISO 8601 duration, or `now` is naive.
    """
    if now is None:
        now = datetime.now(UTC)
    elif now.utcoffset() is None:
        raise errors.InvalidRequestError("now: pass an aware datetime, datetime.now(UTC)")
    enterprise = (
        configuration.enterprise
        if isinstance(configuration, models.ConfigurationGetResult)
        else configuration
    )
    return min(_before(now.astimezone(UTC), enterprise, attribute) for attribute in _NAMES)


def _before(
    now: datetime, enterprise: models.ConfigurationEnterprise | models.Enterprise, attribute: str
) -> datetime:
    name, text = _NAMES[attribute], getattr(enterprise, attribute)
    if not text:
        name, text = _OLDER, enterprise.editable_history_interval
    if not text:
        raise errors.InvalidRequestError(
            f"configuration: has neither {_NAMES[attribute]} nor {_OLDER}, so nobody can tell what"
            " may still change"
        )
    try:
        return now - duration(text)
    except (ValueError, OverflowError):
        raise errors.InvalidRequestError(
            f"configuration: {name} {text!r} is no ISO 8601 duration that can be counted back"
        ) from None
