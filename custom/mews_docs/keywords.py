"""The keywords of a function, and what can be read off an object, as lists of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import griffe

from mews_docs.places import Places
from mews_docs.type_words import type_words, without_none
from mews_docs.wording import entries, entry, flowing

__all__ = ["attributes", "docstring_items", "keywords"]

_ANY_NUMBER = {griffe.ParameterKind.var_positional, griffe.ParameterKind.var_keyword}


def keywords(function: griffe.Function, places: Places, anchor: str = "") -> str:
    """Each keyword with its type and meaning; it can be linked to where an anchor is given."""
    meanings = docstring_items(function, griffe.DocstringSectionKind.parameters, places)
    parameters = [it for it in function.parameters if it.name not in {"self", "cls"}]
    return entries(
        entry(_term(it.name, anchor), _taken(it, places), meanings.get(it.name, ""))
        for it in parameters
    )


def attributes(of: griffe.Class, places: Places, above: Iterable[griffe.Class] = ()) -> str:
    """Each attribute of a class, and of some above it, with its type and meaning."""
    found: dict[str, str] = {}
    for each in (*above, of):
        told = docstring_items(each, griffe.DocstringSectionKind.attributes, places)
        found |= dict(_attributes(each, of.name, told, places))
    return entries(found.values())


def _attributes(
    of: griffe.Class, owner: str, told: dict[str, str], places: Places
) -> Iterator[tuple[str, str]]:
    shown: set[str] = set()
    for name, member in of.members.items():
        if not isinstance(member, griffe.Attribute) or name.startswith("_") or _is_hidden(member):
            continue
        own = flowing(member.docstring.value, places) if member.docstring else ""
        shown.add(name)
        if "property" in member.labels or (member.annotation is None and not own):
            continue
        default = _default(member)
        words = type_words(str(member.annotation), places) if member.annotation else ""
        told_default = "instance-attribute" in member.labels and default not in {None, "None"}
        said = f", `{default}` by default" if told_default else ""
        yield name, entry(_term(name, owner), words + said, own or told.get(name, ""))
    for name, meaning in told.items():
        if name not in shown:
            yield name, entry(_term(name, owner), "", meaning)


def docstring_items(
    of: griffe.Object, kind: griffe.DocstringSectionKind, places: Places
) -> dict[str, str]:
    """What a list of the docstring says of each name."""
    sections = of.docstring.parsed if of.docstring else []
    return {
        getattr(item, "name", None) or str(item.annotation): flowing(item.description, places)
        for section in sections
        if section.kind is kind
        for item in section.value
    }


def _default(attribute: griffe.Attribute) -> str | None:
    """The default, also where a `field(...)` says it."""
    value = attribute.value
    if not isinstance(value, griffe.ExprCall):
        return None if value is None else str(value)
    for argument in value.arguments:
        if isinstance(argument, griffe.ExprKeyword) and argument.name == "default":
            return str(argument.value)
    return None


def _is_hidden(member: griffe.Attribute) -> bool:
    """What belongs to the class, and is no attribute of its objects."""
    return "instance-attribute" not in member.labels and member.docstring is None


def _term(name: str, anchor: str) -> str:
    return f"`{name}`{{ #{anchor}.{name} }}" if anchor else f"`{name}`"


def _taken(parameter: griffe.Parameter, places: Places) -> str:
    annotation = str(parameter.annotation or "object")
    words = type_words(without_none(annotation) or annotation, places)
    if parameter.kind in _ANY_NUMBER:
        return words
    if parameter.default is None:
        return f"{words}, required"
    default = str(parameter.default)
    return words if default == "None" else f"{words}, `{default}` by default"
