"""Findings about enums."""

import re
from collections.abc import Iterator

from mews_compiler.enum_names import NAMES, member_names
from mews_compiler.faults import Finding
from mews_compiler.tree import Object, is_list, is_object

MEMBER = re.compile(r"[A-Z][A-Z0-9_]*")


def enum_findings(place: str, schema: Object) -> Iterator[Finding]:
    values = schema["enum"]
    if not is_list(values) or not all(isinstance(value, str) for value in values):
        yield place, "list strings only; null goes to where the enum is used"
        return
    if schema.get("type") != "string":
        yield place, "let an enum be `type: string`"
    if len({value.upper() for value in values}) < len(values):
        yield place, "holds values that only differ in case: the generator takes them for one"
    if NAMES in schema and not _is_names(schema[NAMES], values):
        yield place, f"let {NAMES} lead from values of the enum to their names"
        return
    names = member_names(schema)
    if len(set(names)) < len(names) or not all(MEMBER.fullmatch(name) for name in names):
        yield place, f"members would share a name or have none in Python: give it in {NAMES}"


def _is_names(names: object, values: list[str]) -> bool:
    return (
        is_object(names)
        and names.keys() <= set(values)
        and all(isinstance(name, str) for name in names.values())
    )
