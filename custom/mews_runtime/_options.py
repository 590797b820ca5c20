from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from types import NoneType
from typing import Any, TypedDict
from uuid import UUID

import httpx
from attrs import Attribute, field, frozen

from ._clock import Clock
from ._events import Event
from ._http_client import Transport
from ._journal import Journal
from ._legal_environment import check_legal_environment
from ._limiter import Limiter, RateLimit
from ._observer import Observer
from ._operation import Kind, Portfolio
from ._retry_policy import RetryPolicy
from ._validators import must_be
from .errors import ConfigurationError

__all__ = ["ClientKeywords", "OptionChanges", "Options"]

_CODE = re.compile(r"[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8})*")
_DEFAULT_TIMEOUT = httpx.Timeout(90.0, connect=10.0)
_MOST_BYTES = 64 * 1024 * 1024


def _as_timeout(value: float | httpx.Timeout | None) -> httpx.Timeout:
    if isinstance(value, httpx.Timeout):
        for each in (value.connect, value.read, value.write, value.pool):
            if each is not None:
                _as_timeout(each)
        return value
    if value is None:
        return _DEFAULT_TIMEOUT
    must_be((int, float), "timeout", value, "a number of seconds or an httpx.Timeout")
    if isinstance(value, bool) or not value > 0:
        raise ConfigurationError("timeout must be a positive number of seconds")
    return httpx.Timeout(value)


def _a_uuid(_: object, __: Attribute[Any], value: UUID | None) -> None:
    must_be((UUID, NoneType), "enterprise_id", value, "a UUID, such as uuid.UUID('...')")


def _as_policy(value: RetryPolicy | None) -> RetryPolicy:
    must_be((RetryPolicy, NoneType), "retry", value, "a RetryPolicy")
    return value or RetryPolicy()


def _bytes(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigurationError(f"{attribute.name} must be a whole number of bytes from 1")


def _receiver(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and (not callable(value) or inspect.iscoroutinefunction(value)):
        raise ConfigurationError(
            f"{attribute.name} must be a function, and none that has to be awaited"
        )


def _a_journal(_: object, __: Attribute[Any], value: object) -> None:
    must_be((Journal, NoneType), "journal", value, "a Journal, JsonLinesJournal('journal.jsonl')")


def _a_flag(_: object, attribute: Attribute[Any], value: object) -> None:
    must_be(bool, attribute.name, value, "True or False")


def _a_code(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and not (isinstance(value, str) and _CODE.fullmatch(value)):
        raise ConfigurationError(f"{attribute.name} must be a code such as 'en-US'")


def _a_legal_environment(_: object, __: Attribute[Any], value: str | None) -> None:
    try:
        check_legal_environment(value)
    except ValueError as error:
        raise ConfigurationError(f"legal_environment: {error}") from None


@frozen(kw_only=True)
class Options:
    """What a call may be told beside its own parameters. A view of a client changes a copy."""

    timeout: httpx.Timeout = field(default=None, converter=_as_timeout)
    retry: RetryPolicy = field(default=None, converter=_as_policy)
    portfolio: bool = field(default=False, validator=_a_flag)
    enterprise_id: UUID | None = field(default=None, validator=_a_uuid)
    language_code: str | None = field(default=None, validator=_a_code)
    culture_code: str | None = field(default=None, validator=_a_code)
    minimal_responses: bool = field(default=False, validator=_a_flag)
    max_answer_bytes: int = field(default=_MOST_BYTES, validator=_bytes)
    legal_environment: str | None = field(default=None, validator=_a_legal_environment)
    on_event: Callable[[Event], None] | None = field(default=None, repr=False, validator=_receiver)
    observer: Observer | None = field(default=None, repr=False, validator=_receiver)
    journal: Journal | None = field(default=None, repr=False, validator=_a_journal)

    def language_faults(self) -> Iterator[str]:
        """Either code without the other would be ignored by the API, silently."""
        if (self.language_code is None) != (self.culture_code is None):
            given, missing = (
                ("language_code", "culture_code")
                if self.culture_code is None
                else ("culture_code", "language_code")
            )
            yield f"{given} needs {missing} beside it; give both or neither"

    def portfolio_faults(self, portfolio: Portfolio, kind: Kind, *, named: bool) -> Iterator[str]:
        """`named` tells whether the request itself says which enterprise it is about."""
        if not self.portfolio:
            return
        if portfolio is Portfolio.NONE:
            yield "does not support portfolio tokens; use a token of the one enterprise"
        elif kind is Kind.WRITE and not named:
            yield (
                "a write with a portfolio token must say for which enterprise;"
                " pass enterprise_id, or use mews.for_enterprise(...)"
            )


class OptionChanges(TypedDict, total=False):
    """The keywords of `with_options()`; each means what it means to the client."""

    timeout: float | httpx.Timeout | None
    retry: RetryPolicy | None
    portfolio: bool
    enterprise_id: UUID | None
    language_code: str | None
    culture_code: str | None
    minimal_responses: bool
    max_answer_bytes: int
    legal_environment: str | None
    on_event: Callable[[Event], None] | None
    observer: Observer | None
    journal: Journal | None


class ClientKeywords(OptionChanges, total=False):
    """The keywords of `from_env()`: those of the client that no variable stands for."""

    rate_limit: RateLimit | None
    limiter: Limiter | None
    max_concurrency: int
    http_client: httpx.AsyncClient | None
    transport: Transport
    clock: Clock
