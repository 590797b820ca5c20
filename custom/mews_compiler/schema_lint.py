"""Findings about named schemas: an enum of strings, an object or a map."""

import re
from collections.abc import Iterator

from mews_compiler.enum_lint import enum_findings
from mews_compiler.extension_lint import extension_findings
from mews_compiler.faults import CompilerError, Finding
from mews_compiler.fragments import Fragment
from mews_compiler.keyword_lint import keyword_findings
from mews_compiler.presence import names_in, rules_of
from mews_compiler.python_names import IMPORTED, IN_MODELS, namesakes, taken
from mews_compiler.replacements import named_properties
from mews_compiler.schemas import properties_of
from mews_compiler.tree import Object, below, child, is_object
from mews_compiler.value_lint import part_findings, value_findings
from mews_compiler.variant_lint import variant_findings

NAME = re.compile(r"[A-Z][A-Za-z0-9]*")


def schema_findings(fragment: Fragment, document: Object) -> Iterator[Finding]:
    for name in fragment.schemas:
        place = below("components > schemas", name)
        schema = child(fragment.schemas, name)
        yield from _name(place, name, document)
        if not str(schema.get("description") or "").strip():
            yield place, "describe what it is"
        yield from keyword_findings(place, schema, "schemas")
        if "enum" in schema:
            yield from extension_findings(place, schema, "enums")
            yield from enum_findings(place, schema)
        elif "allOf" in schema and "properties" not in schema:
            yield place, "is only another name for what it refers to: refer to that instead"
        elif schema.get("type") == "object":
            yield from extension_findings(place, schema, "objects")
            yield from _object(place, schema, document)
            yield from variant_findings(place, schema, document)
        else:
            yield place, "let it be `type: object` or an enum; a scalar is written where it is used"


def _name(place: str, name: str, document: Object) -> Iterator[Finding]:
    if not NAME.fullmatch(name) or name in IMPORTED:
        yield place, "cannot be a model's name: write words such as PaymentData, not taken so far"
    for earlier, later in namesakes(document["components"]["schemas"]):
        if later == name:
            yield place, f"{earlier} and {later} would share a module in Python: keep one"


def _object(place: str, schema: Object, document: Object) -> Iterator[Finding]:
    if any(not is_object(base) or base.keys() != {"$ref"} for base in schema.get("allOf", [])):
        yield place, "let `allOf` hold references only; its own properties go beside it"
        return
    properties = child(schema, "properties")
    for name in properties:
        where = below(below(place, "properties"), name)
        yield from _property(where, child(properties, name))
        if "x-read-also-as" in child(properties, name) and name in schema.get("required", []):
            yield where, "can be missing under this name: take it out of `required`"
    known = properties_of(schema, document)
    for earlier, name in namesakes(known):
        yield place, f"{earlier} and {name} are one name in Python: keep one"
    for name, name_there in taken(known, IN_MODELS):
        yield place, f"{name} would hide what every model has as `{name_there}`"
    values = schema.get("additionalProperties")
    if is_object(values):
        yield from part_findings(below(place, "additionalProperties"), values)
        if properties:
            yield place, "is an object and a map at once: let it be one of them"
    named = _named(schema)
    try:
        named |= names_in(rules_of(schema, "", place))
    except CompilerError as error:
        yield from ((fault.place, fault.message) for fault in error.faults)
    for name in sorted(named - known.keys()):
        yield place, f"names {name}, which is none of its properties"


def _named(schema: Object) -> set[str]:
    """The properties that an object speaks of: as required, or to be used instead of others."""
    properties = child(schema, "properties")
    told = [child(properties, name, "x-deprecated") for name in properties]
    return {
        *schema.get("required", []),
        *(name for it in told for name in named_properties(str(it.get("use", "")))),
    }


def _property(place: str, value: Object) -> Iterator[Finding]:
    if not str(value.get("description") or "").strip():
        yield place, "describe it: meaning, unit, sign"
    yield from extension_findings(place, value, "properties")
    yield from value_findings(place, value)
