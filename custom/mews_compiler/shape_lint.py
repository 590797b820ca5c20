"""Findings about words of a schema that hold the wrong kind of value.

Everything after this check reads the words as they should be.
"""

from collections.abc import Callable, Iterator

from mews_compiler.faults import Finding
from mews_compiler.fragments import Fragment
from mews_compiler.tree import Object, below, is_list, is_object

LISTS = {"allOf", "anyOf", "oneOf"}
MAPS = {"properties"}
SCHEMAS = {"if", "then"}
SCHEMAS_OR_NOT = {"additionalProperties", "items"}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return is_list(value) and all(isinstance(each, str) for each in value)


def _is_type(value: object) -> bool:
    return _is_text(value) or _is_texts(value)


KINDS: tuple[tuple[set[str], Callable[[object], bool], str], ...] = (
    ({"description", "format", "pattern"}, _is_text, "let it be text"),
    ({"type"}, _is_type, "let it be the name of a type, or a list of such names"),
    ({"required"}, _is_texts, "let it be a list of names of properties, or leave it out"),
    (LISTS, is_list, "let it be a list of schemas"),
    (MAPS, is_object, "let it lead from names to schemas"),
)


def shape_findings(fragment: Fragment, _: Object) -> Iterator[Finding]:
    for name, schema in fragment.schemas.items():
        yield from _schema(below("components > schemas", name), schema)


def _schema(place: str, schema: object) -> Iterator[Finding]:
    if not is_object(schema):
        yield place, "let the schema be a mapping of keywords"
        return
    for word, value in schema.items():
        yield from _word(below(place, word), word, value)


def _word(place: str, word: str, value: object) -> Iterator[Finding]:
    for words, fits, remedy in KINDS:
        if word in words and not fits(value):
            yield place, remedy
            return
    if word in SCHEMAS or (word in SCHEMAS_OR_NOT and is_object(value)):
        yield from _schema(place, value)
    elif word in LISTS and is_list(value):
        for index, branch in enumerate(value):
            yield from _schema(below(place, index), branch)
    elif word in MAPS and is_object(value):
        for name, part in value.items():
            yield from _schema(below(place, name), part)
