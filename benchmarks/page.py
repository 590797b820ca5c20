"""The results in a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.result import Result
from benchmarks.table import as_markdown

__all__ = ["written_into"]

_BEGINNING = "<!-- Measured by `make bench`: {title} -->\n"
_END = "<!-- Measured until here -->\n"


def written_into(text: str, results: Iterable[Result], measured_on: str) -> str:
    """The page with each result in the place that its marks leave for it.

    Raises:
        ValueError: A result has no such place.
    """
    for result in results:
        title = result.suite.title
        before, beginning, rest = text.partition(_BEGINNING.format(title=title))
        _, end, after = rest.partition(_END)
        if not beginning or not end:
            place = f"{_BEGINNING.format(title=title).strip()} and {_END.strip()}"
            raise ValueError(f"there is no place for it between {place}")
        block = f"\n{as_markdown(result)}\n\n{measured_on}\n\n"
        text = before + beginning + block + end + after
    return text
