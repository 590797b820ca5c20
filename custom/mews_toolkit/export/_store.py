"""The files of one export: the one that is asked for, the working file, the resume file.

Nothing here is async: it is run in threads, one call after the other.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from mews_connector import Clock
from mews_toolkit.export._asked import Asked
from mews_toolkit.export._begun import Begun
from mews_toolkit.export._errors import ExportError
from mews_toolkit.export._exported import Exported
from mews_toolkit.export._files import temporary
from mews_toolkit.export._formats import Format
from mews_toolkit.export._working_file import WorkingFile

__all__ = ["Paths", "Store"]

# As many as a page has at most: where pages overlap, it is with the one before.
_REMEMBERED = 1000


@frozen
class Paths:
    """Where they are.

    Attributes:
        file: The one that is asked for: whole, at the end of each run.
    """

    file: Path

    @property
    def working(self) -> Path:
        """What is appended to."""
        return self.file.with_name(f"{self.file.name}.part")

    @property
    def resume(self) -> Path:
        """How far the working file is good, and where the next page begins."""
        return self.file.with_name(f"{self.file.name}.resume")

    def begun(self) -> Begun | None:
        """What the resume file says."""
        return Begun.read(self.resume)


class Store:
    """Takes rows, and knows what of them is safe.

    Attributes:
        begun: How far it is, the rows included that a crash of the machine could lose.
    """

    def __init__(
        self, file: Path, asked: Asked, form: Format, *, every: float, clock: Clock
    ) -> None:
        """Sets it up; `look` and then `open` make it ready."""
        self.begun = asked.begun()
        self._asked = asked
        self._paths = Paths(file)
        self._form = form
        self._every = every
        self._clock = clock
        self._known: Begun | None = None
        self._working: WorkingFile | None = None
        self._checked = 0.0
        # The last rows of an earlier run, which the paginator of this one has not seen.
        self._there: frozenset[str] = frozenset()

    def look(self, *, resume: bool, overwrite: bool) -> Exported | None:
        """Finds out from where on to export; gives the export if there is nothing left to do.

        Raises:
            ExportError: There are files that would be lost, or are of something else.
        """
        paths = self._paths
        if overwrite:
            return None
        self._known = paths.begun()
        if self._known is None:
            self._refuse_strangers()
        elif resume:
            self._asked.check(self._known, paths.file)
            self.begun = self._known
            self._there = frozenset(self.begun.last)
            return self._finished()
        elif not self._known.is_finished:
            raise ExportError(
                f"{paths.file} was broken off after {self._known.rows:,} rows;"
                " resume it, or overwrite it to begin anew"
            )
        elif paths.file.exists() or paths.working.exists():
            raise ExportError(
                f"{paths.file} is finished, with {self._known.rows:,} rows;"
                " overwrite it to begin anew"
            )
        return None

    def _refuse_strangers(self) -> None:
        for file in (self._paths.file, self._paths.working):
            if file.exists():
                raise ExportError(
                    f"{file} exists, and no {self._paths.resume.name} says what it is;"
                    " overwrite it, or choose another name"
                )

    def _finished(self) -> Exported | None:
        # With the working file, the last step of all is missing.
        if not self.begun.is_finished or self._paths.working.exists():
            return None
        if not self._paths.file.exists():
            raise ExportError(
                f"{self._paths.file} was finished, with {self.begun.rows:,} rows, and taken away"
                " since; overwrite it to begin anew"
            )
        return self._exported()

    def open(self, *, overwrite: bool) -> None:
        """Makes the files ready: what the resume file does not vouch for is dropped.

        Raises:
            ExportError: Another export is at work there, or rows are missing.
        """
        working = WorkingFile(self._paths.working)
        is_new = not working.size
        try:
            if not overwrite:
                self._check(working)
            if self.begun.position == 0:
                # Said first, so that nobody takes the working file for a stranger's.
                self._checkpoint(working)
            # What a crash left half made.
            temporary(self._paths.file).unlink(missing_ok=True)
            working.cut(self.begun.position)
            if self.begun.position == 0:
                self._append(working, self._form.header)
        except BaseException:
            if is_new:
                self._paths.working.unlink()
            working.close()
            raise
        self._checked = self._clock.monotonic()
        self._working = working

    def _check(self, working: WorkingFile) -> None:
        if self._paths.begun() != self._known:
            raise ExportError(f"{self._paths.file} was just changed by another export")
        if working.size < self.begun.position:
            raise ExportError(f"{self._paths.working} has lost rows; overwrite it to begin anew")
        if self.begun.position and not working.begins_with(self._form.header):
            raise ExportError(
                f"{self._paths.file} was begun by a version that has other columns;"
                " overwrite it to begin anew"
            )

    def take(self, rows: Sequence[Any], resume: str | None, windows_done: int) -> None:
        """Appends the rows of a page, after which the paginator goes on from here."""
        # None if something goes wrong: how much of the page is there, nobody knows then.
        working, self._working = self._opened(), None
        try:
            keyed = [(self._asked.key(row), row) for row in rows]
            new = [(key, row) for key, row in keyed if key not in self._there]
            self._append(working, self._form.encode(row for _, row in new))
            self.begun = attrs.evolve(
                self.begun,
                rows=self.begun.rows + len(new),
                resume=resume,
                last=() if resume is None else self._last(key for key, _ in new),
                windows_done=windows_done,
                is_finished=resume is None,
            )
            if self._clock.monotonic() - self._checked >= self._every:
                self._checkpoint(working)
        except BaseException:
            working.close()
            raise
        self._working = working

    def _last(self, keys: Iterable[str]) -> tuple[str, ...]:
        return (*self.begun.last, *keys)[-_REMEMBERED:]

    def stop(self) -> None:
        """Puts what there is into the file, to be gone on with; without any row, nothing is left.

        What could not be written by then is left to the next run.
        """
        if self._working is None:
            return
        if self.begun.is_finished:
            self.finish()
            return
        with closing(self._working) as working:
            if self.begun.resume is None:
                self._paths.resume.unlink()
                self._paths.working.unlink()
                return
            self._checkpoint(working)
            self._form.publish(self._paths.working, self._paths.file)

    def finish(self) -> Exported:
        """Makes the file of all rows."""
        with closing(self._opened()) as working:
            # Before the file itself: a crash between the two is made good by the next run.
            self._checkpoint(working)
            if os.name != "posix":
                # There what is open cannot take another name.
                working.close()
            self._form.finish(self._paths.working, self._paths.file)
        return self._exported()

    def _exported(self) -> Exported:
        return Exported(file=self._paths.file, rows=self.begun.rows, new_rows=0)

    def _opened(self) -> WorkingFile:
        if self._working is None:
            raise ValueError("it is not open")
        return self._working

    def _append(self, working: WorkingFile, content: bytes) -> None:
        working.append(content)
        self.begun = attrs.evolve(self.begun, position=self.begun.position + len(content))

    def _checkpoint(self, working: WorkingFile) -> None:
        working.sync()
        self.begun.write(self._paths.resume)
        self._checked = self._clock.monotonic()
