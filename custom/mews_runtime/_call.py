"""One call, from top to bottom.

Each of its attempts goes this way: a place among the concurrent requests -> a slot of the rate
window -> POST, the body read to its end -> classified by the retry table -> the result, a wait
and another attempt, or an error.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import define, field, frozen

from ._api_error import api_error
from ._connection import Answer, Connection
from ._events import AttemptEvent, CallEvent, is_followed, report
from ._limiter import Limiter, Slot
from ._operation import Kind
from ._options import Options
from ._payload import Payload
from ._retry_table import RETRY_TABLE, Action, Outcome, outcome_of_status
from .errors import (
    DeadlineExceededError,
    InvalidResponseError,
    MewsError,
    NotSentError,
    OutcomeUnknownError,
    ResponseLostError,
)

__all__ = ["Call", "Result"]

ValueT = TypeVar("ValueT")


@frozen
class Result(Generic[ValueT]):
    """What a call came to, and the id under which the server knows the request."""

    value: ValueT
    request_id: str | None


@frozen
class _Fault:
    """Why an attempt came to nothing."""

    outcome: Outcome
    error: MewsError
    retry_after: float | None = None


@define
class _Attempt:
    """The figures of one attempt, filled in as it goes."""

    number: int
    waited_for_retry: float
    waited_for_limiter: float = 0.0
    waited_for_server: float = 0.0
    status: int | None = None
    request_id: str | None = None
    error: str | None = None


@define(repr=False, kw_only=True)
class Call(Generic[ValueT]):
    """One call on its way; it runs once.

    Attributes:
        read: Makes the value of a successful answer, or raises InvalidResponseError.
    """

    connection: Connection
    limiter: Limiter
    options: Options
    path: str
    kind: Kind
    payload: Payload
    read: Callable[[Answer], ValueT]
    _attempts: list[_Attempt] = field(factory=list[_Attempt], init=False)
    _ends: float = field(default=0.0, init=False)
    _slept: float = field(default=0.0, init=False)

    async def run(self) -> Result[ValueT]:
        """Carries the call out.

        Raises:
            MewsError: As the retry table says.
        """
        self.connection.check_usable()
        self._ends = self._now() + self.options.retry.deadline
        error: str | None = None
        try:
            return await self._run()
        except BaseException as raised:
            error = _name(raised)
            raise
        finally:
            self._report_call(error)

    async def _run(self) -> Result[ValueT]:
        waited = 0.0
        last: MewsError | None = None
        while True:
            attempt = _Attempt(number=len(self._attempts) + 1, waited_for_retry=waited)
            self._attempts.append(attempt)
            outcome = await self._attempt(attempt, last)
            if isinstance(outcome, Result):
                return outcome
            delay = self._wait_before_next(attempt, outcome)
            last = outcome.error
            waited = await self._sleep(delay)

    async def _sleep(self, delay: float) -> float:
        begun = self._now()
        try:
            await asyncio.sleep(delay)
        finally:
            waited = self._now() - begun
            self._slept += waited
        return waited

    async def _attempt(self, attempt: _Attempt, last: MewsError | None) -> Result[ValueT] | _Fault:
        try:
            answer = await self._exchange(attempt, last)
            outcome = answer if isinstance(answer, _Fault) else self._result(attempt, answer)
            attempt.error = _name(outcome.error) if isinstance(outcome, _Fault) else None
        except BaseException as raised:
            attempt.error = _name(raised)
            raise
        finally:
            self._report_attempt(attempt)
        return outcome

    async def _exchange(self, attempt: _Attempt, last: MewsError | None) -> Answer | _Fault:
        slot: Slot | None = None
        # One scope for both waits; setting a timer is a good part of what a call costs here.
        scope = asyncio.timeout(self._left())
        try:
            async with scope:
                slot = await self._admitted(attempt, last)
                try:
                    return await self._answer(attempt, slot)
                finally:
                    self.connection.leave()
        except TimeoutError:
            if slot is not None:
                late = self._too_late("before the answer arrived")
                late.__cause__ = last
                return _Fault(Outcome.LOST, late)
            if not scope.expired():
                raise
            self._check_pause(last)
            raise self._too_late("before a slot of the rate window was free") from last

    async def _admitted(self, attempt: _Attempt, last: MewsError | None) -> Slot:
        begun = self._now()
        try:
            return await self.connection.enter(self.limiter, lambda: self._check_pause(last))
        finally:
            attempt.waited_for_limiter = self._now() - begun

    def _check_pause(self, last: MewsError | None) -> None:
        pause = self.limiter.paused_for
        if pause >= self._left():
            raise self._too_late(f"while the server wants {pause:.0f} s of quiet") from last

    async def _answer(self, attempt: _Attempt, slot: Slot) -> Answer | _Fault:
        begun = self._now()
        try:
            answer = await self.connection.post(
                self.path,
                self.payload,
                timeout=self.options.timeout,
                minimal=self.options.minimal_responses,
            )
        except NotSentError as error:
            slot.release()
            return _Fault(Outcome.NOT_SENT, error)
        except ResponseLostError as error:
            attempt.status, attempt.request_id = error.status, error.request_id
            return _Fault(Outcome.LOST, error)
        finally:
            slot.stamp()
            attempt.waited_for_server = self._now() - begun
        attempt.status, attempt.request_id = answer.status, answer.request_id
        return answer

    def _result(self, attempt: _Attempt, answer: Answer) -> Result[ValueT] | _Fault:
        outcome = outcome_of_status(answer.status)
        credentials = self.connection.credentials
        if outcome is not None:
            wait = answer.retry_after(self.connection.clock.utc())
            return _Fault(outcome, api_error(self.path, answer, wait, credentials), wait)
        try:
            return Result(self.read(answer), attempt.request_id)
        except InvalidResponseError as error:
            message, place = credentials.redact(error.message), error.path
        unreadable = InvalidResponseError(
            f"the answer cannot be read: {message}",
            operation=self.path,
            request_id=attempt.request_id,
            path=place,
            body=credentials.redact_bytes(answer.body),
        )
        return _Fault(Outcome.UNREADABLE, unreadable)

    def _wait_before_next(self, attempt: _Attempt, fault: _Fault) -> float:
        """Seconds until the next attempt; raises where the table or the policy allows none."""
        action = RETRY_TABLE[fault.outcome][self.kind]
        if action is Action.RAISE:
            raise fault.error
        if action is Action.RAISE_UNKNOWN:
            raise OutcomeUnknownError(
                f"it may or may not have been carried out: {fault.error.message};"
                " look the record up before you repeat it",
                operation=self.path,
                request_id=attempt.request_id,
                status=attempt.status,
            ) from fault.error
        policy = self.options.retry
        delay = fault.retry_after
        if not delay:
            delay = policy.delay(attempt.number, random.random())  # noqa: S311 - jitter is no secret
        if action is Action.PAUSE_AND_RETRY:
            self.limiter.pause(delay)
        if action is Action.HALVE_AND_RETRY and not self.payload.halve():
            raise fault.error
        if isinstance(fault.error, DeadlineExceededError) or attempt.number >= policy.attempts:
            raise fault.error
        if delay >= self._left():
            if fault.retry_after:
                raise fault.error
            raise self._too_late("before another attempt") from fault.error
        return delay

    def _now(self) -> float:
        return self.connection.clock.monotonic()

    def _left(self) -> float:
        return self._ends - self._now()

    def _too_late(self, when: str) -> DeadlineExceededError:
        return DeadlineExceededError(
            f"the deadline of {self.options.retry.deadline:g} s is over {when}",
            operation=self.path,
            request_id=self._attempts[-1].request_id,
        )

    def _report_attempt(self, attempt: _Attempt) -> None:
        if attempt.error is None and not is_followed(self.options.on_event):
            return
        report(
            AttemptEvent(
                operation=self.path,
                attempt=attempt.number,
                status=attempt.status,
                request_id=attempt.request_id,
                error=attempt.error,
                waited_for_limiter=attempt.waited_for_limiter,
                waited_for_retry=attempt.waited_for_retry,
                waited_for_server=attempt.waited_for_server,
            ),
            self.options.on_event,
        )

    def _report_call(self, error: str | None) -> None:
        if not is_followed(self.options.on_event):
            return
        last = self._attempts[-1]
        report(
            CallEvent(
                operation=self.path,
                attempts=len(self._attempts),
                status=last.status,
                request_id=last.request_id,
                error=error,
                waited_for_limiter=sum(each.waited_for_limiter for each in self._attempts),
                waited_for_retry=self._slept,
                waited_for_server=sum(each.waited_for_server for each in self._attempts),
            ),
            self.options.on_event,
        )


def _name(error: BaseException) -> str:
    return type(error).__name__
