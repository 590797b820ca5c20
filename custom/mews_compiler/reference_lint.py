"""Findings about references: leading elsewhere, nowhere, or back to where they came from."""

import re
from collections.abc import Iterator

from mews_compiler.faults import Finding
from mews_compiler.fragments import Fragment
from mews_compiler.tree import SCHEMAS, Object, below, objects, references, target

IN_SCHEMAS = below("components", "schemas")
SCHEMA = re.compile(re.escape(SCHEMAS) + "[A-Za-z0-9]+")


def reference_findings(fragment: Fragment, document: Object) -> Iterator[Finding]:
    for place, node in objects(fragment.content):
        if "$ref" not in node:
            continue
        pointer = node["$ref"]
        if not isinstance(pointer, str) or not pointer.startswith("#/"):
            yield place, f"{pointer} leads out of the document: refer to #/components/..."
        elif place.startswith(IN_SCHEMAS) and not SCHEMA.fullmatch(pointer):
            yield place, f"{pointer} is no named schema: refer to {SCHEMAS}<name>"
        elif not target(document, node):
            yield place, f"{pointer} does not exist: define it or correct it"


def cycle_findings(fragment: Fragment, document: Object) -> Iterator[Finding]:
    for name in fragment.schemas:
        if cycle := _cycle(name, document):
            way = " -> ".join(cycle)
            yield (
                below("components > schemas", name),
                f"{way} is a cycle: break it, since each model imports those it refers to",
            )


def _cycle(start: str, document: Object) -> list[str]:
    """The shortest way from a schema back to itself, or nothing."""
    schemas: Object = document["components"]["schemas"]
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for pointer in references(schemas[way[-1]]):
            name = pointer.removeprefix(SCHEMAS)
            if name == start:
                return [*way, name]
            if name not in seen and name in schemas:
                seen.add(name)
                ways.append([*way, name])
    return []
