"""`mews payments list` and its likes, one for every paginated operation."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import aclosing
from typing import Any

import click

from mews_connector import errors
from mews_toolkit.cli._complaint import ComplaintError, complaint_about
from mews_toolkit.cli._connect import connect
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._in_options import in_options
from mews_toolkit.cli._listings import Listing
from mews_toolkit.cli._records import Records
from mews_toolkit.cli._search import Search
from mews_toolkit.cli._settings import Settings, settings_of, shared_options
from mews_toolkit.cli._writers import Writer, writer
from mews_toolkit.export import columns_of, row_as_json, text_of

__all__ = ["list_command"]


def list_command(listing: Listing) -> click.Command:
    """The command that lists."""
    search = Search.of(listing)
    described = listing.method.described

    @click.pass_context
    def run(context: click.Context, /, **given: Any) -> None:
        settings = settings_of(context)
        again = ""
        if search.lacks_end(given):
            search.end_now(settings, given)
            # Resumed later, the span would otherwise be another one.
            again = f"--until {text_of(given['until'])} "
        keywords = search.keywords(settings, given)
        keywords |= {"resume": given["resume"], "page_size": given["page_size"]}
        records = Records(columns_of(listing.row), row_as_json)
        if given["columns"] is not None:
            records = records.only(given["columns"])
        rows = writer(settings, records)
        options = search.typed(given)
        listed = _list(
            settings, listing, keywords, rows, limit=given["limit"], again=again, options=options
        )
        asyncio.run(listed)
        rows.close()

    return click.Command(
        listing.name,
        callback=run,
        params=[
            *search.options(),
            click.Option(["--limit"], type=click.IntRange(1), help="End after so many rows."),
            search.page_size(),
            click.Option(
                ["--columns"], metavar="A,B,...", help="Only these columns, as --csv names them."
            ),
            click.Option(["--resume"], help="Go on where the error that told this broke off."),
            *shared_options(),
        ],
        help=f"{described.summary}\n\n{described.description}",
        short_help=described.summary,
    )


async def _list(
    settings: Settings,
    listing: Listing,
    keywords: dict[str, Any],
    rows: Writer,
    *,
    limit: int | None,
    again: str,
    options: Mapping[str, str],
) -> None:
    left = limit
    if left is not None:
        keywords["page_size"] = min(left, keywords["page_size"])
    async with connect(settings) as mews:
        written = False
        try:
            with in_options(options):
                paginator = listing.method.of(mews)(**keywords)
                async with aclosing(paginator.pages()) as pages:
                    async for page in pages:
                        _check_enterprises(settings, page.items)
                        rows.write(page.items[:left])
                        written = True
                        if left is not None:
                            left -= len(page.items)
                            if left <= 0:
                                return
        except errors.MewsError as error:
            if not written or error.resume is None:
                raise
            then = f"all rows until then were written; go on with {again}--resume {error.resume}"
            raise complaint_about(error, then=then) from error


def _check_enterprises(settings: Settings, rows: Iterable[Any]) -> None:
    """What an access token of one enterprise is asked of others it may answer with its own rows.

    Raises:
        ComplaintError: It did.
    """
    if not settings.enterprises:
        return
    # Older answers tell some rows without their enterprise.
    others = {getattr(it, "enterprise_id", None) for it in rows} - {None, *settings.enterprises}
    if others:
        came = ", ".join(sorted(map(str, others)))
        line = f"--enterprise: rows of {came} came instead, whose access token it seems to be"
        raise ComplaintError(line, ExitCode.SETUP)
