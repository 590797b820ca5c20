"""Reads a schema of OpenAPI 3.0 or 3.1, with our own or the vendor's `x-` words."""

from typing import Any

from mews_compiler.comparison.bounds import bounds
from mews_compiler.comparison.composition import (
    alternatives,
    bases,
    is_nullable,
    name,
    types,
    values,
)
from mews_compiler.comparison.replacements import demanded, named
from mews_compiler.comparison.shape import ANY, ARRAY, ENTRY, ENUM, ITEM, MAP, OBJECT, Shape
from mews_compiler.comparison.union import unite
from mews_compiler.tree import Object, child, is_object

# Any other format is a hint about storage, and changes nothing for whoever reads the value.
FORMATS = {"currency", "date", "date-time", "email", "int32", "tel", "uri", "uuid"}

# Schemas by their name, or else by their identity.
Known = frozenset[str | int]


class SchemaReader:
    """Reads the schemas of one document, each as deep as it goes without meeting itself."""

    def __init__(self, document: Object) -> None:
        self._document = document

    def read(
        self, schema: Object, above: Known = frozenset(), *, required: bool | None = None
    ) -> Shape:
        """Reads a schema that stands below those known."""
        own = name(schema) or id(schema)
        if own in above:
            return Shape(required=required)
        flat = self._flat(schema)
        above |= {own}
        united = unite([self.read(branch, above) for branch in alternatives(flat)])
        return Shape(
            kind=_kind_with(flat, united),
            format=flat["format"] if flat.get("format") in FORMATS else None,
            required=required,
            nullable=is_nullable(flat) or united.nullable,
            values=frozenset(str(it) for it in values(flat) if it is not None) or united.values,
            min_items=flat.get("minItems"),
            max_items=flat.get("maxItems"),
            min_length=flat.get("minLength"),
            max_length=flat.get("maxLength"),
            bounds=bounds(flat),
            longest=_longest(flat),
            deprecated=flat.get("deprecated") is True,
            replacements=demanded(flat),
            named=named(flat),
            older_name=flat.get("x-read-also-as"),
            parts=self._parts(flat, above) or united.parts,
        )

    def _flat(self, schema: Object) -> Object:
        """The schema with what it refers to, its bases and its only alternative taken in."""
        flat: Object = {}
        for base in bases(schema, self._document):
            flat = _joined(flat, self._flat(base))
        own = {word: value for word, value in schema.items() if word not in {"$ref", "allOf"}}
        if len(alternatives(schema)) == 1:
            own = {word: value for word, value in own.items() if word not in {"anyOf", "oneOf"}}
            own |= {"nullable": True} if is_nullable(schema) else {}
        return _joined(flat, own)

    def _parts(self, flat: Object, above: Known) -> dict[str, Shape]:
        kind = _kind(flat)
        if kind == ARRAY:
            return {ITEM: self.read(child(flat, "items"), above)}
        if kind == MAP:
            return {ENTRY: self.read(child(flat, "additionalProperties"), above)}
        # The vendor's generator never says what a coproduct requires.
        required: Any = None if flat.get("x-coproduct") else flat.get("required", [])
        return {
            part: self.read(
                child(flat, "properties", part),
                above,
                required=None if required is None else part in required,
            )
            for part in child(flat, "properties")
        }


def _joined(base: Object, own: Object) -> Object:
    joined = base | own
    for word in ("properties", "required"):
        if word in base and word in own:
            both = (base[word], own[word])
            joined[word] = {**both[0], **both[1]} if is_object(both[0]) else [*both[0], *both[1]]
    return joined


def _kind_with(flat: Object, united: Shape) -> str:
    """The kind, where it may take all alternatives to tell it."""
    kind = _kind(flat)
    return united.kind if kind == ANY or (kind, united.kind) == ("string", ENUM) else kind


def _kind(flat: Object) -> str:
    if values(flat):
        return ENUM
    told = [each for each in types(flat) if each != "null"]
    if told in ([], [OBJECT]):
        return _kind_of_object(flat)
    return str(told[0]) if len(told) == 1 else ANY


def _kind_of_object(flat: Object) -> str:
    """Objects of which nothing is told can hold anything, and so can values without a type."""
    if "properties" in flat:
        return OBJECT
    if is_object(flat.get("additionalProperties")):
        return MAP
    return OBJECT if flat.get("additionalProperties") is False else ANY


def _longest(flat: Object) -> str | None:
    if months := flat.get("x-max-interval-in-months"):
        return f"P{months}M"
    longest: str | None = flat.get("x-longest-interval")
    return longest
