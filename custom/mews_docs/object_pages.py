"""Pages about classes and functions, one after the other, from their docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import griffe
from attrs import field, frozen

from mews_docs.keywords import attributes, docstring_items, keywords
from mews_docs.library import Library, is_public
from mews_docs.places import Place, Places
from mews_docs.type_words import type_words
from mews_docs.wording import entries, entry, text_of

__all__ = ["ObjectPage"]

_RAISES = griffe.DocstringSectionKind.raises


@frozen
class ObjectPage:
    """Some names of one module, each under a heading of its own."""

    path: str
    title: str
    module: str
    names: tuple[str, ...]
    introduction: str = field(default="")

    def places(self) -> dict[str, Place]:
        """Where each name is told of."""
        return {name: Place(self.path, name) for name in self.names}

    def written(self, library: Library, places: Places) -> str:
        """The page."""
        # Another page may have a name of its own that is spelt alike.
        there = Places({**places.of, **self.places()}, self.path)
        objects = dict(library.exported(self.module))
        parts = [f"# {self.title}", self.introduction]
        parts += [_section(name, objects[name], library, there) for name in self.names]
        return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def _section(name: str, it: griffe.Object, library: Library, places: Places) -> str:
    match it:
        case griffe.Class():
            parts = list(_of_class(name, it, library, places))
        case griffe.Function():
            parts = [_signature(name, it), *_of_function(it, places)]
        case griffe.Attribute():
            parts = [f"```python\n{name} = {it.value}\n```", text_of(it, places)]
        case _:
            raise TypeError(f"{name} is a {it.kind.value}, and no page has told of one yet")
    return _anchored_once(_joined([f"## {name} {{ #{name} }}", *parts]))


def _anchored_once(text: str) -> str:
    """A keyword that can be read later as well is told of twice, and links lead to the first."""
    first: set[str] = set()

    def anchor(found: re.Match[str]) -> str:
        again = found[0] in first
        first.add(found[0])
        return "" if again else found[0]

    return re.sub(r"\{ #[\w.]+ \}", anchor, text)


def _of_class(name: str, it: griffe.Class, library: Library, places: Places) -> Iterator[str]:
    ancestors = list(_ancestors(it, library))
    bases = [places.link(each.name) for each in ancestors if each.name in places.of]
    yield f"A kind of {bases[0]}." if bases else ""
    yield text_of(it, places)
    if (creation := _member(it, ancestors, "__init__")) and not _is_error(it, ancestors):
        yield _listed("Keywords", keywords(creation, places, name))
    # Of what it stands on, that which no page tells of.
    above = [each for each in ancestors if each.name not in places.of]
    described = [it, *above]
    yield _listed("Attributes", attributes(it, places, reversed(above)))
    properties = [
        entry(
            f"`{member.name}`{{ #{name}.{member.name} }}",
            type_words(str(member.annotation), places),
            text_of(member, places),
        )
        for each in described
        for member in each.members.values()
        if is_public(member)
        and isinstance(member, griffe.Attribute)
        and "property" in member.labels
        and member.docstring
    ]
    yield _listed("Read-only", entries(properties))
    for each in described:
        for member in each.members.values():
            if is_public(member) and isinstance(member, griffe.Function):
                yield _method(name, member, places)


def _method(owner: str, it: griffe.Function, places: Places) -> str:
    heading = f"### {owner}.{it.name} {{ #{owner}.{it.name} }}"
    return _joined([heading, _signature(it.name, it), *_of_function(it, places)])


def _signature(name: str, it: griffe.Function) -> str:
    """How it is called with what is required."""
    parameters = [each for each in it.parameters if each.name not in {"self", "cls"}]
    shown = [_argument(each) for each in parameters if each.default is None or _is_any(each)]
    if len(shown) < len(parameters):
        shown.append("...")
    waits = "await " if "async" in it.labels and "AsyncGenerator" not in str(it.returns) else ""
    return f"```python\n{waits}{name}({', '.join(shown)})\n```"


def _is_any(parameter: griffe.Parameter) -> bool:
    """Whether it stands for any number of arguments; griffe tells of a default then."""
    return parameter.kind is griffe.ParameterKind.var_positional


def _argument(parameter: griffe.Parameter) -> str:
    match parameter.kind:
        case griffe.ParameterKind.keyword_only:
            return f"{parameter.name}=..."
        case griffe.ParameterKind.var_positional:
            return f"*{parameter.name}"
        case _:
            return parameter.name


def _of_function(it: griffe.Function, places: Places) -> Iterator[str]:
    yield text_of(it, places)
    yield keywords(it, places)
    if it.returns is not None and str(it.returns) not in {"None", "Self"}:
        yield f"Gives {type_words(str(it.returns), places)}."
    raised = docstring_items(it, _RAISES, places)
    yield _listed(
        "Raises", entries(entry(places.link(name), "", why) for name, why in raised.items())
    )


def _ancestors(it: griffe.Class, library: Library) -> Iterator[griffe.Class]:
    for base in it.bases:
        path = base.canonical_path if isinstance(base, griffe.Expr) else str(base)
        if path.startswith(("mews_runtime.", "mews_connector.", "mews_toolkit.")):
            found = library.named(path)
            if isinstance(found, griffe.Class):
                yield found
                yield from _ancestors(found, library)


def _member(
    it: griffe.Class, ancestors: Iterable[griffe.Class], name: str
) -> griffe.Function | None:
    for each in (it, *ancestors):
        found = each.members.get(name)
        if isinstance(found, griffe.Function) and found.docstring:
            return found
    return None


def _is_error(it: griffe.Class, ancestors: Iterable[griffe.Class]) -> bool:
    return any(each.name.endswith("Error") for each in (it, *ancestors))


def _listed(title: str, items: str) -> str:
    return f"**{title}**\n\n{items}" if items else ""


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
