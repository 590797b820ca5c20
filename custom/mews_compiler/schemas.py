"""What an object schema says together with its bases."""

from mews_compiler.tree import Object, child, target


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
