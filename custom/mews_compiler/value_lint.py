"""Findings about values, which are properties, items of arrays or entries of maps.

Each shape stopped here is one that the generator reads wrongly without saying so.
"""

from collections.abc import Iterator

from mews_compiler.faults import Finding
from mews_compiler.tree import Object, below, is_list, is_object

SCALARS = {"string", "number", "integer", "boolean"}

# Words that the generator passes over or takes for something else, and what to say instead.
IGNORED = {
    "nullable": "write `type: [string, 'null']`, or `anyOf` of the reference and null",
    "default": "tell it in the description, or every request would carry it",
    "examples": "use `example`",
    "discriminator": "leave it out",
}


def value_findings(place: str, schema: Object) -> Iterator[Finding]:
    yield from ignored_findings(place, schema)
    if "enum" in schema:
        yield place, "give the enum a name under components > schemas and refer to it"
    elif "anyOf" in schema:
        if not _is_nullable_reference(schema["anyOf"]):
            yield place, "let `anyOf` be one reference and `type: 'null'`, in this order"
    elif "oneOf" in schema or "allOf" in schema:
        yield place, "write the reference itself, or `anyOf` of the reference and null"
    elif "$ref" not in schema:
        yield from _typed(place, schema)


def ignored_findings(place: str, schema: Object) -> Iterator[Finding]:
    for word, remedy in IGNORED.items():
        if word in schema:
            yield place, f"`{word}` is not understood: {remedy}"


def _typed(place: str, schema: Object) -> Iterator[Finding]:
    kind = schema.get("type")
    if is_list(kind):
        if len(kind) != 2 or kind[1] != "null":
            yield place, "let the list of types be one type and 'null', in this order"
            return
        kind = kind[0]
    if kind == "object" or "properties" in schema or "additionalProperties" in schema:
        yield place, "give the object a name under components > schemas and refer to it"
    elif kind == "array":
        if is_object(schema.get("items")):
            yield from value_findings(below(place, "items"), schema["items"])
        else:
            yield place, "say what its items are"
    elif kind is not None and kind not in SCALARS:
        yield place, f"{kind} is no type for a value"


def _is_nullable_reference(branches: object) -> bool:
    return (
        is_list(branches)
        and len(branches) == 2
        and is_object(branches[0])
        and branches[0].keys() == {"$ref"}
        and branches[1] == {"type": "null"}
    )
