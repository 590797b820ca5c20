"""Reading by the models alone: each is made from plain JSON by its own constructor.

This is what reading means. The way in everyday use fills the same models several times as fast
and is held to this one: equal objects, and for what cannot be read the same error at the same
place. Where that way does not work with the installed msgspec, answers are read by this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

import attrs

from ._fields import Field, fields_of
from ._plain_json import Object, plain_text, plain_values, tree_of
from ._plain_values import mismatch, value_reader
from ._read_fault import ReadFault, UnreadableText
from ._unknown_variant import UnknownVariant
from .errors import InvalidResponseError

__all__ = ["read"]

_ModelT = TypeVar("_ModelT", bound=attrs.AttrsInstance)
_Reader = Callable[[Any], Any]
# The objects with an unknown discriminator in the text at hand, each with its JSON.
_met: ContextVar[list[tuple[object, Object]]] = ContextVar("_met")


def read(model: type[_ModelT], body: bytes) -> _ModelT:
    """One object of the given type.

    Raises:
        InvalidResponseError: The text is no JSON, or no such object.
    """
    met: list[tuple[object, Object]] = []
    token = _met.set(met)
    try:
        tree = tree_of(body)
        result = _reader(model, nullable=False)(tree)
        _check_finite(result)
        if met:
            _keep_unknown(met, tree)
    except ReadFault as fault:
        message, path = fault.message, fault.path
    except UnreadableText as fault:
        message, path = str(fault), "$"
    except RecursionError:
        message, path = "the text cannot be read (RecursionError)", "$"
    else:
        return cast("_ModelT", result)
    finally:
        _met.reset(token)
    raise InvalidResponseError(message, path=path, body=body)


def _check_finite(value: object) -> None:
    """Refuses NaN and infinities, of a repeated property only where the last one is such."""
    if isinstance(value, Decimal) and not value.is_finite():
        raise ReadFault("Invalid decimal string")
    for place, inner in _within(value):
        try:
            _check_finite(inner)
        except ReadFault as fault:
            fault.places.append(place)
            raise


def _within(value: object) -> Iterator[tuple[str, object]]:
    """What stands in a value, each with its place."""
    if isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield f"[{index}]", item
    elif isinstance(value, dict):
        for item in cast("dict[str, object]", value).values():
            yield "[...]", item
    elif attrs.has(type(value)):
        for field in fields_of(type(value)):
            yield f".{field.json}", getattr(value, field.name)


def _keep_unknown(met: list[tuple[object, Object]], tree: Any) -> None:
    """Gives each object whose discriminator is unknown its JSON."""
    try:
        plain_values(tree)
    except ReadFault as fault:
        raise UnreadableText(fault.message) from fault
    for model, values in met:
        object.__setattr__(model, "_unknown", UnknownVariant(plain_values(values)))


@cache
def _reader(annotation: Any, *, nullable: bool) -> _Reader:
    or_null = " | null" if nullable else ""
    origin = get_origin(annotation)
    if origin is list:
        [items] = get_args(annotation)
        read_any = _list_reader(_reader(items, nullable=False), f"array{or_null}")
    elif origin is dict:
        _, values = get_args(annotation)
        read_any = _dict_reader(_reader(values, nullable=False), f"object{or_null}")
    elif attrs.has(annotation):
        read_any = _model_reader(annotation, f"object{or_null}")
    else:
        read_any = value_reader(annotation, or_null)
    return (lambda value: None if value is None else read_any(value)) if nullable else read_any


def _list_reader(read_item: _Reader, expected: str) -> _Reader:
    def read_list(values: Any) -> list[Any]:
        if not isinstance(values, list):
            raise mismatch(expected, values)
        found: list[Any] = []
        try:
            for value in cast("list[object]", values):
                found.append(read_item(value))  # noqa: PERF401 - its length tells the place
        except ReadFault as fault:
            fault.places.append(f"[{len(found)}]")
            raise
        return found

    return read_list


def _dict_reader(read_value: _Reader, expected: str) -> _Reader:
    def read_dict(values: Any) -> dict[str, Any]:
        if not isinstance(values, Object):
            raise mismatch(expected, values)
        try:
            return {plain_text(name): read_value(value) for name, value in values}
        except ReadFault as fault:
            fault.places.append("[...]")
            raise

    return read_dict


def _model_reader(model: Any, expected: str) -> _Reader:
    required = [field.json for field in fields_of(model) if field.required]

    def read_model(values: Any) -> Any:
        if not isinstance(values, Object):
            raise mismatch(expected, values)
        properties = _properties(model)
        found: dict[str, Any] = {}
        older: dict[str, Any] = {}
        given: set[str] = set()
        for name, value in values:
            told = properties.get(name)
            if told is None:
                continue
            field, read_one = told
            given.add(name)
            try:
                one = read_one(value)
            except ReadFault as fault:
                fault.places.append(f".{name}")
                raise
            if name != field.older_json:
                found[field.name] = one
            elif one is not None:
                found[field.name] = older[field.name] = one
        # Under two names, a null of the one does not undo the other.
        found.update((name, one) for name, one in older.items() if found[name] is None)
        for name in required:
            if name not in given:
                raise ReadFault(f"Object missing required field {name}")
        return _made(model, found, values)

    return read_model


@cache
def _properties(model: Any) -> dict[str, tuple[Field, _Reader]]:
    """What is read under each name, and how."""
    return {
        name: (field, _as_it_is if field.tagged else _reader(field.type, nullable=field.nullable))
        for field in fields_of(model)
        for name in (field.json, field.older_json)
        if name is not None
    }


def _as_it_is(value: Any) -> Any:
    """A value whose type is told by a discriminator, which may stand behind it."""
    return value


def _made(model: Any, found: dict[str, Any], values: Object) -> Any:
    variants: Mapping[str, str | None] | None = getattr(model, "variants", None)
    if variants is None:
        return model(**found)
    told = None if found.get("discriminator") is None else str(found["discriminator"])
    tagged = next((field for field in fields_of(model) if field.tagged), None)
    if tagged is not None:
        if found.get(tagged.name) is not None:
            read_tagged = _tagged_reader(tagged, told, variants.get(told or ""))
            try:
                found[tagged.name] = read_tagged(found[tagged.name])
            except ReadFault as fault:
                fault.places.append(f".{tagged.json}")
                raise
        return model(**found)
    made = model(**found)
    if told is not None and told not in variants:
        _met.get().append((made, values))
    return made


def _tagged_reader(tagged: Field, told: str | None, variant: str | None) -> _Reader:
    for each in get_args(tagged.type):
        if each.__name__ == variant:
            return _reader(each, nullable=False)
    return lambda value: UnknownVariant({"Discriminator": told, "Value": _unknown_value(value)})


def _unknown_value(value: Any) -> Any:
    try:
        return plain_values(value)
    except UnreadableText as fault:
        raise ReadFault(str(fault)) from fault
