"""Reads the operations out of the tables of the published pages."""

import re
from dataclasses import dataclass, replace

from mews_compiler.comparison.contract import Contract, Contracts, operation_name
from mews_compiler.comparison.shape import ANY, ARRAY, ENTRY, ENUM, ITEM, MAP, OBJECT, Shape
from mews_compiler.tree import Object, child

# `array of Payment <payments.md#payment>`; a link without a page stays on its own page.
TYPE = re.compile(r"(?P<array>array of )?(?P<word>[^<]*?)(?: <(?P<page>[^#]*)#(?P<anchor>.+)>)?")
INTERVAL = re.compile(r"(?P<count>[0-9]+) (?P<unit>month|day)s?")
WORDS = {
    "boolean": "boolean",
    "decimal": "number",
    "integer": "integer",
    "number": "number",
    "string": "string",
    "strings": "string",
}
ENTRIES = "?Key?"

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table or list of values, and the page that its own links start from."""

    page: str
    content: Object


def read_tables(facts: Object) -> Contracts:
    """The operations by name."""
    tables = {
        (page, _anchor(heading)): Table(page, content)
        for page, headings in child(facts, "objects").items()
        for heading, content in headings.items()
    }
    return {
        operation_name(operation["path"]): Contract(
            request=_object(Table(operation["page"], operation["request"]), tables, ()),
            response=_object(Table(operation["page"], operation["response"]), tables, ()),
            deprecated=operation["deprecated"],
        )
        for operation in facts["operations"]
    }


def _anchor(heading: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")


def _object(table: Table, tables: dict[Place, Table], seen: tuple[Place, ...]) -> Shape:
    parts = {name: _property(row, table.page, tables, seen) for name, row in table.content.items()}
    if parts.keys() == {ENTRIES}:
        entry = replace(parts[ENTRIES], required=None)
        return Shape(kind=MAP, parts={ENTRY: entry}, is_outline=True)
    return Shape(kind=OBJECT, parts=parts, is_outline=True)


def _property(row: Object, page: str, tables: dict[Place, Table], seen: tuple[Place, ...]) -> Shape:
    match = TYPE.fullmatch(row["type"])
    shape = _typed(match, page, tables, seen) if match else Shape(is_outline=True)
    if match and match["array"]:
        shape = Shape(kind=ARRAY, parts={ITEM: shape}, is_outline=True)
    return replace(
        shape,
        required=row["required"],
        deprecated=row["deprecated"],
        max_items=row.get("maxItems"),
        max_length=row.get("maxLength"),
        longest=_longest(row.get("maxInterval", "")),
    )


def _typed(
    match: re.Match[str], page: str, tables: dict[Place, Table], seen: tuple[Place, ...]
) -> Shape:
    if match["anchor"] is None:
        return Shape(kind=WORDS.get(match["word"], ANY), is_outline=True)
    place = (match["page"].removesuffix(".md") or page, match["anchor"])
    if place in seen or place not in tables:
        return Shape(is_outline=True)
    table = tables[place]
    if "values" in table.content:
        return Shape(kind=ENUM, values=frozenset(table.content["values"]), is_outline=True)
    return _object(Table(table.page, table.content["properties"]), tables, (*seen, place))


def _longest(told: str) -> str | None:
    match = INTERVAL.fullmatch(told)
    return f"P{match['count']}{match['unit'][0].upper()}" if match else None
