"""Work in a thread of its own, for what would hang if it went wrong."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

__all__ = ["in_thread"]

ValueT = TypeVar("ValueT")


def in_thread(work: Callable[[], ValueT], *, at_most: float = 3.0) -> ValueT:
    """What `work` returns; an error when it takes longer than `at_most` seconds."""
    outcome: Future[ValueT] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it is the caller's
            outcome.set_exception(error)

    # A daemon, so that a deadlock fails its test and not the whole run.
    Thread(target=run, daemon=True).start()
    return outcome.result(at_most)
