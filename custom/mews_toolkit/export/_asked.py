"""What is exported: told from other queries, and put into words for the resume file."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args, get_type_hints

from attrs import frozen

from mews_connector import MewsClient, errors
from mews_toolkit.export._begun import Begun
from mews_toolkit.export._columns import Column, columns_of, text_of
from mews_toolkit.export._errors import ExportError

__all__ = ["Asked"]

# They change how rows are read, and not which.
_HOW = frozenset({"page_size", "prefetch", "concurrency", "ordered"})
# A long list of ids would be written again with each page.
_LONGEST = 1000


@frozen
class Asked:
    """A query as an export sees it.

    Attributes:
        columns: Those of its rows.
        identity: The attributes that tell one of them from every other.
        query: The method, where it is asked, each filter as text.
    """

    columns: list[Column]
    identity: tuple[str, ...]
    query: Mapping[str, str]

    @classmethod
    def of(
        cls,
        mews: MewsClient,
        method: Callable[..., Any],
        filters: Mapping[str, object],
        *,
        source: str,
    ) -> Asked:
        """What this method is asked with these filters.

        Raises:
            ConfigurationError: It is no paginated method of the client.
            InvalidRequestError: It refuses the filters.
        """
        columns = columns_of(_row_of(method))
        identity: tuple[str, ...] = method(**filters).identity
        query = {
            "method": method.__qualname__,
            "environment": mews.environment,
            "enterprise": text_of(mews.enterprise_id),
            "source": source,
        }
        query |= {
            name: _shortened(text_of(value))
            for name, value in filters.items()
            if value is not None and name not in _HOW
        }
        return cls(columns, identity, query)

    def key(self, row: Any) -> str:
        """What tells it from other rows."""
        return " ".join(text_of(getattr(row, name)) for name in self.identity)

    def begun(self) -> Begun:
        """An export of it of which nothing is there yet."""
        return Begun(query=self.query)

    def check(self, begun: Begun, file: Path) -> None:
        """Sees that the export that was begun is one of this.

        Raises:
            ExportError: It is another one.
        """
        names = sorted(self.query.keys() | begun.query.keys())
        other = [name for name in names if self.query.get(name) != begun.query.get(name)]
        if other:
            raise ExportError(f"{file} was begun with another query: {', '.join(other)}")


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"sha256 {hashlib.sha256(text.encode()).hexdigest()}"


def _row_of(method: Callable[..., Any]) -> type[Any]:
    try:
        paginator = get_type_hints(inspect.unwrap(method))["return"]
        row: type[Any] = get_args(paginator)[0]
    except (KeyError, IndexError, TypeError, NameError):
        raise errors.ConfigurationError(
            "listing: give a paginated method of the client, lambda mews: mews.payments.get_all"
        ) from None
    return row
