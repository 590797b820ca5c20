"""The client of the payments and finance operations of the Mews Connector API."""

from mews_runtime import (
    AttemptEvent,
    CallEvent,
    Clock,
    Environment,
    Event,
    Limiter,
    Page,
    Paginator,
    RateLimit,
    RateWindow,
    RetryPolicy,
    Slot,
    UnknownVariant,
    __version__,
    catalogues,
)

from . import errors, models
from .client import MewsClient

__all__ = [
    "AttemptEvent",
    "CallEvent",
    "Clock",
    "Environment",
    "Event",
    "Limiter",
    "MewsClient",
    "Page",
    "Paginator",
    "RateLimit",
    "RateWindow",
    "RetryPolicy",
    "Slot",
    "UnknownVariant",
    "__version__",
    "catalogues",
    "errors",
    "models",
]
