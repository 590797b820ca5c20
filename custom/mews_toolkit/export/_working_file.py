"""Where rows are until the export ends: a file that grows, and is cut back after a crash."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mews_toolkit.export._errors import ExportError

__all__ = ["WorkingFile"]

if sys.platform != "win32":
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
else:

    def _locked(_: int) -> bool:
        return True


class WorkingFile:
    """The file, open for this process alone."""

    def __init__(self, path: Path) -> None:
        """Opens it, or makes it.

        Raises:
            ExportError: Another export is writing to it.
        """
        self.path = path
        self._file = _opened(path)
        # An export that ended between the two has given what was opened its name, or removed it.
        while not _is_at(path, self._file):
            os.close(self._file)
            self._file = _opened(path)

    @property
    def size(self) -> int:
        """How long it is."""
        return os.fstat(self._file).st_size

    def begins_with(self, content: bytes) -> bool:
        """Whether it does."""
        os.lseek(self._file, 0, os.SEEK_SET)
        return os.read(self._file, len(content)) == content

    def cut(self, position: int) -> None:
        """Drops what lies behind."""
        os.ftruncate(self._file, position)
        os.lseek(self._file, position, os.SEEK_SET)

    def append(self, content: bytes) -> None:
        """Adds it at the end."""
        left = memoryview(content)
        try:
            while left:
                left = left[os.write(self._file, left) :]
        except OSError as error:
            error.filename = str(self.path)
            raise

    def sync(self) -> None:
        """Waits until the disk has it."""
        os.fsync(self._file)

    def close(self) -> None:
        """Lets go of it, once; more often does nothing."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)


def _opened(path: Path) -> int:
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    if not _locked(file):
        os.close(file)
        raise ExportError(f"{path} is being written by another export")
    return file


def _is_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file))
    except FileNotFoundError:
        return False
