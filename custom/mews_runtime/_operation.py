from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from msgspec import Struct

from ._model import Model

__all__ = ["Deprecation", "Kind", "Operation", "PagedOperation", "Portfolio"]

ResultT = TypeVar("ResultT", bound=Model)
ItemT = TypeVar("ItemT", bound=Model)


class Kind(Enum):
    """Whether repeating an operation can do harm; HTTP methods do not tell, all are POST."""

    READ = "read"
    WRITE = "write"


class Portfolio(Enum):
    """What an operation takes to say which enterprise it is about.

    Source: https://docs.mews.com/connector-api/concepts/multi-property
    """

    MANY = "EnterpriseIds"
    ONE = "EnterpriseId"
    NONE = "none"


class Deprecation(Struct, frozen=True):
    """Since when, until when, and what to use instead."""

    since: date
    use: str | None = None
    until: date | None = None


class Operation(Struct, Generic[ResultT], frozen=True, kw_only=True):
    """One operation of the API, as far as the runtime needs to know it.

    Attributes:
        path: Resource and action, such as `payments/refund`.
        kind: Read or write: decides what is retried.
        portfolio: Which parameter a portfolio token needs, if it is supported at all.
        request: The model of its own parameters, credentials left out; limits and rules
            stand on the model and its fields.
        answer: Gives the model of its answer, which is loaded with all that is in it when it is
            first asked for.
        deprecated: When the API calls it deprecated.
    """

    path: str
    kind: Kind
    portfolio: Portfolio
    request: type[Model]
    answer: Callable[[], type[ResultT]]
    deprecated: Deprecation | None = None

    @property
    def result(self) -> type[ResultT]:
        """The model of its answer."""
        return self.answer()


class PagedOperation(Operation[ResultT], Generic[ResultT, ItemT], frozen=True, kw_only=True):
    """An operation that answers in pages, newest rows first.

    Attributes:
        items: The result's attribute that holds the rows.
        identity: The attributes of a row that tell it from every other.

    Source: https://docs.mews.com/connector-api/guidelines/pagination
    """

    items: str
    identity: tuple[str, ...]
