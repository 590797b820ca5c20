"""Findings about our own `x-` words: a misspelt one would be passed over in silence."""

import re
from collections.abc import Iterator

from mews_compiler.faults import Finding
from mews_compiler.tree import Object, child, is_object

KNOWN: dict[str, set[str]] = {
    "objects": {"x-variants"},
    "enums": {"x-enum-varnames"},
    "properties": {
        "x-card-reference",
        "x-deprecated",
        "x-longest-interval",
        "x-masked",
        "x-obfuscated-card-number",
        "x-read-also-as",
        "x-required-in",
        "x-variants",
    },
    "operations": {"x-deprecated", "x-identity", "x-kind", "x-portfolio", "x-rows"},
}
COUNTRY = re.compile(r"[A-Z]{2}")
DURATION = re.compile(r"P[1-9][0-9]*[MD]")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def extension_findings(place: str, node: Object, what: str) -> Iterator[Finding]:
    for word in sorted(node):
        if word.startswith("x-") and word not in KNOWN[what]:
            known = ", ".join(sorted(KNOWN[what])) or "none"
            yield place, f"{word} means nothing on {what}; known there: {known}"
    if "x-deprecated" in node:
        yield from _deprecation(place, node)
    if "x-longest-interval" in node and not DURATION.fullmatch(str(node["x-longest-interval"])):
        yield place, "let x-longest-interval be months or days, such as P3M"
    if "x-required-in" in node:
        yield from _requirement(place, node["x-required-in"])
    if "x-obfuscated-card-number" in node and "pattern" not in node:
        yield place, "state what x-obfuscated-card-number demands in a `pattern` too"


def _requirement(place: str, told: object) -> Iterator[Finding]:
    for country, law in told.items() if is_object(told) else [("", told)]:
        if not COUNTRY.fullmatch(country) or not is_object(law):
            yield place, "let x-required-in lead from countries such as FR to what is needed there"
        elif law.keys() - {"because", "refused"} or not isinstance(law.get("because"), str):
            yield place, "let x-required-in say `because`, and `refused` if it refuses some values"


def _deprecation(place: str, node: Object) -> Iterator[Finding]:
    told = child(node, "x-deprecated")
    if node.get("deprecated") is not True:
        yield place, "say `deprecated: true` beside x-deprecated"
    if not told or told.keys() - {"since", "use", "until"}:
        yield place, "let x-deprecated say `since`, `use` and `until`, as far as they are known"
    if not isinstance(told.get("use", ""), str):
        yield place, "let `use` of x-deprecated be text"
    for word in ("since", "until"):
        if word in told and not DATE.fullmatch(str(told[word])):
            yield place, f"let `{word}` of x-deprecated be a date such as 2023-05-24"
