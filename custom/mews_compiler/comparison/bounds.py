"""What numbers and texts a schema lets through, in the words of OpenAPI 3.1."""

from mews_compiler.tree import Object

Bounds = dict[str, float | str]

EXCLUSIVE = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
WORDS = (*EXCLUSIVE, *EXCLUSIVE.values(), "pattern")


def bounds(schema: Object) -> Bounds:
    found = {word: schema[word] for word in WORDS if word in schema}
    for word, exclusive in EXCLUSIVE.items():
        # To OpenAPI 3.0 this only says whether the bound itself is let through.
        if isinstance(found.get(exclusive), bool):
            is_excluded = found.pop(exclusive)
            if is_excluded and word in found:
                found[exclusive] = found.pop(word)
    return found
