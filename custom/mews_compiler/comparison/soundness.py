"""Whether schemas are written as the reader expects them, so that it need not ask."""

from collections.abc import Callable, Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Final

from mews_compiler.comparison.composition import bases
from mews_compiler.comparison.pointers import resolved
from mews_compiler.comparison.unreadable import UnreadableError
from mews_compiler.tree import Object, below, is_list, is_object

# What should be a schema, and where it stands as people are told it.
Placed = tuple[str, object]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_bound(value: object) -> bool:
    """Whether a bound, or with OpenAPI 3.0 whether it is excluded."""
    return isinstance(value, bool) or _is_number(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _are_texts(value: object) -> bool:
    return is_list(value) and all(isinstance(each, str) for each in value)


def _are_types(value: object) -> bool:
    return _is_text(value) or _are_texts(value)


EXPECTED: Final[dict[str, tuple[Callable[[object], bool], str]]] = {
    "$ref": (_is_text, "a text"),
    "allOf": (is_list, "a list of schemas"),
    "anyOf": (is_list, "a list of schemas"),
    "deprecated": (_is_flag, "true or false"),
    "description": (_is_text, "a text"),
    "enum": (is_list, "a list"),
    "exclusiveMaximum": (_is_bound, "a number"),
    "exclusiveMinimum": (_is_bound, "a number"),
    "format": (_is_text, "a text"),
    "maxItems": (_is_number, "a number"),
    "maxLength": (_is_number, "a number"),
    "maximum": (_is_number, "a number"),
    "minItems": (_is_number, "a number"),
    "minLength": (_is_number, "a number"),
    "minimum": (_is_number, "a number"),
    "nullable": (_is_flag, "true or false"),
    "oneOf": (is_list, "a list of schemas"),
    "pattern": (_is_text, "a text"),
    "properties": (is_object, "an object with schemas"),
    "required": (_are_texts, "a list of names"),
    "type": (_are_types, "a type or a list of types"),
    "x-deprecatedMessage": (_is_text, "a text"),
    "x-longest-interval": (_is_text, "a text"),
    "x-max-interval-in-months": (_is_number, "a number"),
    "x-read-also-as": (_is_text, "a text"),
}


def check_schemas(roots: Iterable[Placed], document: Object) -> None:
    """Raises UnreadableError unless these and all that they consist of can be read."""
    waiting = list(roots)
    seen: dict[int, tuple[str, Object]] = {}
    while waiting:
        place, schema = waiting.pop()
        # True and false are schemas that let through anything or nothing.
        if isinstance(schema, bool) or id(schema) in seen:
            continue
        if not is_object(schema):
            raise UnreadableError(f"{place} has to be a schema")
        seen[id(schema)] = place, schema
        _check_words(place, schema)
        waiting += _within(place, schema, document)
    _check_bases(seen, document)


def _check_words(place: str, schema: Object) -> None:
    for word, value in schema.items():
        is_right, expected = EXPECTED.get(word, (None, ""))
        if is_right and not is_right(value):
            raise UnreadableError(f"{below(place, word)} has to be {expected}")


def _within(place: str, schema: Object, document: Object) -> Iterator[Placed]:
    if "$ref" in schema:
        pointer = schema["$ref"]
        try:
            yield pointer, resolved(document, pointer)
        except UnreadableError as error:
            raise UnreadableError(f"{place}: {error}") from None
    for word in ("allOf", "anyOf", "oneOf"):
        yield from ((below(place, word), branch) for branch in schema.get(word, []))
    for name, value in schema.get("properties", {}).items():
        yield below(place, name), value
    for word in ("items", "additionalProperties"):
        if word in schema:
            yield below(place, word), schema[word]


def _check_bases(seen: dict[int, tuple[str, Object]], document: Object) -> None:
    """What is in an object may be of its own kind; what an object is made from may not."""
    made_from = {
        key: [id(base) for base in bases(schema, document)] for key, (_, schema) in seen.items()
    }
    try:
        TopologicalSorter(made_from).prepare()
    except CycleError as error:
        place, _ = seen[error.args[1][0]]
        raise UnreadableError(f"{place} is made from itself") from None
