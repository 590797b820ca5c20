"""A JSON document as a tree of plain Python values, and the few ways of moving about in it."""

from collections.abc import Iterator
from typing import Any, TypeGuard

Object = dict[str, Any]

SCHEMAS = "#/components/schemas/"


def is_object(node: object) -> TypeGuard[Object]:
    return isinstance(node, dict)


def is_list(node: object) -> TypeGuard[list[Any]]:
    return isinstance(node, list)


def child(node: object, *keys: str) -> Object:
    """The object found by following keys, or an empty one where there is none."""
    for key in keys:
        node = node.get(key) if is_object(node) else None
    return node if is_object(node) else {}


def target(document: Object, reference: object) -> Object:
    """What a local reference such as `{$ref: '#/components/schemas/Payment'}` leads to."""
    pointer = reference.get("$ref") if is_object(reference) else None
    return child(document, *pointer.removeprefix("#/").split("/")) if pointer else {}


def objects(node: object, place: str = "") -> Iterator[tuple[str, Object]]:
    """Every object in the tree with its place, parents before children."""
    if is_object(node):
        yield place, node
        for key, value in node.items():
            yield from objects(value, below(place, key))
    elif is_list(node):
        for index, value in enumerate(node):
            yield from objects(value, below(place, index))


def references(node: object) -> Iterator[str]:
    """Where every reference in the tree leads."""
    for _, part in objects(node):
        pointer = part.get("$ref")
        if isinstance(pointer, str):
            yield pointer


def below(place: str, key: object) -> str:
    """The place of a child, as people are told it."""
    return f"{place} > {key}" if place else str(key)
