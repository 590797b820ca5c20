"""Files that appear in one piece, and stay after a power cut."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["move", "put", "sync", "temporary"]


def temporary(file: Path) -> Path:
    """Where what is to become the file is written."""
    return file.with_name(f"{file.name}.tmp")


def put(content: bytes, file: Path) -> None:
    """Makes this the content of the file."""
    new = temporary(file)
    new.write_bytes(content)
    sync(new)
    move(new, file)


def move(new: Path, file: Path) -> None:
    """Puts it in the place of the file; its own content is on the disk by then."""
    new.replace(file)
    if os.name == "posix":
        # Names stand in the folder. Elsewhere folders cannot be opened, and names are kept.
        sync(file.parent)


def sync(file: Path) -> None:
    """Waits until the disk has it."""
    # Windows takes no handle that is not to be written with.
    handle = os.open(file, os.O_RDONLY if file.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
