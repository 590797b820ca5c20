"""Pages of models and of enums, by the resource whose fragment of the document has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import griffe
from attrs import frozen

from mews_connector import models
from mews_docs.catalogue_table import catalogue_table
from mews_docs.keywords import attributes
from mews_docs.library import Library
from mews_docs.operation_pages import Method
from mews_docs.places import Place, Places
from mews_docs.wording import text_of
from mews_runtime import OpenEnum

__all__ = ["ModelPages"]


@frozen
class ModelPages:
    """Every model and every enum, each on the page of its resource."""

    library: Library
    homes: dict[str, str]
    methods: list[Method]

    def places(self) -> dict[str, Place]:
        """Where each of them is told of."""
        return {name: Place(self._page(name), name) for name in models.__all__}

    def written(self, places: Places) -> Iterator[tuple[str, str]]:
        """Each page with its text."""
        requests = {it.operation.request.__name__: it for it in self.methods}
        pages: dict[str, list[str]] = {}
        for name in sorted(models.__all__):
            pages.setdefault(self._page(name), []).append(name)
        for page, names in sorted(pages.items()):
            there = places.on(page)
            parts = [f"# {_title(page)}\n", _introduction(page)]
            parts += [self._section(name, requests.get(name), there) for name in names]
            yield page, "\n".join(parts)

    def _section(self, name: str, request: Method | None, places: Places) -> str:
        it = self.library.named(f"mews_connector.models.{name}")
        parts = [f"## {name} {{ #{name} }}", text_of(it, places)]
        if request is not None:
            parts.append(f"The keywords of {places.link(f'mews.{request.name}')} as one object.")
        elif isinstance(it, griffe.Class) and _is_enum(name):
            parts.append(catalogue_table(_model(name), self.library, places))
        elif isinstance(it, griffe.Class):
            parts.append(attributes(it, places) or "It has no attributes of its own.")
        elif isinstance(it, griffe.Attribute):
            parts.append(f"It is a `{it.value}`.")
        return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"

    def _page(self, name: str) -> str:
        folder = "enums" if _is_enum(name) else "models"
        return f"reference/{folder}/{self.homes[name]}.md"


def _title(page: str) -> str:
    """The heading of a page: `reference/models/outlet_bills.md` is about Outlet bills."""
    stem = page.rpartition("/")[2].removesuffix(".md")
    kind = page.split("/")[1]
    return f"{stem.replace('_', ' ').capitalize()}: {kind}"


def _introduction(page: str) -> str:
    if "/enums/" in page:
        return (
            "Members are `str`, equal to their values. A value that this version does not know is"
            " still a member of its type, and `is_known` tells.\n"
        )
    return (
        "In JSON, names are in capitals and without underscores: `gross_value` is `GrossValue`.\n"
    )


def _model(name: str) -> Any:
    return getattr(models, name)


def _is_enum(name: str) -> bool:
    it = _model(name)
    return isinstance(it, type) and issubclass(it, OpenEnum)
