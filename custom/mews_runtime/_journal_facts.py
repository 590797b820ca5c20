"""What a journal may know of a request: found by its shape, since any operation may come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from attrs import frozen

from . import _json
from ._card_number import holds_card_number
from ._journal import JournalAmount
from ._mask import MASK

__all__ = ["Facts", "enterprises_of", "facts_of"]


@frozen
class Facts:
    """Every external identifier, number and id of a request."""

    external_identifiers: tuple[str, ...]
    amounts: tuple[JournalAmount, ...]
    ids: tuple[tuple[str, UUID], ...]


def facts_of(request: bytes, redact: Callable[[str], str]) -> Facts:
    """Those of a JSON object without the credentials.

    Texts other than external identifiers and currencies are left out: they may hold anything.
    """
    properties = list(_properties(_json.decode_any(request)))
    return Facts(
        external_identifiers=tuple(
            _shown(each, redact)
            for it in properties
            if it.name in {"ExternalIdentifier", "ExternalIdentifiers"}
            for _, each in it.items()
            if isinstance(each, str)
        ),
        amounts=tuple(
            JournalAmount(path=redact(path), value=number, currency=_currency(it.beside, redact))
            for it in properties
            for path, each in it.items()
            if (number := _number(each)) is not None
        ),
        ids=tuple(
            (redact(path), uuid)
            for it in properties
            if it.name.endswith(("Id", "Ids"))
            for path, each in it.items()
            if (uuid := _uuid(each)) is not None
        ),
    )


def enterprises_of(request: bytes) -> tuple[UUID, ...]:
    """The enterprises that a request says it is about."""
    values: object = _json.decode_any(request)
    if not isinstance(values, dict):
        return ()
    named = cast("dict[str, object]", values)
    listed: object = named.get("EnterpriseIds")
    found = cast("list[object]", listed) if isinstance(listed, list) else []
    ids = (_uuid(it) for it in (named.get("EnterpriseId"), *found))
    return tuple(it for it in ids if it is not None)


@frozen
class _Property:
    name: str
    path: str
    value: object
    beside: dict[str, Any]

    def items(self) -> Iterator[tuple[str, object]]:
        """The value, or each one of a list."""
        value = self.value
        if isinstance(value, list):
            for place, each in enumerate(cast("list[object]", value)):
                yield f"{self.path}[{place}]", each
        else:
            yield self.path, value


def _properties(value: object) -> Iterator[_Property]:
    # No recursion: whatever nests as deep as it may be sent, its facts are found.
    waiting = [("", value)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            beside = cast("dict[str, Any]", value)
            inner = [(f"{path}.{name}" if path else name, each) for name, each in beside.items()]
            for name, (place, each) in zip(beside, inner, strict=True):
                yield _Property(name, place, each, beside)
            waiting += reversed(inner)
        elif isinstance(value, list):
            listed = enumerate(cast("list[object]", value))
            waiting += reversed([(f"{path}[{place}]", each) for place, each in listed])


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    # Whoever writes a card's number as a number is not repeated either.
    return None if holds_card_number(str(value)) else Decimal(value)


def _currency(beside: dict[str, Any], redact: Callable[[str], str]) -> str | None:
    code: object = beside.get("Currency")
    return _shown(code, redact) if isinstance(code, str) else None


def _shown(text: str, redact: Callable[[str], str]) -> str:
    return MASK if holds_card_number(text) else redact(text)


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None
