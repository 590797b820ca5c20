"""Findings about values, which are properties, items of arrays or entries of maps.

Each shape stopped here is one that the generator reads wrongly without saying so.
"""

from collections.abc import Iterator

from mews_compiler.alternatives import is_alternative, is_nullable_reference
from mews_compiler.faults import Finding
from mews_compiler.keyword_lint import keyword_findings
from mews_compiler.tree import Object, below, is_list, is_object
from mews_compiler.variants import VARIANTS

# The generator makes plain text of a format that it does not know.
FORMATS = {"currency", "date", "date-time", "email", "int32", "tel", "uri", "uuid"}
SCALARS = {"string", "number", "integer", "boolean"}


def value_findings(place: str, schema: Object) -> Iterator[Finding]:
    yield from keyword_findings(place, schema, "values")
    if "enum" in schema:
        yield place, "give the enum a name under components > schemas and refer to it"
    elif "anyOf" in schema:
        branches = schema["anyOf"]
        if is_alternative(branches) and VARIANTS not in schema:
            yield place, f"has several shapes: say in {VARIANTS} which discriminator means which"
        elif not is_alternative(branches) and not is_nullable_reference(branches):
            yield place, "let `anyOf` be one reference and `type: 'null'`, in this order"
    elif "oneOf" in schema or "allOf" in schema:
        yield place, "write the reference itself, or `anyOf` of the reference and null"
    elif "$ref" not in schema:
        yield from _typed(place, schema)


def part_findings(place: str, schema: Object) -> Iterator[Finding]:
    """What is wrong with an item of an array or an entry of a map, which are never null."""
    if is_nullable_reference(schema.get("anyOf")) or is_list(schema.get("type")):
        yield place, "is never null to the generator: write the reference or the type alone"
    else:
        yield from value_findings(place, schema)


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
            yield from part_findings(below(place, "items"), schema["items"])
        else:
            yield place, "say what its items are"
    elif kind is not None and kind not in SCALARS:
        yield place, f"{kind} is no type for a value"
    if schema.get("format", "uuid") not in FORMATS:
        yield place, f"{schema['format']} is no format that values have here"
