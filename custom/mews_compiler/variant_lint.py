"""Findings about objects of which a discriminator tells the shape."""

from collections.abc import Iterator

from mews_compiler.faults import Finding
from mews_compiler.schemas import properties_of
from mews_compiler.tree import SCHEMAS, Object, below, child, is_object, target
from mews_compiler.variants import VALUE, VARIANTS

DISCRIMINATOR = "Discriminator"


def variant_findings(place: str, schema: Object, document: Object) -> Iterator[Finding]:
    properties = properties_of(schema, document)
    told = {name: child(properties, name) for name in properties if VARIANTS in properties[name]}
    if VARIANTS in schema:
        known = properties.keys() - {DISCRIMINATOR}
        yield from _each(place, schema[VARIANTS], _values(properties, document), known, "property")
        if told:
            yield place, f"says {VARIANTS} twice: keep the one of the form that it has"
    for name, value in told.items():
        where = below(below(place, "properties"), name)
        if name != VALUE:
            yield where, f"only `{VALUE}` beside `{DISCRIMINATOR}` has {VARIANTS}"
        else:
            known = _references(value)
            yield from _each(where, value[VARIANTS], _values(properties, document), known, "schema")
            if is_object(value[VARIANTS]) and (idle := known - set(value[VARIANTS].values())):
                yield where, f"no discriminator leads to {', '.join(sorted(idle))}"


def _each(
    place: str, variants: object, values: set[str], known: set[str], what: str
) -> Iterator[Finding]:
    if not values:
        yield place, f"has {VARIANTS} without a `{DISCRIMINATOR}` beside that is an enum"
        return
    if not is_object(variants) or variants.keys() != values:
        yield place, f"let {VARIANTS} tell of each of {', '.join(sorted(values))}, and no other"
        return
    for value, name in variants.items():
        if name is not None and name not in known:
            yield place, f"{value} leads to {name}, which is no {what} that it has"


def _values(properties: Object, document: Object) -> set[str]:
    discriminator = child(properties, DISCRIMINATOR)
    branches = discriminator.get("anyOf", [discriminator])
    return set(target(document, branches[0]).get("enum", []))


def _references(value: Object) -> set[str]:
    branches = value.get("anyOf", [value])
    return {branch["$ref"].removeprefix(SCHEMAS) for branch in branches if "$ref" in branch}
