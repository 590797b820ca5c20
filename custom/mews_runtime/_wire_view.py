"""How msgspec reads straight into attrs classes whose attributes have other names.

msgspec fills attrs objects by far the fastest, but it takes the names on the wire to be
the attributes' names, and offers no renaming for such classes. So each model's slots are
bound a second time under the wire names, and while msgspec studies the class, which it does
once, the class describes itself by these. Two wire names may lead to one slot: that is how
an older name of a property is read. Whatever else stands between msgspec and a slot is paid for
with each object of a page, even if it is hardly ever needed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from threading import Lock
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

import attrs
import msgspec

from ._fields import Field, fields_of

__all__ = ["DECODERS", "LeftToPlainReader", "decoder", "older_names", "reachable"]

_ModelT = TypeVar("_ModelT", bound=attrs.AttrsInstance)

_lock = Lock()
DECODERS: dict[type[attrs.AttrsInstance], Any] = {}
# The slots that were filled under an older name, and with what, while a text is read.
_older: ContextVar[list[tuple[Any, object, object]]] = ContextVar("_older")


def decoder(model: type[_ModelT]) -> msgspec.json.Decoder[_ModelT]:
    """A decoder of the model and of everything in it."""
    found = DECODERS.get(model)
    if found is None:
        with _lock, _described_by_wire_names(model):
            found = DECODERS[model] = msgspec.json.Decoder(model, float_hook=Decimal)
    return cast("msgspec.json.Decoder[_ModelT]", found)


@contextmanager
def _described_by_wire_names(model: type[attrs.AttrsInstance]) -> Generator[None]:
    models = list(reachable(model, set()))
    annotations = {cls: cls.__annotations__ for cls in models}
    for cls in models:
        fields, hints = _description(cls)
        # What msgspec looks for first; attrs classes have none of their own.
        setattr(cls, "__dataclass_fields__", fields)  # noqa: B010 - no attribute of the type
        cls.__annotations__ = hints
    try:
        yield
    finally:
        for cls in models:
            delattr(cls, "__dataclass_fields__")
            cls.__annotations__ = annotations[cls]


def _older_name(slot: Any, name: str) -> property:
    """A slot under the older one of its names; a null under one does not undo the other.

    Under the newer name the slot is filled as any other is, without Python code.
    """
    put = slot.__set__

    def put_older(instance: object, value: object) -> None:
        if value is not None:
            put(instance, value)
            _older.get().append((slot, instance, value))

    return property(attrgetter(name), put_older)


@contextmanager
def older_names() -> Generator[None]:
    """What is read meanwhile keeps what older names said, even if a newer one has a null."""
    told: list[tuple[Any, object, object]] = []
    token = _older.set(told)
    try:
        yield
    finally:
        _older.reset(token)
    for slot, instance, value in reversed(told):
        if slot.__get__(instance) is None:
            slot.__set__(instance, value)


class LeftToPlainReader(Exception):  # noqa: N818 - no error: the text is read another way
    """msgspec would misread the text, or cannot tell where its fault is."""


def _description(
    cls: type[attrs.AttrsInstance],
) -> tuple[dict[str, dataclasses.Field[Any]], dict[str, Any]]:
    fields: dict[str, dataclasses.Field[Any]] = {}
    hints: dict[str, Any] = {}
    for field in fields_of(cls):
        for name in filter(None, (field.json, field.older_json)):
            optional = name != field.json or not field.required
            described: Any = dataclasses.field(default=None) if optional else dataclasses.field()
            described.name = name
            described._field_type = getattr(dataclasses, "_FIELD")  # noqa: B009, SLF001 - how dataclasses mark a plain field
            fields[name] = described
            hints[name] = _hint(field)
            slot = getattr(cls, field.name)
            older = name == field.older_json
            setattr(cls, name, _older_name(slot, field.name) if older else slot)
    return fields, hints


def _hint(field: Field) -> Any:
    if field.tagged:
        return msgspec.Raw
    return _strict(field.type) | None if field.nullable else _strict(field.type)


def _strict(annotation: Any) -> Any:
    """The type with times required to be aware, wherever they stand in it."""
    if annotation is datetime:
        return Annotated[datetime, msgspec.Meta(tz=True)]
    if get_origin(annotation) is list:
        return list.__class_getitem__(_strict(get_args(annotation)[0]))
    if get_origin(annotation) is dict:
        return dict.__class_getitem__((str, _strict(get_args(annotation)[1])))
    return annotation


def reachable(
    annotation: Any, seen: set[type[attrs.AttrsInstance]]
) -> Iterator[type[attrs.AttrsInstance]]:
    """The models that stand anywhere in a type, it included."""
    if isinstance(annotation, type) and attrs.has(annotation):
        if annotation not in seen:
            seen.add(annotation)
            yield annotation
            for field in fields_of(annotation):
                if not field.tagged:
                    yield from reachable(field.type, seen)
    else:
        for argument in get_args(annotation):
            yield from reachable(argument, seen)
