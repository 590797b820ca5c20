"""The hand-written half of mews-connector: everything that a generator cannot express.

It knows no operation by name. Generated code is built on what is exported here.
"""

from typing import TYPE_CHECKING

from . import errors
from ._client import Client
from ._clock import SYSTEM_CLOCK, Clock
from ._deprecation import deprecated, warns_of_deprecated
from ._environment import Environment
from ._events import AttemptEvent, CallEvent, Event
from ._lazy import lazy_exports
from ._limiter import Limiter, RateLimit, SharedLimiter, Slot
from ._model import Model
from ._open_enum import OpenEnum
from ._operation import Deprecation, Kind, Operation, PagedOperation, Portfolio
from ._paginator import Page, Paginator
from ._rate_window import RateWindow
from ._retry_policy import RetryPolicy
from ._rules import AnyOf, AtMost, ExactlyOne, Rule
from ._session import Resource, Session
from ._unknown_variant import UnknownVariant
from ._variants import TaggedProperties, TaggedValue, Variant
from ._version import __version__

if TYPE_CHECKING:
    from ._redis_window import RedisRateWindow as RedisRateWindow
else:
    __getattr__, _ = lazy_exports(__name__, {"RedisRateWindow": "._redis_window"})

__all__ = [
    "SYSTEM_CLOCK",
    "AnyOf",
    "AtMost",
    "AttemptEvent",
    "CallEvent",
    "Client",
    "Clock",
    "Deprecation",
    "Environment",
    "Event",
    "ExactlyOne",
    "Kind",
    "Limiter",
    "Model",
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
    "UnknownVariant",
    "Variant",
    "__version__",
    "deprecated",
    "errors",
    "lazy_exports",
    "warns_of_deprecated",
]
