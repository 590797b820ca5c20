"""The client of the payments and finance operations of the Mews Connector API."""

from typing import TYPE_CHECKING

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
from mews_runtime import lazy_exports as _lazy_exports

from . import errors, models
from .client import MewsClient

if TYPE_CHECKING:
    from mews_runtime import RedisRateWindow as RedisRateWindow
else:
    __getattr__, _ = _lazy_exports(__name__, {"RedisRateWindow": "mews_runtime"})

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
    "RedisRateWindow",
    "RetryPolicy",
    "Slot",
    "UnknownVariant",
    "__version__",
    "catalogues",
    "errors",
    "models",
]
