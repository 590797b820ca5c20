"""What an object schema says together with its bases."""

from collections.abc import Iterable

from mews_compiler.tree import SCHEMAS, Object, child, references, target


def properties_of(schema: Object, document: Object) -> Object:
    """All properties, those of the bases first."""
    properties: Object = {}
    for base in schema.get("allOf", []):
        properties |= properties_of(target(document, base), document)
    return properties | child(schema, "properties")


def required_of(schema: Object, document: Object) -> list[str]:
    """The names of all required properties, those of the bases first."""
    names: list[str] = []
    for base in schema.get("allOf", []):
        names += required_of(target(document, base), document)
    return [*names, *schema.get("required", [])]


def reached(pointers: Iterable[str], document: Object) -> set[str]:
    """The names of all schemas that references lead to, on and on, but not just as bases."""
    ahead = list(pointers)
    names: set[str] = set()
    while ahead:
        name = ahead.pop().removeprefix(SCHEMAS)
        if name not in names:
            names.add(name)
            schema = child(document, "components", "schemas", name)
            ahead += references(properties_of(schema, document))
            ahead += references(schema.get("additionalProperties"))
    return names
