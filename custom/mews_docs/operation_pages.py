"""A page for each resource: its operations, each with its keywords, limits and example."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import griffe
import msgspec
from attrs import frozen

from mews_connector import api
from mews_docs.keywords import keywords
from mews_docs.library import Library, is_public
from mews_docs.places import Place, Places
from mews_docs.python_call import python_call
from mews_docs.type_words import type_words
from mews_docs.wording import text_of
from mews_runtime import AnyOf, AtMost, ExactlyOne, Kind, Operation, PagedOperation, Portfolio

__all__ = ["Method", "OperationPages"]

Json = dict[str, Any]

_PORTFOLIO = {
    Portfolio.MANY: "A portfolio token reads all of its enterprises, or those of `enterprise_ids`.",
    Portfolio.ONE: "A portfolio token needs `enterprise_id`.",
    Portfolio.NONE: "Portfolio tokens are not supported.",
}
_REPEATED = {
    Kind.READ: "A read: it is repeated after failures that may pass.",
    Kind.WRITE: "A write: it is never repeated once it may have been carried out.",
}


@frozen
class Method:
    """The method of a client that is one operation."""

    resource: str
    it: griffe.Function
    operation: Operation[Any]
    described: Json

    @property
    def name(self) -> str:
        """As it is written behind `mews` and a point."""
        return f"{self.resource}.{self.it.name}"

    @property
    def page(self) -> str:
        """The page that tells of it."""
        return f"reference/operations/{self.resource}.md"

    @property
    def request(self) -> Json:
        """What the example sends."""
        return _example(self.described["requestBody"])

    @property
    def answer(self) -> Json:
        """What the example is answered with."""
        return _example(self.described["responses"]["200"])

    @property
    def example(self) -> str:
        """The call of the example."""
        limitation: Json = self.request.get("Limitation") or {}
        return python_call(self.name, self.operation, _plain(self.request), limitation.get("Count"))


class OperationPages:
    """The pages of all resources."""

    def __init__(self, library: Library, document: Json) -> None:
        self._paths: Json = document["paths"]
        self._resources = {
            name: resource
            for name, module in library.named("mews_connector.api").modules.items()
            for resource in module.classes.values()
            if not resource.is_alias
        }
        self.methods = [
            self._method(resource, member)
            for resource, it in sorted(self._resources.items())
            for member in it.members.values()
            if is_public(member) and isinstance(member, griffe.Function)
        ]

    def _method(self, resource: str, it: griffe.Function) -> Method:
        operation: Operation[Any] = getattr(api, f"{resource}_{it.name}".upper())
        path = self._paths[f"/api/connector/v1/{operation.path}"]
        return Method(resource, it, operation, path["post"])

    def places(self) -> dict[str, Place]:
        """Where each operation is told of, by its path and by its Python name."""
        by_path = {it.operation.path: Place(it.page, it.it.name) for it in self.methods}
        by_name = {f"mews.{it.name}": Place(it.page, it.it.name) for it in self.methods}
        resources = {
            it.name: Place(f"reference/operations/{name}.md", it.name)
            for name, it in self._resources.items()
        }
        return by_path | by_name | resources

    def written(self, places: Places) -> Iterator[tuple[str, str]]:
        """Each page with its text."""
        for resource, it in sorted(self._resources.items()):
            methods = [each for each in self.methods if each.resource == resource]
            there = places.on(methods[0].page)
            parts = [_section(each, there) for each in methods]
            head = f"# mews.{resource} {{ #{it.name} }}\n\n{text_of(it, there)}\n"
            yield methods[0].page, "\n".join([head, *parts])


def _section(method: Method, places: Places) -> str:
    operation = method.operation
    summary, _, description = text_of(method.it, places).partition("\n\n")
    parts = [
        _heading(method),
        f"**{summary}**",
        _told(description),
        *_warning(operation, places),
        "\n".join(f"- {fact}" for fact in _facts(method, places)),
        "**Keywords**",
        keywords(method.it, places, method.it.name) or "It takes none.",
        "**Example**",
        f"```python\n{method.example}```",
        _folded("The request as JSON", method.request),
        _folded("The answer as JSON", method.answer),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(method: Method) -> str:
    """With the API's own name: those who come from its documentation look for that."""
    name = method.it.name
    told = f"## {method.name} `{method.operation.path}`"
    return f'{told} {{ #{name} data-toc-label="{name}" }}'


def _told(description: str) -> str:
    """Without what stands among the facts: deprecation and source."""
    parts = description.split("\n\n")
    return "\n\n".join(it for it in parts if not it.startswith(("Deprecated ", "[What Mews says")))


def _warning(operation: Operation[Any], places: Places) -> Iterator[str]:
    if told := operation.deprecated:
        until = f", and switched off on {_day(told.until)}" if told.until else ""
        use = f" Use {places.linked(told.use)} instead." if told.use else ""
        yield f'!!! warning "Deprecated"\n\n    By the API since {_day(told.since)}{until}.{use}'


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _facts(method: Method, places: Places) -> Iterator[str]:
    operation = method.operation
    source = method.described["externalDocs"]["url"]
    yield _REPEATED[operation.kind]
    for rule in operation.request.rules:
        yield from _rule(rule)
    yield _PORTFOLIO[operation.portfolio]
    given = f"Gives {type_words(str(method.it.returns), places)}"
    if isinstance(operation, PagedOperation):
        given += f"; each page is a {places.link(operation.result.__name__)}"
    yield f"{given}."
    raised = ["InvalidRequestError"]
    if operation.kind is Kind.WRITE:
        raised.append("OutcomeUnknownError")
    links = ", ".join(places.link(name) for name in raised)
    yield f"Raises {links}, and what else a {places.link('MewsError')} can be."
    yield f"[What Mews says of it]({source})."


def _rule(rule: object) -> Iterator[str]:
    match rule:
        case AnyOf(alternatives=alternatives):
            ways = [" with ".join(f"`{name}`" for name in names) for names in alternatives]
            yield f"Needs at least one of {_or(ways)}."
        case ExactlyOne(names=names):
            yield f"Needs exactly one of {_or([f'`{name}`' for name in names])}."
        case AtMost(name=name, items=items, beside=beside):
            yield f"Takes at most {items} `{name}` together with `{beside}`."
        case _:
            raise TypeError(f"no request has had a {type(rule).__name__} yet: say it in words")


def _or(ways: list[str]) -> str:
    *others, last = ways
    return f"{', '.join(others)} or {last}" if others else last


def _folded(title: str, value: Json) -> str:
    lines = msgspec.json.format(_plain(value), indent=2).splitlines()
    block = "\n".join(f"    {line}" for line in ["```json", *lines, "```"])
    return f'??? quote "{title}"\n\n{block}'


def _example(holder: Json) -> Json:
    told: Json = holder["content"]["application/json"]["example"]
    return told


def _plain(value: Json) -> str:
    return msgspec.json.Encoder(decimal_format="number").encode(value).decode()
