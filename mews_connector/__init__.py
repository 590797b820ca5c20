"""The client of the payments and finance operations of the Mews Connector API."""

from typing import TYPE_CHECKING

import mews_runtime
from mews_runtime import __version__

if TYPE_CHECKING:
    from mews_runtime import AttemptBegun as AttemptBegun
    from mews_runtime import AttemptEvent as AttemptEvent
    from mews_runtime import CallBegun as CallBegun
    from mews_runtime import CallEvent as CallEvent
    from mews_runtime import Clock as Clock
    from mews_runtime import Environment as Environment
    from mews_runtime import Event as Event
    from mews_runtime import Journal as Journal
    from mews_runtime import JournalAmount as JournalAmount
    from mews_runtime import JournalRecord as JournalRecord
    from mews_runtime import JsonLinesJournal as JsonLinesJournal
    from mews_runtime import Limiter as Limiter
    from mews_runtime import Observer as Observer
    from mews_runtime import Page as Page
    from mews_runtime import Paginator as Paginator
    from mews_runtime import RateLimit as RateLimit
    from mews_runtime import RateWindow as RateWindow
    from mews_runtime import RedisRateWindow as RedisRateWindow
    from mews_runtime import RetryPolicy as RetryPolicy
    from mews_runtime import Slot as Slot
    from mews_runtime import Transport as Transport
    from mews_runtime import UnknownVariant as UnknownVariant
    from mews_runtime import WriteOutcome as WriteOutcome
    from mews_runtime import aiohttp_client as aiohttp_client

    from . import api as api
    from . import catalogues as catalogues
    from . import errors as errors
    from . import models as models
    from .client import MewsClient as MewsClient
else:
    __getattr__, __dir__ = mews_runtime.lazy_exports(
        __name__,
        {
            "AttemptBegun": "mews_runtime",
            "AttemptEvent": "mews_runtime",
            "CallBegun": "mews_runtime",
            "CallEvent": "mews_runtime",
            "Clock": "mews_runtime",
            "Environment": "mews_runtime",
            "Event": "mews_runtime",
            "Journal": "mews_runtime",
            "JournalAmount": "mews_runtime",
            "JournalRecord": "mews_runtime",
            "JsonLinesJournal": "mews_runtime",
            "Limiter": "mews_runtime",
            "MewsClient": ".client",
            "Observer": "mews_runtime",
            "Page": "mews_runtime",
            "Paginator": "mews_runtime",
            "RateLimit": "mews_runtime",
            "RateWindow": "mews_runtime",
            "RedisRateWindow": "mews_runtime",
            "RetryPolicy": "mews_runtime",
            "Slot": "mews_runtime",
            "Transport": "mews_runtime",
            "UnknownVariant": "mews_runtime",
            "WriteOutcome": "mews_runtime",
            "aiohttp_client": "mews_runtime",
            "api": ".api",
            "catalogues": ".catalogues",
            "errors": ".errors",
            "models": ".models",
        },
    )

__all__ = [
    "AttemptBegun",
    "AttemptEvent",
    "CallBegun",
    "CallEvent",
    "Clock",
    "Environment",
    "Event",
    "Journal",
    "JournalAmount",
    "JournalRecord",
    "JsonLinesJournal",
    "Limiter",
    "MewsClient",
    "Observer",
    "Page",
    "Paginator",
    "RateLimit",
    "RateWindow",
    "RedisRateWindow",
    "RetryPolicy",
    "Slot",
    "Transport",
    "UnknownVariant",
    "WriteOutcome",
    "__version__",
    "aiohttp_client",
    "catalogues",
    "errors",
    "models",
]
