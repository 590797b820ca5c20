"""The first page of the reference: every operation, and where the rest is."""

from __future__ import annotations

from collections.abc import Iterable

from mews_docs.operation_pages import Method
from mews_docs.places import Places
from mews_docs.wording import first_sentence

__all__ = ["index_page"]

_LINE = "\n"
_PERMISSIONS = (
    "Which of them a token may use is set up in Mews; [`mews doctor`](../cli.md#the-doctor) tries"
    " those that read. What it may not use raises an"
)


def index_page(methods: Iterable[Method], pages: dict[str, str], places: Places) -> str:
    """The page."""
    # A table of names this long would not fit on a phone.
    operations = [
        f"- {places.link(f'mews.{it.name}')}: {first_sentence(it.it, places)} A {_kind(it)}."
        for it in methods
    ]
    others = [
        f"- [{text.partition(_LINE)[0].removeprefix('# ')}]({path.removeprefix('reference/')})"
        for path, text in pages.items()
        if path.count("/") == 1
    ]
    return "\n".join(
        [
            "# Reference\n",
            "Made from the code of this version.\n",
            *others,
            "\n## Operations\n",
            f"{_PERMISSIONS} {places.link('UnauthorizedError')}.\n",
            *operations,
            "",
        ]
    )


def _kind(method: Method) -> str:
    kind = method.operation.kind.value
    return f"{kind}, deprecated" if method.operation.deprecated else kind
