"""Work in a thread of its own, for what would hang if it went wrong."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

__all__ = ["in_thread"]

ValueT = TypeVar("ValueT")


def in_thread(work: Callable[[], ValueT]) -> Future[ValueT]:
    """What `work` will come to. A deadlock in it fails one test and not the whole run."""
    outcome: Future[ValueT] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it is for whoever asks for the result
            outcome.set_exception(error)

    Thread(target=run, daemon=True).start()
    return outcome
