from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from attrs import frozen

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


@frozen
class Deprecation:
    """Since when, until when, and what to use instead."""

    since: date
    use: str | None = None
    until: date | None = None


@frozen(kw_only=True)
class Operation(Generic[ResultT]):
    """One operation of the API, as far as the runtime needs to know it.

    Attributes:
        path: Resource and action, such as `payments/refund`.
        kind: Read or write: decides what is retried.
        portfolio: Which parameter a portfolio token needs, if it is supported at all.
        request: The model of its own parameters, credentials left out; limits and rules
            stand on the model and its fields.
        result: The model of its answer.
        deprecated: When the API calls it deprecated.
    """

    path: str
    kind: Kind
    portfolio: Portfolio
    request: type[Model]
    result: type[ResultT]
    deprecated: Deprecation | None = None


@frozen(kw_only=True)
class PagedOperation(Operation[ResultT], Generic[ResultT, ItemT]):
    """An operation that answers in pages, newest rows first.

    Attributes:
        items: The result's attribute that holds the rows.
        identity: The attributes of a row that tell it from every other.

    Source: https://docs.mews.com/connector-api/guidelines/pagination
    """

    items: str
    identity: tuple[str, ...]
