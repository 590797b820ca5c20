from __future__ import annotations

import asyncio
import os
import threading
from pathlib import Path

from ._journal import JournalRecord
from ._validators import must_be

__all__ = ["JsonLinesJournal"]

_APPEND = os.O_RDWR | os.O_APPEND


class JsonLinesJournal:
    """An audit journal in a file: one JSON object on each line, on the disk before it goes on.

    The file is made when the first record comes, for its owner alone (mode 0600); one that is
    there is appended to, with the permissions that it has. It is opened anew for each record, so it
    may be moved away at any time. Clients, event loops and threads may share one journal; a record
    is appended in one piece, so several processes may share a file on a local disk as well.

    Nothing is left half-written by a cancellation. What a crash or a full disk left of a line is
    closed off by the next record, which begins on a line of its own.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Sets it up; the disk is not touched.

        Args:
            path: The file. A relative one goes by the folder that is the current one now, and stays
                the same file.

        Raises:
            ConfigurationError: It is no path.
        """
        must_be((str, os.PathLike), "path", path, "a path, such as 'journal.jsonl'")
        self.path: Path = Path(path).absolute()
        self._lock = threading.Lock()

    async def write(self, record: JournalRecord) -> None:
        """Appends the record, and waits until the disk has it.

        Raises:
            OSError: It could not be written.
        """
        # The disk may take its time, and the event loop has others to serve. A thread is not
        # stopped by a cancellation, so the line is whole anyway.
        await asyncio.to_thread(self._append, record.to_json() + b"\n")

    def _append(self, line: bytes) -> None:
        with self._lock:
            file = self._opened()
            try:
                whole = line if _is_at_line_start(file) else b"\n" + line
                if os.write(file, whole) != len(whole):
                    raise OSError(f"{self.path}: the disk took only a part of the record")
                os.fsync(file)
            finally:
                os.close(file)

    def _opened(self) -> int:
        try:
            return os.open(self.path, _APPEND)
        except FileNotFoundError:
            file = os.open(self.path, _APPEND | os.O_CREAT, 0o600)
        try:
            _keep_name(self.path)
        except BaseException:
            os.close(file)
            raise
        return file

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"


def _is_at_line_start(file: int) -> bool:
    end = os.lseek(file, 0, os.SEEK_END)
    if end == 0:
        return True
    os.lseek(file, end - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"


def _keep_name(path: Path) -> None:
    """Makes a new file's name durable as well: that stands in its folder."""
    if os.name != "posix":
        # Folders cannot be opened elsewhere, and names are kept with the file.
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
