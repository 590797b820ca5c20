from __future__ import annotations

from contextvars import ContextVar
from typing import Any, cast

import attrs
from msgspec import Struct

from ._fields import fields_of

__all__ = ["MET", "UnknownVariant", "keep_unknown"]

# The objects with an unknown discriminator that the decoder has met in the text at hand.
MET: ContextVar[list[Any]] = ContextVar("MET")


class UnknownVariant(Struct, frozen=True):
    """An object whose discriminator this version does not know, whole.

    Attributes:
        json: The object that holds the discriminator, as plain JSON values; numbers with a point
            are `Decimal`.
    """

    json: dict[str, Any]

    @property
    def discriminator(self) -> str:
        """What the API says it is."""
        return str(self.json["Discriminator"])


def keep_unknown(model: object, values: Any) -> None:
    """Gives each object that was met within a model its JSON, which the model has no place for."""
    if isinstance(model, list):
        for item, value in zip(cast("list[object]", model), values, strict=True):
            keep_unknown(item, value)
    elif attrs.has(type(model)):
        if any(model is each for each in MET.get()):
            object.__setattr__(model, "_unknown", UnknownVariant(values))
        for field in fields_of(type(model)):
            name = field.json if field.json in values else field.older_json
            if name is not None:
                keep_unknown(getattr(model, field.name), values.get(name))
