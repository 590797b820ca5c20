"""Threads on virtual time, which does not wait for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

__all__ = ["at_once"]


def at_once(_: Executor | None, work: Callable[..., Any], *arguments: Any) -> asyncio.Future[Any]:
    """As a loop's `run_in_executor`, with the work done by the time it returns."""
    done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    try:
        done.set_result(work(*arguments))
    except Exception as error:  # noqa: BLE001 - it is for whoever awaits it
        done.set_exception(error)
    return done
