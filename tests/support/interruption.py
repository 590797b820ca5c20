"""Cancelling a task at an exact point of its way, that of the tasks it starts included."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Generator
from typing import Any

__all__ = ["interrupted"]


async def interrupted(
    coroutine: Coroutine[Any, Any, object], at: int, *, at_wakening: bool
) -> bool:
    """Runs it as a task, and cancels that when it or a task of its own waits for the time `at`.

    The cancellation comes while it waits or, `at_wakening`, together with what it waits for.
    False when it was through before it waited that often.
    """
    loop = asyncio.get_running_loop()
    interruption = _Interruption(at, at_wakening=at_wakening)
    loop.set_task_factory(interruption.start)
    try:
        task = interruption.task = loop.create_task(coroutine)
        await asyncio.wait([task])
    finally:
        loop.set_task_factory(None)
    assert task.cancelled() == interruption.was_heard, "the cancellation was swallowed"
    if not task.cancelled():
        task.result()
    return interruption.was_heard


class _Interruption:
    def __init__(self, at: int, *, at_wakening: bool) -> None:
        self.task: asyncio.Task[Any] | None = None
        self.was_heard = False
        self._waits_to_come = at
        self._at_wakening = at_wakening

    def start(
        self, loop: asyncio.AbstractEventLoop, coroutine: Any, **keywords: Any
    ) -> asyncio.Task[Any]:
        task = asyncio.Task(_run(coroutine, self), loop=loop, **keywords)
        # Cancelled before its first step, it would leave behind what it never awaited.
        task.add_done_callback(lambda _: coroutine.close())
        return task

    def before_wait(self, signal: asyncio.Future[Any] | None) -> None:
        self._waits_to_come -= 1
        if self._waits_to_come:
            return
        if not self._at_wakening:
            self._strike()
        elif signal is None:
            asyncio.get_running_loop().call_soon(self._strike)
        else:
            # This callback comes before the one that wakes the task up.
            signal.add_done_callback(lambda _: self._strike())

    def _strike(self) -> None:
        assert self.task is not None
        self.was_heard = self.task.cancel()


async def _run(coroutine: Coroutine[Any, Any, Any], interruption: _Interruption) -> Any:
    return await _Steps(coroutine, interruption)


class _Steps:
    def __init__(self, coroutine: Coroutine[Any, Any, Any], interruption: _Interruption) -> None:
        self._coroutine = coroutine
        self._interruption = interruption

    def __await__(self) -> Generator[Any, Any, Any]:
        steps = self._coroutine.__await__()
        raised: BaseException | None = None
        while True:
            try:
                signal = steps.send(None) if raised is None else steps.throw(raised)
            except StopIteration as end:
                return end.value
            raised = None
            self._interruption.before_wait(signal)
            try:
                yield signal
            except BaseException as error:  # noqa: BLE001 - handed on
                raised = error
