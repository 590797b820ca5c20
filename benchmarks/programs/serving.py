"""Servers in processes of their own, so that they are no part of what is measured."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

__all__ = ["served"]


@contextmanager
def served(server: str, *arguments: object) -> Generator[str]:
    """The URL of one of the servers beside this file, which ends when this is left."""
    file = Path(__file__).with_name(f"{server}.py")
    with subprocess.Popen(  # noqa: S603 - this interpreter, and code from here
        [sys.executable, "-I", str(file), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield cast("IO[str]", process.stdout).readline().strip()
