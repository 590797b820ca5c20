"""The classes that pydantic and msgspec read a page of payments into, written from our document.

They have the fields, names and types of our models: UUID, datetime, Decimal and enums.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from benchmarks.peers.document import joined
from mews_compiler.python_names import python_name
from mews_compiler.tree import SCHEMAS, Object, references

__all__ = ["write_msgspec", "write_pydantic"]

_PAGE = "PaymentsGetAllResult"
_TYPES = {"uuid": "UUID", "date-time": "datetime", "number": "Decimal", "string": "str"}


@frozen
class _Style:
    """How a library's classes are spelt."""

    imports: str
    bases: str
    required: str
    optional: str


_PYDANTIC = _Style(
    imports="from pydantic import BaseModel, Field",
    bases="BaseModel",
    required="Field(alias={name!r})",
    optional="Field(default=None, alias={name!r})",
)
_MSGSPEC = _Style(
    imports="from msgspec import Struct, field",
    bases="Struct, kw_only=True",
    required="field(name={name!r})",
    optional="field(default=None, name={name!r})",
)


def write_pydantic(folder: Path) -> None:
    """The module `pydantic_models`."""
    (folder / "pydantic_models.py").write_text(_module(_PYDANTIC), encoding="utf-8")


def write_msgspec(folder: Path) -> None:
    """The module `msgspec_models`."""
    (folder / "msgspec_models.py").write_text(_module(_MSGSPEC), encoding="utf-8")


def _module(style: _Style) -> str:
    schemas: Object = joined()["components"]["schemas"]
    # Each class after those that it holds.
    names = dict.fromkeys(_held_first(_PAGE, schemas))
    imports = (
        "from datetime import datetime",
        "from decimal import Decimal",
        "from enum import Enum",
        "from uuid import UUID",
        style.imports,
    )
    return "\n".join([*imports, *(_class(name, schemas[name], style) for name in names), ""])


def _held_first(name: str, schemas: Object) -> Iterator[str]:
    for pointer in references(schemas[name]):
        yield from _held_first(pointer.removeprefix(SCHEMAS), schemas)
    yield name


def _class(name: str, schema: Object, style: _Style) -> str:
    if "enum" in schema:
        members = zip(schema["x-enum-varnames"], schema["enum"], strict=True)
        lines = [f"    {member} = {value!r}" for member, value in members]
        return "\n".join([f"class {name}(str, Enum):", *lines])
    required = schema.get("required", ())
    lines = [
        f"    {python_name(key)}: {_type(value)} = {style.required.format(name=key)}"
        if key in required
        # What may be null may be left out as well.
        else f"    {python_name(key)}: {_type(value)} | None = {style.optional.format(name=key)}"
        for key, value in schema["properties"].items()
    ]
    return "\n".join([f"class {name}({style.bases}):", *lines])


def _type(schema: Object) -> str:
    schema = schema.get("anyOf", [schema])[0]
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(SCHEMAS)
    [kind] = {schema["type"]} if isinstance(schema["type"], str) else {*schema["type"]} - {"null"}
    if kind == "array":
        return f"list[{_type(schema['items'])}]"
    return _TYPES.get(schema.get("format", ""), _TYPES[kind])
