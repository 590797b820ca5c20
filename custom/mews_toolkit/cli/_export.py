"""`mews export payments` and its likes, one for every paginated operation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from mews_connector import MewsClient, errors
from mews_toolkit.cli._complaint import ComplaintError, complaint_about
from mews_toolkit.cli._connect import connect
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._in_options import in_options
from mews_toolkit.cli._interruptible import run_interruptible
from mews_toolkit.cli._listings import Listing, listings_of, resource_names
from mews_toolkit.cli._meter import meter
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._search import Search
from mews_toolkit.cli._settings import Settings, settings_of, shared_options
from mews_toolkit.export import Export, Exported, ExportError, LimitWait, text_of
from mews_toolkit.portfolio import Outcomes

__all__ = ["command"]


class _Exports(click.Group):
    """What can be exported."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return [name for name, _ in _named()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        found = (listing for name, listing in _named() if name == cmd_name)
        return next((_export_command(cmd_name, it) for it in found), None)


def _named() -> Iterator[tuple[str, Listing]]:
    for resource in resource_names():
        for listing in listings_of(resource):
            name = resource.replace("_", "-") + listing.name.removeprefix("list")
            yield name, listing


def _export_command(name: str, listing: Listing) -> click.Command:
    search = Search.of(listing)

    @click.pass_context
    def run(context: click.Context, /, **given: Any) -> None:
        _run(settings_of(context), search, given)

    return click.Command(
        name,
        callback=run,
        params=[*search.options(), *_options(search), *shared_options()],
        short_help=listing.method.described.summary,
        help=(
            f"{listing.method.described.summary} All rows go into a file, whose name says its"
            " form: .jsonl, .csv or .parquet (pip install mews-connector[parquet]).\n\n"
            "Ctrl-C and errors leave the rows so far in the file; the same command with --resume"
            " goes on, without losing or repeating a row.\n\n"
            f"{listing.method.described.description}"
        ),
    )


def _options(search: Search) -> Iterator[click.Option]:
    yield click.Option(
        ["--out"],
        type=click.Path(path_type=Path, dir_okay=False),
        required=True,
        help="The file; its name ends in .jsonl, .csv or .parquet.",
    )
    for flag, told in (
        ("--resume", "Go on where an export to this file broke off, if one did."),
        ("--overwrite", "Begin anew, whatever there is."),
        (
            "--per-enterprise",
            "A file for each enterprise of the portfolio: of payments.csv, payments.<id>.csv.",
        ),
    ):
        yield click.Option([flag], is_flag=True, help=told)
    yield search.page_size()


def _run(settings: Settings, search: Search, given: dict[str, Any]) -> None:
    if settings.format is not None:
        raise click.UsageError("The name of --out says the form")
    if given["resume"] and given["overwrite"]:
        raise click.UsageError("--resume and --overwrite contradict each other")
    if given["per_enterprise"] and settings.enterprises:
        raise click.UsageError("--per-enterprise is about all of them: leave --enterprise out")
    wait = LimitWait()
    with meter(settings) as shown:
        job = _Job(
            settings,
            search,
            Export(
                given["out"],
                resume=given["resume"],
                overwrite=given["overwrite"],
                on_progress=shown.show,
                wait=wait,
            ),
            given,
            chooses_end=search.lacks_end(given),
        )
        files, failed = job.run(wait)
    for line in files:
        click.echo(f"mews: {printable(line)}", err=True)
    if failed is not None:
        raise failed


@frozen
class _Job:
    settings: Settings
    search: Search
    export: Export
    given: dict[str, Any]
    chooses_end: bool

    def run(self, wait: LimitWait) -> tuple[list[str], ComplaintError | None]:
        """Does it, and tells of each file; and what is to be said of those that failed."""
        if self.chooses_end:
            self._choose_end()
        keywords = self.search.keywords(self.settings, self.given)
        keywords["page_size"] = self.given["page_size"]
        try:
            if self.given["per_enterprise"]:
                return self._told(run_interruptible(self._each(wait, keywords)))
            return [self._said(run_interruptible(self._one(wait, keywords)))], None
        except KeyboardInterrupt:
            line = f"interrupted; {self._left() or 'no row was read'}"
            raise ComplaintError(line, ExitCode.INTERRUPTED) from None
        except (ExportError, errors.InvalidRequestError, BrokenPipeError):
            raise
        except errors.MewsError as error:
            # Of each enterprise it is told otherwise; here they could not even be listed.
            then = None if self.given["per_enterprise"] else self._left()
            raise complaint_about(error, then=then) from error
        except OSError as error:
            # Whether the file has them depends on how much did not fit.
            then = self._again() if self.export.begun() else None
            raise _about_disk(error, then=then) from error

    async def _one(self, wait: LimitWait, keywords: dict[str, Any]) -> Exported:
        method = self.search.listing.method
        async with connect(self.settings, on_event=wait) as mews:
            with in_options(self.search.typed(self.given)):
                named = self.settings.enterprises and not self.settings.portfolio
                if named and not self._is_done():
                    # What is wrong with the filters is told first, as it costs no request.
                    method.of(mews)(**keywords)
                    await self._check_token(mews)
                return await self.export.run(mews, method.of, **keywords)

    def _is_done(self) -> bool:
        begun = self.export.begun() if self.given["resume"] else None
        return begun is not None and begun.is_finished

    async def _check_token(self, mews: MewsClient) -> None:
        """An access token of one enterprise may answer with its own rows, whosever are asked for.

        Raises:
            ComplaintError: It is not that of an enterprise that was named.
        """
        asked = self.settings.enterprises
        opened = (await mews.configuration.get(enterprise_id=asked[0])).enterprise.id
        if opened not in asked:
            line = f"--enterprise: the access token seems to be that of {opened}"
            raise ComplaintError(line, ExitCode.SETUP)

    async def _each(self, wait: LimitWait, keywords: dict[str, Any]) -> Outcomes[Any, Exported]:
        method = self.search.listing.method
        async with connect(self.settings, on_event=wait) as mews:
            with in_options(self.search.typed(self.given)):
                # What is wrong with the filters is so for all of them.
                method.of(mews)(**keywords)
            return await self.export.run_each(mews, method.of, **keywords)

    def _choose_end(self) -> None:
        """Now; of an export that is gone on with, what was now then."""
        if not self.given["resume"]:
            self.search.end_now(self.settings, self.given)
        elif self.given["per_enterprise"]:
            raise click.UsageError("--resume with --per-enterprise needs --until, as it was told")
        else:
            begun = self.export.begun()
            end = None if begun is None else self.search.end_in(begun.query)
            if end is None:
                self.search.end_now(self.settings, self.given)
            else:
                self.given["until"] = end

    def _told(self, outcomes: Outcomes[Any, Exported]) -> tuple[list[str], ComplaintError | None]:
        files = [self._said(each) for each in outcomes.results.values()]
        first: ExitCode | None = None
        for enterprise, error in outcomes.failures.items():
            complaint = _about(error)
            files.append(f"{enterprise}: {complaint.line}")
            first = first or complaint.code
        if first is None:
            return files, None
        failed, all_ = len(outcomes.failures), len(files)
        return files, ComplaintError(
            f"{failed} of {all_} enterprises failed; {self._again()}", first
        )

    def _said(self, exported: Exported) -> str:
        file = self.given["out"].with_name(exported.file.name)
        rows = f"{exported.rows:,} rows in {file}"
        if exported.new_rows or not self.given["resume"]:
            return rows
        # Whoever left the end out may take them for all that there are by now.
        end = f", up to {text_of(self.given['until'])}" if self.chooses_end else ""
        return f"finished before: {rows}{end}"

    def _left(self) -> str | None:
        """What there is by now, and how to go on; None if there is nothing."""
        if self.given["per_enterprise"]:
            return self._again()
        begun = self.export.begun()
        if begun is None:
            return None
        if not begun.rows:
            return self._again()
        out = self.given["out"]
        part = out.with_name(f"{out.name}.part")
        if not part.exists():
            return f"all {begun.rows:,} rows are in {out}"
        # If it could not be written, that was told.
        there = out if out.exists() and not begun.is_finished else part
        return f"the first {begun.rows:,} rows are in {there}; {self._again()}"

    def _again(self) -> str:
        options = "--resume"
        if self.given["per_enterprise"] and self.given.get("until") is not None:
            options = f"--until {text_of(self.given['until'])} {options}"
        if self.given["overwrite"]:
            options = f"{options} in place of --overwrite"
        return f"the same command with {options} goes on"


def _about(error: Exception) -> ComplaintError:
    if isinstance(error, OSError):
        return _about_disk(error)
    if isinstance(error, errors.MewsError):
        return complaint_about(error)
    # A fault in this command.
    raise error


def _about_disk(error: OSError, *, then: str | None = None) -> ComplaintError:
    line = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return ComplaintError(f"{line}; {then}" if then else line, ExitCode.SETUP)


command = _Exports(
    "export",
    params=[*shared_options()],
    short_help="Write all rows into a file.",
    help="Writes all rows of a listing into a file, to be gone on with if it breaks off.",
)
