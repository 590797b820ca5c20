from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

import attrs
from msgspec import Struct

from ._fields import fields_of

__all__ = ["UnknownVariant", "keep_unknown"]


class UnknownVariant(Struct, frozen=True):
    """An object whose discriminator this version does not know.

    Attributes:
        json: The object as plain JSON values, numbers with a point as `Decimal`. Where the
            discriminator tells the type of a `Value`, it holds these two.
    """

    json: dict[str, Any]

    @property
    def discriminator(self) -> str | None:
        """What the API says it is."""
        told: str | None = self.json.get("Discriminator")
        return told


def keep_unknown(model: object, values: object, unknown: Iterable[object]) -> None:
    """Gives each unknown object within a model its JSON, which the model has no place for."""
    _keep(model, values, {id(each) for each in unknown})


def _keep(model: object, values: Any, met: set[int]) -> None:
    if not met or model is None:
        return
    if isinstance(model, list):
        for item, value in zip(cast("list[object]", model), values, strict=True):
            _keep(item, value, met)
    elif isinstance(model, dict):
        for key, item in cast("dict[str, object]", model).items():
            _keep(item, values[key], met)
    elif attrs.has(type(model)):
        if id(model) in met:
            met.remove(id(model))
            object.__setattr__(model, "_unknown", UnknownVariant(values))
        for name, value in _held(model, values):
            _keep(getattr(model, name), value, met)


def _held(model: object, values: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """The attributes of a model that can hold others, each with its JSON."""
    for field in fields_of(type(model)):
        value = values.get(field.json)
        if value is None and field.older_json is not None:
            value = values.get(field.older_json)
        if isinstance(value, dict | list):
            yield field.name, cast("object", value)
