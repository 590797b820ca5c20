"""The reference: every page of it, by its path in the site."""

from __future__ import annotations

import json
import textwrap
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from attrs import frozen

from mews_docs.homes import homes
from mews_docs.index_page import index_page
from mews_docs.library import Library
from mews_docs.model_pages import ModelPages
from mews_docs.object_pages import ObjectPage
from mews_docs.operation_pages import Method, OperationPages
from mews_docs.places import Places

__all__ = ["Reference", "reference"]

_CONNECTOR = "mews_connector"
_CLIENT = (
    ObjectPage(
        "reference/client.md",
        "Client and settings",
        _CONNECTOR,
        ("MewsClient", "Environment", "RetryPolicy", "Transport", "aiohttp_client", "Clock"),
    ),
    ObjectPage(
        "reference/answers.md", "Answers", _CONNECTOR, ("Paginator", "Page", "UnknownVariant")
    ),
    ObjectPage(
        "reference/limits.md",
        "Rate limits",
        _CONNECTOR,
        ("RateLimit", "RateWindow", "RedisRateWindow", "Limiter", "Slot"),
    ),
    ObjectPage(
        "reference/events.md",
        "Events and journal",
        _CONNECTOR,
        (
            *("AttemptEvent", "CallEvent", "Event", "AttemptBegun", "CallBegun", "Observer"),
            *("JsonLinesJournal", "Journal", "JournalRecord", "JournalAmount", "WriteOutcome"),
        ),
    ),
)


@frozen
class Reference:
    """The pages by their paths, and the operations that they tell of."""

    pages: dict[str, str]
    methods: list[Method]


def reference(root: Path) -> Reference:
    """What is made from the sources below the root of the project."""
    library = Library(root)
    text = files("mews_connector").joinpath("openapi.json").read_text("utf-8")
    operations = OperationPages(library, json.loads(text, parse_float=Decimal))
    models = ModelPages(library, homes(root / "openapi"), operations.methods)
    objects = [*_CLIENT, _errors(library), *_toolkit(library)]
    places = Places(
        operations.places()
        | models.places()
        | {name: place for page in reversed(objects) for name, place in page.places().items()}
    )
    pages = dict(operations.written(places)) | dict(models.written(places))
    pages |= {page.path: page.written(library, places) for page in objects}
    index = "reference/index.md"
    first = index_page(operations.methods, pages, places.on(index))
    return Reference({index: first} | pages, operations.methods)


def _errors(library: Library) -> ObjectPage:
    docstring = library.named("mews_runtime.errors").docstring
    told = docstring.value.partition("\n\n")[2] if docstring else ""
    tree, _, rest = told.rpartition("\n\n")
    errors = dict(library.exported("mews_runtime.errors"))
    return ObjectPage(
        "reference/errors.md",
        "Errors",
        "mews_runtime.errors",
        # From the root down, as the file has them.
        tuple(sorted(errors, key=lambda name: errors[name].lineno or 0)),
        f"```text\n{textwrap.dedent(tree)}\n```\n\n{rest}",
    )


def _toolkit(library: Library) -> list[ObjectPage]:
    """A page for each public module of the toolkit."""
    return [
        ObjectPage(
            f"reference/toolkit/{module}.md",
            f"mews_toolkit.{module}",
            f"mews_toolkit.{module}",
            tuple(name for name, _ in library.exported(f"mews_toolkit.{module}")),
            it.docstring.value.partition("\n\n")[0] if it.docstring else "",
        )
        for module, it in sorted(library.named("mews_toolkit").modules.items())
        # The command line has no names to import.
        if it.exports and module != "cli"
    ]
