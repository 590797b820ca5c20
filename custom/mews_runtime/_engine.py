"""What a client works with, loaded when the first one is made and not with its class.

So a program that only looks at types and models does without, and nothing is left to be loaded
while an event loop is running.
"""

from typing import TYPE_CHECKING

from ._lazy import lazy_exports

__all__ = [
    "ClientKeywords",
    "Connection",
    "Credentials",
    "Environment",
    "Event",
    "Journal",
    "Kind",
    "Limiter",
    "Observer",
    "OptionChanges",
    "Options",
    "RateLimit",
    "RetryPolicy",
    "Session",
    "SharedLimiter",
    "Transport",
    "base_url",
    "check_transport",
    "must_be",
    "shared_window",
]

if TYPE_CHECKING:
    from ._connection import Connection
    from ._credentials import Credentials
    from ._environment import Environment, base_url
    from ._events import Event
    from ._http_client import Transport, check_transport
    from ._journal import Journal
    from ._limiter import Limiter, RateLimit, SharedLimiter
    from ._observer import Observer
    from ._operation import Kind
    from ._options import ClientKeywords, OptionChanges, Options
    from ._retry_policy import RetryPolicy
    from ._session import Session
    from ._shared_windows import shared_window
    from ._validators import must_be
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Connection": "mews_runtime._connection",
            "Credentials": "mews_runtime._credentials",
            "Environment": "mews_runtime._environment",
            "base_url": "mews_runtime._environment",
            "Event": "mews_runtime._events",
            "Transport": "mews_runtime._http_client",
            "check_transport": "mews_runtime._http_client",
            "Limiter": "mews_runtime._limiter",
            "RateLimit": "mews_runtime._limiter",
            "SharedLimiter": "mews_runtime._limiter",
            "Journal": "mews_runtime._journal",
            "Observer": "mews_runtime._observer",
            "Kind": "mews_runtime._operation",
            "ClientKeywords": "mews_runtime._options",
            "OptionChanges": "mews_runtime._options",
            "Options": "mews_runtime._options",
            "RetryPolicy": "mews_runtime._retry_policy",
            "Session": "mews_runtime._session",
            "shared_window": "mews_runtime._shared_windows",
            "must_be": "mews_runtime._validators",
        },
    )
