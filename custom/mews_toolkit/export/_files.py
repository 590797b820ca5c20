"""Files that appear in one piece, and stay after a power cut."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["move", "replacing", "temporary"]


def temporary(file: Path) -> Path:
    """Where what is to become the file is written."""
    return file.with_name(f"{file.name}.tmp")


@contextmanager
def replacing(file: Path) -> Generator[Path]:
    """Where to write what is to become the file; nothing is left of it if that fails."""
    new = temporary(file)
    try:
        yield new
        _sync(new)
        move(new, file)
    except BaseException as error:
        new.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno and not error.filename:
            # A full disk does not say by itself what did not fit.
            error.filename = str(file)
        raise


def move(new: Path, file: Path) -> None:
    """Puts it in the place of the file; its own content is on the disk by then."""
    new.replace(file)
    if os.name == "posix":
        # Names stand in the folder. Elsewhere folders cannot be opened, and names are kept.
        _sync(file.parent)


def _sync(file: Path) -> None:
    """Waits until the disk has it."""
    # Windows takes no handle that is not to be written with.
    handle = os.open(file, os.O_RDONLY if file.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
