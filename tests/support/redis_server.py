"""A Redis of the tests' own, on loopback, which can be stopped, held and started anew."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import attrs
import pytest

__all__ = ["RedisServer", "redis_binary"]


def redis_binary() -> str:
    """Where redis-server is; the test is skipped without it, but on CI that is an error."""
    found = shutil.which("redis-server")
    if found is None:
        lack = "redis-server is not installed (Debian: apt-get install redis-server)"
        if os.environ.get("CI") == "true":
            pytest.fail(lack)
        pytest.skip(lack)
    return found


def _free_port() -> int:
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        port: int = it.getsockname()[1]
        return port


@attrs.define
class RedisServer:
    """One that forgets everything when it stops."""

    folder: Path
    binary: str = attrs.field(factory=redis_binary)
    port: int = attrs.field(factory=_free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        settings = {
            "port": self.port,
            "bind": "127.0.0.1",
            "save": "",
            "appendonly": "no",
            "dir": self.folder,
            "logfile": self.folder / "redis.log",
        }
        words = [word for name, value in settings.items() for word in (f"--{name}", str(value))]
        self._process = subprocess.Popen([self.binary, *words])  # noqa: S603 - found by name
        ends = time.monotonic() + 10
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                assert time.monotonic() < ends, "redis-server does not listen"
                assert self._process.poll() is None, "redis-server ended at once"
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        if self._process is not None:
            # One that is held could not end otherwise.
            self._process.send_signal(signal.SIGCONT)
            self._process.kill()
            self._process.wait()
            self._process = None

    def hold(self) -> None:
        """It keeps its connections and takes new ones, and answers nothing."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def tell(self, *words: str) -> str:
        """One command, such as `SCRIPT FLUSH`, and the first 64 KiB of the answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
            connection.sendall(" ".join(words).encode() + b"\r\n")
            return connection.recv(65536).decode()

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)
