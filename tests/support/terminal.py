"""The command `mews` on a terminal of its own, as somebody who types would see it."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager

__all__ = ["Terminal", "terminal"]

_PROGRAM = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from mews_toolkit.cli import main
sys.exit(main(sys.argv[1:]))
"""
_PATIENCE = 20.0


class Terminal:
    """Both sides of a terminal: what is typed, and what is on it."""

    def __init__(self, side: int, process: subprocess.Popen[bytes]) -> None:
        self._side = side
        self._process = process
        self._shown = b""

    def type(self, keys: str) -> None:
        """Types them; `\\x03` is Ctrl-C."""
        os.write(self._side, keys.encode())

    def until(self, condition: Callable[[str], object]) -> str:
        """What is shown as soon as that is so."""
        ends = time.monotonic() + _PATIENCE
        while not condition(self.text):
            assert time.monotonic() < ends, f"not shown in time: {self.text}"
            self._read(0.02)
        return self.text

    def ended(self) -> int:
        """The exit code, once everything is shown."""
        ends = time.monotonic() + _PATIENCE
        while self._read(0.02) or self._process.poll() is None:
            assert time.monotonic() < ends, f"not ended in time: {self.text}"
        return self._process.wait()

    @property
    def text(self) -> str:
        """All that was shown so far, with the terminal's own line breaks undone."""
        return self._shown.decode().replace("\r\n", "\n")

    def _read(self, wait: float) -> bool:
        if not select.select([self._side], [], [], wait)[0]:
            return False
        try:
            part = os.read(self._side, 65536)
        except OSError:  # how Linux says that the other side is closed
            return False
        self._shown += part
        return bool(part)


@contextmanager
def terminal(
    *arguments: str, width: int, variables: Mapping[str, str]
) -> Generator[Terminal, None, None]:
    """Runs the command on a terminal of this width, with these variables beside the usual ones."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    unset = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"}
    usual = {name: value for name, value in os.environ.items() if name not in unset}
    path = os.pathsep.join(sys.path)
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-c", _PROGRAM, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env=usual | {"TERM": "xterm-256color", "PYTHONPATH": path} | dict(variables),
    )
    os.close(theirs)
    try:
        yield Terminal(ours, process)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
