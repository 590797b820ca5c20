"""What can be listed: the paginated methods of the client, found by looking at it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_type_hints

from attrs import frozen

from mews_connector import MewsClient
from mews_toolkit.cli._docstring import Docstring, read_docstring
from mews_toolkit.cli._filters import Filter, filter_for

__all__ = ["Listing", "Method", "listings_of", "methods_of", "resource_names", "summary_of"]

# What every paginated method takes beside its filters.
_PAGING = frozenset({"page_size", "resume", "prefetch", "concurrency", "ordered"})


@frozen
class Method:
    """A method of a resource of the client.

    Attributes:
        resource: The client's attribute.
        name: The method's name.
        described: What its docstring tells.
    """

    resource: str
    name: str
    described: Docstring
    _function: Callable[..., Any]

    def of(self, mews: MewsClient) -> Callable[..., Any]:
        """The method, to be called."""
        method: Callable[..., Any] = getattr(getattr(mews, self.resource), self.name)
        return method

    @property
    def is_paginated(self) -> bool:
        """Whether it gives a paginator."""
        return "page_size" in inspect.signature(self._function).parameters

    @property
    def is_deprecated(self) -> bool:
        """Whether the API calls the operation deprecated."""
        return hasattr(self._function, "__deprecated__")

    @property
    def is_read(self) -> bool:
        """Whether it reads: only the outcome of a write can be unknown, and its docstring says so.

        What is not named `get` is taken for a write whatever it says.
        """
        text = inspect.getdoc(self._function) or ""
        return self.name.startswith("get") and "OutcomeUnknownError" not in text

    @property
    def hints(self) -> dict[str, Any]:
        """The types of its parameters that say what to look for, and of what it gives."""
        hints = get_type_hints(inspect.unwrap(self._function))
        return {name: hint for name, hint in hints.items() if name not in _PAGING}

    @property
    def required(self) -> frozenset[str]:
        """The parameters that have to be given."""
        parameters = inspect.signature(self._function).parameters.values()
        return frozenset(
            it.name for it in parameters if it.kind is it.KEYWORD_ONLY and it.default is it.empty
        )


@frozen
class Listing:
    """A paginated method as a command.

    Attributes:
        method: What it calls.
        row: The type of the rows.
        filters: What it can be asked for; what is deprecated is left out, as is the enterprise.
    """

    method: Method
    row: type[Any]
    filters: list[Filter]

    @property
    def name(self) -> str:
        """`list` for `get_all`."""
        return f"list{self.method.name.removeprefix('get_all')}".replace("_", "-")

    @property
    def options(self) -> dict[str, str]:
        """From each keyword of the method to what is typed for it."""
        typed = {each.keyword: each.option.opts[0] for each in self.filters}
        return typed | {"enterprise_ids": "--enterprise", "resume": "--resume"}

    @property
    def takes_enterprises(self) -> bool:
        """Whether it can be told which enterprises to look in."""
        return "enterprise_ids" in self.method.hints


def resource_names() -> list[str]:
    """The client's attributes that have operations."""
    return [name for name, value in vars(MewsClient).items() if isinstance(value, property)]


def summary_of(resource: str) -> str:
    """What a resource is, in one line."""
    return read_docstring(vars(MewsClient)[resource]).summary


def methods_of(resource: str) -> Iterator[Method]:
    """The operations of a resource."""
    kind: type[object] = get_type_hints(vars(MewsClient)[resource].fget)["return"]
    for name, function in vars(kind).items():
        if not name.startswith("_") and callable(function):
            yield Method(resource, name, read_docstring(function), function)


def listings_of(resource: str) -> Iterator[Listing]:
    """What of a resource can be listed."""
    for method in methods_of(resource):
        if method.is_paginated:
            yield _listing(method)


def _listing(method: Method) -> Listing:
    hints = method.hints
    row = get_args(hints.pop("return"))[0]
    told = method.described.arguments
    filters = [
        filter_for(name, hint, required=name in method.required, text=told[name])
        for name, hint in hints.items()
        if name != "enterprise_ids" and "Deprecated since" not in told[name]
    ]
    return Listing(method, row, filters)
