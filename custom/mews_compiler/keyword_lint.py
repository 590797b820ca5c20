"""Findings about keywords of a schema: one that is not known would be passed over in silence."""

from collections.abc import Iterator

from mews_compiler.faults import Finding
from mews_compiler.tree import Object

# Words that the generator passes over or takes for something else, and what to say instead.
IGNORED = {
    "nullable": "write `type: [string, 'null']`, or `anyOf` of the reference and null",
    "default": "tell it in the description, or every request would carry it",
    "examples": "use `example`",
    "discriminator": "leave it out",
}
# Those that some other check speaks about are known as well; words of our own are its business.
_EVERYWHERE = {"description", "type", "enum", "allOf", "anyOf", "oneOf", "example"}
_OF_OBJECTS = {"properties", "additionalProperties", "required"}
KNOWN = {
    "schemas": _EVERYWHERE | _OF_OBJECTS | {"if", "then", "else", "not", "dependentRequired"},
    "values": _EVERYWHERE
    | _OF_OBJECTS
    | {"$ref", "deprecated", "format", "items", "pattern"}
    | {"maximum", "maxItems", "maxLength", "minimum", "minItems", "minLength"},
}


def keyword_findings(place: str, schema: Object, what: str) -> Iterator[Finding]:
    for word in schema:
        if word in IGNORED:
            yield place, f"`{word}` is not understood: {IGNORED[word]}"
        elif word not in KNOWN[what] and not word.startswith("x-"):
            yield place, f"`{word}` is no keyword that {what} have here: correct it or leave it out"
