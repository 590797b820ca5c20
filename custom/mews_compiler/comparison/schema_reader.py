"""Reads a schema of OpenAPI 3.0 or 3.1, with our own or the vendor's `x-` words."""

from typing import Any

from mews_compiler.comparison.shape import ANY, ARRAY, ENTRY, ENUM, ITEM, MAP, OBJECT, Shape
from mews_compiler.comparison.union import unite
from mews_compiler.tree import Object, child, is_list, is_object, target

# Any other format is a hint about storage, and changes nothing for whoever reads the value.
FORMATS = {"currency", "date", "date-time", "email", "int32", "tel", "uri", "uuid"}
SHAPING = {"$ref", "type", "allOf", "anyOf", "oneOf", "enum"}

Names = frozenset[str]


class SchemaReader:
    """Reads the schemas of one document, each as deep as it goes without meeting itself."""

    def __init__(self, document: Object) -> None:
        self._document = document

    def read(
        self, schema: Object, above: Names = frozenset(), *, required: bool | None = None
    ) -> Shape:
        """Reads a schema that stands below those named."""
        name = _name(schema)
        if name and name in above:
            return Shape(required=required)
        flat = self._flat(schema)
        above |= {name}
        alternatives = [self.read(branch, above) for branch in _alternatives(flat)]
        united = unite(alternatives) if alternatives else Shape()
        kind = _kind(flat)
        return Shape(
            kind=united.kind if kind == ANY else kind,
            format=flat["format"] if flat.get("format") in FORMATS else None,
            required=required,
            nullable=_is_nullable(flat),
            values=frozenset(str(it) for it in flat.get("enum", []) if it is not None),
            min_items=flat.get("minItems"),
            max_items=flat.get("maxItems"),
            min_length=flat.get("minLength"),
            max_length=flat.get("maxLength"),
            longest=_longest(flat),
            deprecated=flat.get("deprecated") is True,
            older_name=flat.get("x-read-also-as"),
            parts=self._parts(flat, above) or united.parts,
        )

    def _flat(self, schema: Object) -> Object:
        """The schema with what it refers to, its bases and its only alternative taken in."""
        flat: Object = {}
        for base in _bases(schema):
            flat = _joined(flat, self._flat(target(self._document, base) or base))
        own = {word: value for word, value in schema.items() if word not in {"$ref", "allOf"}}
        if len(_alternatives(schema)) == 1:
            own = {word: value for word, value in own.items() if word not in {"anyOf", "oneOf"}}
            own |= {"nullable": True} if _is_nullable(schema) else {}
        return _joined(flat, own)

    def _parts(self, flat: Object, above: Names) -> dict[str, Shape]:
        kind = _kind(flat)
        if kind == ARRAY:
            return {ITEM: self.read(child(flat, "items"), above)}
        if kind == MAP:
            return {ENTRY: self.read(child(flat, "additionalProperties"), above)}
        # The vendor's generator never says what a coproduct requires.
        required: Any = None if flat.get("x-coproduct") else flat.get("required", [])
        return {
            name: self.read(
                child(flat, "properties", name),
                above,
                required=None if required is None else name in required,
            )
            for name in child(flat, "properties")
        }


def _name(schema: Object) -> str:
    """Where a value's own schema stands, through whatever wraps a reference to it."""
    bases = [] if "properties" in schema else _bases(schema)
    return str(bases[0].get("$ref", "")) if len(bases) == 1 else ""


def _bases(schema: Object) -> list[Object]:
    reference = [{"$ref": schema["$ref"]}] if "$ref" in schema else []
    bases = [base for base in schema.get("allOf", []) if is_object(base)]
    alternatives = _alternatives(schema)
    return [*reference, *bases, *(alternatives if len(alternatives) == 1 else [])]


def _alternatives(schema: Object) -> list[Object]:
    """The shapes to choose from; branches that only demand properties are none."""
    return [branch for branch in _branches(schema) if branch.get("type") != "null"]


def _branches(schema: Object) -> list[Object]:
    branches = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
    return [branch for branch in branches if is_object(branch) and branch.keys() & SHAPING]


def _joined(base: Object, own: Object) -> Object:
    joined = base | own
    for word in ("properties", "required"):
        if word in base and word in own:
            both = (base[word], own[word])
            joined[word] = {**both[0], **both[1]} if is_object(both[0]) else [*both[0], *both[1]]
    return joined


def _types(flat: Object) -> list[Any]:
    types = flat.get("type", [])
    return list(types) if is_list(types) else [types]


def _is_nullable(flat: Object) -> bool:
    return (
        flat.get("nullable") is True
        or "null" in _types(flat)
        or None in flat.get("enum", [])
        or any(branch.get("type") == "null" for branch in _branches(flat))
    )


def _kind(flat: Object) -> str:
    if "enum" in flat:
        return ENUM
    types = [each for each in _types(flat) if each != "null"]
    if types in ([], [OBJECT]):
        return _kind_of_object(flat)
    return str(types[0]) if len(types) == 1 else ANY


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
