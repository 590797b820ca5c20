from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Any, Union, get_args

import attrs
from msgspec import Struct

__all__ = ["Field", "fields_of"]


class Field(Struct, frozen=True, kw_only=True):
    """How one attribute of a model travels, and what is checked before it is sent.

    Attributes:
        name: The attribute's name in Python.
        json: The property's name on the wire.
        type: The attribute's type without `None`.
        nullable: Whether `None` is allowed.
        required: Whether it is always written, even as null.
        older_json: The name under which older answers carry the same property.
        min_items: The fewest items of a list.
        max_items: The most items of a list.
        min_length: The fewest characters of a text.
        max_length: The most characters of a text.
        longest: The longest interval, as an ISO 8601 duration.
        card_number: Whether it holds a payment card's number, which must be obfuscated.
        card_reference: Whether it refers to a card by digits that may pass for a card's number.
        required_in: The countries whose law requires it: why, and which values it refuses.
        deprecated: Since when it is deprecated and what to use instead.
        tagged: Whether the discriminator beside it tells its type.
    """

    name: str
    json: str
    type: Any
    nullable: bool
    required: bool
    older_json: str | None = None
    min_items: int = 0
    max_items: int | None = None
    min_length: int = 0
    max_length: int | None = None
    longest: str | None = None
    card_number: bool = False
    card_reference: bool = False
    required_in: Mapping[str, Mapping[str, Any]] = {}
    deprecated: str | None = None
    tagged: bool = False


def fields_of(model: type[Any]) -> tuple[Field, ...]:
    """The fields of a model in the order of the document, read from their metadata once."""
    key: Any = model
    return _read(key)


@cache
def _read(model: Any) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=attribute.name,
            type=_without_none(attribute.type),
            nullable=NoneType in get_args(attribute.type),
            required=attribute.default is attrs.NOTHING,
            **attribute.metadata,
        )
        for attribute in attrs.fields(model)
        if "json" in attribute.metadata
    )


def _without_none(annotation: Any) -> Any:
    members = [member for member in get_args(annotation) if member is not NoneType]
    if NoneType not in get_args(annotation):
        return annotation
    return Union[tuple(members)]  # noqa: UP007 - there is no other spelling at run time
