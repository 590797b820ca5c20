"""A small model that has one of everything, and what texts of it mean."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from attrs import field, frozen

from ._model import Model
from ._open_enum import OpenEnum
from ._unknown_variant import UnknownVariant
from ._variants import TaggedProperties, TaggedValue
from .errors import InvalidResponseError

__all__ = ["Whole", "misread"]


class _Kind(OpenEnum):
    PART = "Part"


@frozen(kw_only=True, eq=False, repr=False)
class _Part(Model):
    amount: Decimal = field(metadata={"json": "Amount"})
    kind: _Kind | None = field(default=None, metadata={"json": "Kind", "older_json": "OldKind"})


@frozen(kw_only=True, eq=False, repr=False)
class _Named(TaggedProperties):
    variants: ClassVar[Mapping[str, str | None]] = {"Part": "part"}

    discriminator: _Kind = field(metadata={"json": "Discriminator"})
    part: _Part | None = field(default=None, metadata={"json": "Part"})


@frozen(kw_only=True, eq=False, repr=False)
class Whole(TaggedValue):
    variants: ClassVar[Mapping[str, str | None]] = {"Part": "_Part"}

    id: UUID = field(metadata={"json": "Id"})
    at: datetime = field(metadata={"json": "At"})
    discriminator: _Kind = field(metadata={"json": "Discriminator"})
    value: _Part | UnknownVariant | None = field(
        default=None, metadata={"json": "Value", "tagged": True}
    )
    data: list[_Named] | None = field(default=None, metadata={"json": "Data"})


_ID = UUID("6f1c3c52-6e0c-4f2a-9d52-0f5a8f3a0b11")
_NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

_BEGUN = f'{{"Id": "{_ID}", "Discriminator": "Part"'
_BOTH = f'{_BEGUN}, "At": "2026-03-01T12:00:00Z"'
_PART = '{"Amount": 12.30, "OldKind": "Part", "Kind": null, "Later": [1]}'


def _meanings() -> list[tuple[str, object]]:
    """Each text with what it means: a model, or the place of its fault."""
    part = _Part(amount=Decimal("12.30"), kind=_Kind.PART)
    new = UnknownVariant({"Discriminator": "New", "New": Decimal("1.50")})
    whole = Whole(
        id=_ID,
        at=_NOON,
        discriminator=_Kind.PART,
        value=part,
        data=[
            _Named(discriminator=_Kind.PART, part=part),
            _Named(discriminator=_Kind("New"), _unknown=new),
        ],
    )
    named = f'{{"Discriminator": "Part", "Part": {_PART}}}'
    unknown = '{"Discriminator": "New", "New": 1.50}'
    return [
        (f'{_BOTH}, "Value": {_PART}, "Data": [{named}, {unknown}]}}', whole),
        (f"{_BEGUN}}}", "$"),
        (f'{_BEGUN}, "At": "2026-03-01T12:00:00"}}', "$.At"),
        (f'{_BOTH}, "Value": {{"Amount": true}}}}', "$.Value.Amount"),
        (f'{_BOTH}, "Data": [{named}, {{"Discriminator": 1}}]}}', "$.Data[1].Discriminator"),
        (f'{_BOTH}, "Value": ', "$"),
    ]


def misread(read: Callable[[type[Any], bytes], Any]) -> str | None:
    """A text that is not read as it means."""
    for text, meant in _meanings():
        try:
            found: object = read(Whole, text.encode())
        except InvalidResponseError as error:
            found = error.path
        # Of equal values of two types, only the written form differs.
        if found != meant or repr(found) != repr(meant):
            return text
    return None
