"""What a schema is put together from."""

from mews_compiler.comparison.pointers import resolved
from mews_compiler.tree import Object, is_list, is_object

SHAPING = {"$ref", "type", "allOf", "anyOf", "oneOf", "enum", "const"}


def bases(schema: Object, document: Object) -> list[Object]:
    """What it refers to, what it extends, and its alternative if there is just one."""
    return [
        resolved(document, base["$ref"]) if base.keys() == {"$ref"} else base
        for base in _bases(schema)
    ]


def name(schema: Object) -> str:
    """Where a value's own schema stands, through whatever wraps a reference to it."""
    wrapped = [] if "properties" in schema else _bases(schema)
    return str(wrapped[0].get("$ref", "")) if len(wrapped) == 1 else ""


def alternatives(schema: Object) -> list[Object]:
    """The shapes to choose from; branches that only demand properties are none."""
    return [branch for branch in _branches(schema) if not _is_null(branch)]


def is_nullable(schema: Object) -> bool:
    return (
        schema.get("nullable") is True
        or "null" in types(schema)
        or None in values(schema)
        or any(_is_null(branch) for branch in _branches(schema))
    )


def types(schema: Object) -> list[str]:
    told = schema.get("type", [])
    return list(told) if is_list(told) else [told]


def values(schema: Object) -> list[object]:
    """What it lists; a constant is a list of one."""
    listed: list[object] = schema.get("enum", [])
    return [schema["const"]] if "const" in schema else listed


def _bases(schema: Object) -> list[Object]:
    reference = [{"$ref": schema["$ref"]}] if "$ref" in schema else []
    extended = [base for base in schema.get("allOf", []) if is_object(base)]
    only = alternatives(schema)
    return [*reference, *extended, *(only if len(only) == 1 else [])]


def _branches(schema: Object) -> list[Object]:
    branches = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
    return [branch for branch in branches if is_object(branch) and branch.keys() & SHAPING]


def _is_null(branch: Object) -> bool:
    return types(branch) == ["null"] or values(branch) == [None]
