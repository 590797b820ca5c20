"""What a listing is asked, as options say it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import click
from attrs import frozen

from mews_toolkit.cli._filters import MainSpan, main_span
from mews_toolkit.cli._listings import Listing
from mews_toolkit.cli._moments import instant
from mews_toolkit.cli._settings import Settings

__all__ = ["Search"]


@frozen
class Search:
    """The filters of a listing, and --since and --until.

    Attributes:
        listing: What is asked.
        span: What --since and --until are short for, if there is such a span.
    """

    listing: Listing
    span: MainSpan | None

    @classmethod
    def of(cls, listing: Listing) -> Search:
        """That of a listing."""
        span = main_span(listing.filters)
        # What --since and --until can stand for may be left out itself.
        if span is not None:
            span.filter.option.required = False
        return cls(listing, span)

    def options(self) -> Iterator[click.Option]:
        """What can be said."""
        if self.span is not None:
            yield from self.span.options
        for each in self.listing.filters:
            yield each.option

    @staticmethod
    def page_size() -> click.Option:
        """How rows are asked for."""
        return click.Option(
            ["--page-size"],
            type=click.IntRange(1, 1000),
            default=1000,
            show_default=True,
            help="The most rows that one request asks for.",
        )

    @staticmethod
    def lacks_end(given: dict[str, Any]) -> bool:
        """Whether the span was left to end now."""
        return given.get("since") is not None and given["until"] is None

    @staticmethod
    def end_now(settings: Settings, given: dict[str, Any]) -> None:
        """Has it end now, in whole seconds.

        Raises:
            click.UsageError: It begins later than that.
        """
        given["until"] = now = datetime.now(UTC).replace(microsecond=0)
        if instant(given["since"], settings.zone) > now:
            raise click.UsageError("--since is still to come, so --until has to be told")

    def typed(self, given: Mapping[str, Any]) -> dict[str, str]:
        """From each keyword of the method to what was typed for it."""
        if self.span is None or given["since"] is None:
            return self.listing.options
        return self.listing.options | {self.span.filter.keyword: "--since and --until"}

    def end_in(self, query: Mapping[str, str]) -> date | None:
        """Where the span of an export ends, if it has one."""
        told = None if self.span is None else query.get(self.span.filter.keyword)
        if told is None:
            return None
        span: dict[str, str] = json.loads(told)
        if "End" in span:
            return date.fromisoformat(span["End"])
        return datetime.fromisoformat(span["EndUtc"])

    def keywords(self, settings: Settings, given: dict[str, Any]) -> dict[str, Any]:
        """What the method is told."""
        told = {each.keyword: given[each.keyword] for each in self.listing.filters}
        if self.span is not None:
            told[self.span.filter.keyword] = self.span.settled(given, settings.zone)
        keywords = {
            each.keyword: each.value(told[each.keyword], settings.zone)
            for each in self.listing.filters
            if told[each.keyword] not in (None, ())
        }
        if settings.enterprises:
            if not self.listing.takes_enterprises:
                raise click.UsageError("--enterprise does not narrow this")
            keywords["enterprise_ids"] = list(settings.enterprises)
        return keywords
