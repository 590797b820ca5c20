"""The members of an enum, each with what its catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Protocol, cast, runtime_checkable

import griffe
import msgspec

from mews_docs.keywords import docstring_items
from mews_docs.library import Library, is_public
from mews_docs.places import Places
from mews_docs.wording import entries, entry, first_sentence, text_of
from mews_runtime import OpenEnum

__all__ = ["catalogue_table"]


@runtime_checkable
class _Catalogued(Protocol):
    """A member with a row of a catalogue."""

    @property
    def info(self) -> msgspec.Struct: ...


def catalogue_table(enum: type[OpenEnum], library: Library, places: Places) -> str:
    """A row for each member; columns in which nothing is known are left out."""
    infos = [it.info for it in enum if isinstance(it, _Catalogued)]
    if not infos:
        return _table(["Member", "Value"], [[f"`{it.name}`", f"`{it.value}`"] for it in enum])
    row = type(infos[0])
    names = [
        name
        for name in row.__struct_fields__
        if any(getattr(it, name) not in (None, ()) for it in infos)
    ]
    head = ["Member", "Value", *(_heading(name) for name in names)]
    rows = [
        [f"`{it.name}`", f"`{it.value}`", *(_cell(getattr(info, name)) for name in names)]
        for it, info in zip(enum, infos, strict=True)
    ]
    columns = _columns(library, row, places)
    legend = entries(
        entry(f"`info.{name}`", "", " ".join([columns[name], *_reasons(name, infos)]))
        for name in names
        if name in columns
    )
    told = text_of(library.named(f"{row.__module__}.{row.__name__}"), places)
    # The first sentence says whose row it is, which is seen here.
    further = told.partition("\n\n")[2]
    parts = [_table(head, rows), further, legend, _questions(enum, library, places)]
    return "\n\n".join(filter(None, parts))


def _columns(library: Library, row: type, places: Places) -> dict[str, str]:
    """What the docstrings of a row's class, and of those above it, say of its fields."""
    told: dict[str, str] = {}
    for each in reversed(row.__mro__):
        if each.__module__.startswith("mews_runtime."):
            it = library.named(f"{each.__module__}.{each.__name__}")
            told |= docstring_items(it, griffe.DocstringSectionKind.attributes, places)
    return told


def _reasons(name: str, infos: Iterable[msgspec.Struct]) -> Iterator[str]:
    """What several rows say at length, once: their cells have the first word of it."""
    values = (getattr(info, name) for info in infos)
    told = (it for it in values if isinstance(it, msgspec.Struct))
    for reason in dict.fromkeys(getattr(it, field) for it in told for field in _further(it)):
        yield f"Said of it: {reason}."


def _further(value: msgspec.Struct) -> tuple[str, ...]:
    return value.__struct_fields__[1:]


def _questions(enum: type[OpenEnum], library: Library, places: Places) -> str:
    """What a member or the enum can be asked beside `info`."""
    asked: dict[str, str] = {}
    for each in enum.__mro__[1:]:
        if each is OpenEnum or not each.__module__.startswith("mews_runtime."):
            continue
        it = library.named(f"{each.__module__}.{each.__name__}")
        for member in it.members.values():
            if is_public(member) and member.name != "info" and isinstance(member, griffe.Object):
                called = "()" if isinstance(member, griffe.Function) else ""
                owner = enum.__name__ if "classmethod" in member.labels else "member"
                told = first_sentence(member, places)
                if told:
                    asked.setdefault(
                        member.name, entry(f"`{owner}.{member.name}{called}`", "", told)
                    )
    return entries(asked.values())


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _cell(value: object) -> str:  # noqa: PLR0911 - one for each kind
    match value:
        case None | ():
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(f"`{it}`" for it in cast("tuple[object, ...]", value))
        case msgspec.Struct():
            return _cell(getattr(value, value.__struct_fields__[0]))
        case _:
            return str(value)
