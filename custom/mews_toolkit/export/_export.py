"""The rows of a query in a file."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Any, ParamSpec, TypeAlias
from urllib.parse import quote

import attrs
from attrs import field, frozen

from mews_connector import Clock, MewsClient, Paginator, errors
from mews_toolkit.export._asked import Asked
from mews_toolkit.export._begun import Begun
from mews_toolkit.export._exported import Exported
from mews_toolkit.export._formats import format_for
from mews_toolkit.export._limit_wait import LimitWait
from mews_toolkit.export._progress import ExportProgress, Pace
from mews_toolkit.export._store import Paths, Store
from mews_toolkit.export._uninterrupted import uninterrupted
from mews_toolkit.portfolio import Outcomes, each

__all__ = ["Export"]

P = ParamSpec("P")
Listing: TypeAlias = Callable[[MewsClient], Callable[P, Paginator[Any, Any]]]

_logger = logging.getLogger("mews_connector")
_NO_NAME = re.compile(r"[^\w .-]")


def _absolute(path: str | os.PathLike[str]) -> Path:
    return Path(path).absolute()


@frozen
class Export:
    """An export: the file, and what may become of what is there already.

    Attributes:
        out: The file; its name ends in `.jsonl`, `.csv` or `.parquet`.
        resume: Whether to go on with an export of the same query that broke off. If it is finished
            nothing is read; if there is none it is begun.
        overwrite: Whether to begin anew whatever is there.
        on_progress: Told after each page how far it is. What it raises breaks the export off.
        wait: What the client has as its `on_event`, to tell how long the limit was waited for.
        checkpoint: After how many seconds, at the earliest, pages are made safe from a crash; those
            that came since are read again.
        clock: Measures the time.

    Raises:
        ConfigurationError: The name ends in no form, what writes the form is not installed, or
            resume and overwrite contradict each other.
    """

    out: Path = field(converter=_absolute)
    resume: bool = field(default=False, kw_only=True)
    overwrite: bool = field(default=False, kw_only=True)
    on_progress: Callable[[ExportProgress], None] | None = field(default=None, kw_only=True)
    wait: LimitWait | None = field(default=None, kw_only=True)
    checkpoint: float = field(default=1.0, kw_only=True)
    clock: Clock = field(factory=Clock, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.resume and self.overwrite:
            raise errors.ConfigurationError("resume and overwrite contradict each other")
        # The first that somebody hears of a missing extra is not after hours of reading.
        format_for(self.out)

    def begun(self) -> Begun | None:
        """What is known of an export to this file that was begun, finished or not.

        Raises:
            ExportError: The resume file cannot be read.
        """
        return Paths(self.out).begun()

    async def run(
        self,
        mews: MewsClient,
        listing: Listing[P],
        /,
        *args: P.args,  # noqa: ARG002 - no method of the client takes any
        **filters: P.kwargs,
    ) -> Exported:
        """Writes all rows into the file.

        Broken off by an error or a cancellation, it leaves the rows so far in the file, and what to
        go on from beside it; rows of a page that was not read to its end are in neither.

        Args:
            mews: The client.
            listing: Which method is asked: `lambda mews: mews.payments.get_all`.
            *args: None, since the methods take keywords alone.
            **filters: What the method is told, all but `resume`.

        Raises:
            ExportError: There are files that would be lost, or are of something else.
            OSError: A file could not be written.
            MewsError: Whatever kept a page from being read.
        """
        return await self._run(mews, listing(mews), filters, source="")

    async def run_each(
        self,
        clients: MewsClient | Mapping[str, MewsClient],
        listing: Listing[P],
        /,
        *args: P.args,  # noqa: ARG002 - no method of the client takes any
        **filters: P.kwargs,
    ) -> Outcomes[Any, Exported]:
        """The same for each enterprise, into a file of its own, four at a time.

        Of `payments.csv` it makes `payments.North.csv` and so on, by the client's label or the
        enterprise's id, each with a resume file of its own: one that fails loses nothing of the
        others, and when it is run again with `resume` only what is missing is read.

        Args:
            clients: The client of a portfolio token; or clients by label, such as a `Fleet`.
            listing: Which method is asked: `lambda mews: mews.payments.get_all`.
            *args: None, since the methods take keywords alone.
            **filters: What the method is told, all but `resume`.

        Raises:
            MewsError: The enterprises of the portfolio could not be listed.
        """
        if isinstance(clients, MewsClient):
            return await each(
                clients,
                lambda mews: self._run_one(str(mews.enterprise_id), mews, listing(mews), filters),
            )
        # Views, since two labels may have one client.
        views = {label: mews.with_options() for label, mews in clients.items()}
        labels = {id(view): label for label, view in views.items()}
        return await each(
            views, lambda mews: self._run_one(labels[id(mews)], mews, listing(mews), filters)
        )

    async def _run_one(
        self,
        source: str,
        mews: MewsClient,
        method: Callable[..., Paginator[Any, Any]],
        filters: Mapping[str, object],
    ) -> Exported:
        name = _NO_NAME.sub(lambda it: quote(it[0], safe=""), source)
        out = self.out.with_name(f"{self.out.stem}.{name}{self.out.suffix}")
        one = attrs.evolve(self, out=out)
        return await one._run(mews, method, filters, source=source)  # noqa: SLF001 - of this class

    async def _run(
        self,
        mews: MewsClient,
        method: Callable[..., Paginator[Any, Any]],
        filters: Mapping[str, Any],
        *,
        source: str,
    ) -> Exported:
        if "resume" in filters:
            raise errors.InvalidRequestError("resume: the export itself knows where to go on")
        asked = Asked.of(mews, method, filters, source=source)
        form = await uninterrupted(format_for(self.out), asked.columns)
        store = Store(self.out, asked, form, every=self.checkpoint, clock=self.clock)
        done = await uninterrupted(store.look, resume=self.resume, overwrite=self.overwrite)
        if done is not None:
            return done
        before = store.begun
        paginator = method(**filters, resume=before.resume)
        try:
            await uninterrupted(store.open, overwrite=self.overwrite)
            if not before.is_finished:
                await self._walk(paginator, store, source)
        except BaseException:
            await self._stop(store)
            raise
        done = await uninterrupted(store.finish)
        return attrs.evolve(done, new_rows=done.rows - before.rows)

    async def _walk(self, paginator: Paginator[Any, Any], store: Store, source: str) -> None:
        before = store.begun
        pace = Pace(source, self.wait, self.clock, before)
        async with aclosing(paginator.pages()) as pages:
            async for page in pages:
                await uninterrupted(store.take, page.items, page.resume, page.parts_done)
                if self.on_progress is not None:
                    self.on_progress(pace.progress(store.begun, windows=page.parts))

    async def _stop(self, store: Store) -> None:
        """What ended the export counts for more than what its last step met."""
        try:
            await uninterrupted(store.stop)
        except Exception:
            _logger.exception("%s: the rows so far could not be put into it", self.out)
