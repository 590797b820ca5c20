"""The hand-written half of mews-connector: everything that a generator cannot express.

It knows no operation by name. Generated code is built on what is exported here, each name
loaded when it is first used.
"""

from typing import TYPE_CHECKING

from ._lazy import lazy_exports
from ._version import __version__

if TYPE_CHECKING:
    from . import catalogues as catalogues
    from . import errors as errors
    from ._client import Client as Client
    from ._clock import SYSTEM_CLOCK as SYSTEM_CLOCK
    from ._clock import Clock as Clock
    from ._deprecation import deprecated as deprecated
    from ._deprecation import warns_of_deprecated as warns_of_deprecated
    from ._environment import Environment as Environment
    from ._events import AttemptEvent as AttemptEvent
    from ._events import CallEvent as CallEvent
    from ._events import Event as Event
    from ._http_client import Transport as Transport
    from ._http_client import aiohttp_client as aiohttp_client
    from ._journal import Journal as Journal
    from ._journal import JournalAmount as JournalAmount
    from ._journal import JournalRecord as JournalRecord
    from ._journal import WriteOutcome as WriteOutcome
    from ._json_lines_journal import JsonLinesJournal as JsonLinesJournal
    from ._limiter import Limiter as Limiter
    from ._limiter import RateLimit as RateLimit
    from ._limiter import SharedLimiter as SharedLimiter
    from ._limiter import Slot as Slot
    from ._mask import masked as masked
    from ._model import Model as Model
    from ._observer import AttemptBegun as AttemptBegun
    from ._observer import CallBegun as CallBegun
    from ._observer import Observer as Observer
    from ._open_enum import OpenEnum as OpenEnum
    from ._operation import Deprecation as Deprecation
    from ._operation import Kind as Kind
    from ._operation import Operation as Operation
    from ._operation import PagedOperation as PagedOperation
    from ._operation import Portfolio as Portfolio
    from ._paginator import Page as Page
    from ._paginator import Paginator as Paginator
    from ._rate_window import RateWindow as RateWindow
    from ._redis_window import RedisRateWindow as RedisRateWindow
    from ._resource import Resource as Resource
    from ._retry_policy import RetryPolicy as RetryPolicy
    from ._rules import AnyOf as AnyOf
    from ._rules import AtMost as AtMost
    from ._rules import ExactlyOne as ExactlyOne
    from ._rules import Rule as Rule
    from ._session import Session as Session
    from ._unknown_variant import UnknownVariant as UnknownVariant
    from ._variants import TaggedProperties as TaggedProperties
    from ._variants import TaggedValue as TaggedValue
    from ._variants import Variant as Variant
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "SYSTEM_CLOCK": "._clock",
            "AnyOf": "._rules",
            "AtMost": "._rules",
            "AttemptBegun": "._observer",
            "AttemptEvent": "._events",
            "CallBegun": "._observer",
            "CallEvent": "._events",
            "Client": "._client",
            "Clock": "._clock",
            "Deprecation": "._operation",
            "Environment": "._environment",
            "Event": "._events",
            "ExactlyOne": "._rules",
            "Journal": "._journal",
            "JournalAmount": "._journal",
            "JournalRecord": "._journal",
            "JsonLinesJournal": "._json_lines_journal",
            "Kind": "._operation",
            "Limiter": "._limiter",
            "Model": "._model",
            "Observer": "._observer",
            "OpenEnum": "._open_enum",
            "Operation": "._operation",
            "Page": "._paginator",
            "PagedOperation": "._operation",
            "Paginator": "._paginator",
            "Portfolio": "._operation",
            "RateLimit": "._limiter",
            "RateWindow": "._rate_window",
            "RedisRateWindow": "._redis_window",
            "Resource": "._resource",
            "RetryPolicy": "._retry_policy",
            "Rule": "._rules",
            "Session": "._session",
            "SharedLimiter": "._limiter",
            "Slot": "._limiter",
            "TaggedProperties": "._variants",
            "TaggedValue": "._variants",
            "Transport": "._http_client",
            "UnknownVariant": "._unknown_variant",
            "Variant": "._variants",
            "WriteOutcome": "._journal",
            "aiohttp_client": "._http_client",
            "catalogues": ".catalogues",
            "deprecated": "._deprecation",
            "errors": ".errors",
            "masked": "._mask",
            "warns_of_deprecated": "._deprecation",
        },
    )

__all__ = [
    "SYSTEM_CLOCK",
    "AnyOf",
    "AtMost",
    "AttemptBegun",
    "AttemptEvent",
    "CallBegun",
    "CallEvent",
    "Client",
    "Clock",
    "Deprecation",
    "Environment",
    "Event",
    "ExactlyOne",
    "Journal",
    "JournalAmount",
    "JournalRecord",
    "JsonLinesJournal",
    "Kind",
    "Limiter",
    "Model",
    "Observer",
    "OpenEnum",
    "Operation",
    "Page",
    "PagedOperation",
    "Paginator",
    "Portfolio",
    "RateLimit",
    "RateWindow",
    "RedisRateWindow",
    "Resource",
    "RetryPolicy",
    "Rule",
    "Session",
    "SharedLimiter",
    "Slot",
    "TaggedProperties",
    "TaggedValue",
    "Transport",
    "UnknownVariant",
    "Variant",
    "WriteOutcome",
    "__version__",
    "aiohttp_client",
    "catalogues",
    "deprecated",
    "errors",
    "lazy_exports",
    "masked",
    "warns_of_deprecated",
]
