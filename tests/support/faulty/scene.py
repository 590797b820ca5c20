"""A client, a faulty server, a sandbox; callers who read and write; and what must hold."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

import attrs

from mews_connector import (
    AttemptBegun,
    AttemptEvent,
    CallBegun,
    CallEvent,
    Clock,
    Event,
    MewsClient,
    RateLimit,
    RetryPolicy,
    errors,
    models,
)
from mews_toolkit.sandbox import Sandbox
from mews_toolkit.workflows import (
    Claims,
    ConflictingPaymentError,
    DuplicatePaymentsError,
    IncomparablePaymentsError,
    Settle,
    ensure_external_payment,
)
from support.handed_on import Killed
from support.remains import free_places

from .server import FaultyServer

__all__ = [
    "ACTS",
    "Act",
    "Measures",
    "Post",
    "Scene",
    "any_acts",
    "ensure",
    "ensure_at_once",
    "identifier_of",
    "play",
    "post_once",
    "post_until_told",
    "read_all",
]

# The server's own word that it did not carry the write out, or nobody's.
_NOT_CARRIED_OUT = (
    errors.NotSentError,
    errors.RateLimitedError,
    errors.DeadlineExceededError,
    errors.ConfigurationError,
)
# Said of what is there, and so never of a payment that nobody else can have added.
_UNTRUE = (ConflictingPaymentError, DuplicatePaymentsError, IncomparablePaymentsError)
# The weather gets fine long before.
_ASKED_AT_MOST = 60


@attrs.frozen(kw_only=True)
class Measures:
    """The seconds and numbers that a scene is played by.

    Attributes:
        lateness: By how much a call may be measured as too long.
        fuzziness: By how much an arrival may be measured as too early.
    """

    limit: RateLimit
    retry: RetryPolicy
    timeout: float
    pause: float
    settle: Settle
    most_bytes: int = 60_000
    concurrency: int = 3
    lateness: float = 1e-6
    fuzziness: float = 1e-6


@attrs.define(eq=False)
class Post:
    """One payment that a caller wants recorded, and how often it said so.

    Attributes:
        asked: How often it may have been recorded by what the caller did.
        least: How often it must have been.
    """

    identifier: str
    asked: int = 0
    least: int = 0
    reasons: list[str] = attrs.field(factory=list[str])


@attrs.define(eq=False, kw_only=True)
class Scene:
    """What acts need, and what they leave behind.

    Attributes:
        clock: The sandbox's dates, and the seconds by which everybody waits.
        claims: What a process opens that shares its claims with all others.
    """

    mews: MewsClient
    clock: Clock
    claims: Callable[[], Claims]
    server: FaultyServer
    sandbox: Sandbox
    dice: Random
    measures: Measures
    name: str
    posts: list[Post] = attrs.field(factory=list[Post])
    complaints: list[str] = attrs.field(factory=list[str])
    quiet: list[tuple[float, float]] = attrs.field(factory=list[tuple[float, float]])

    def heard(self, event: Event) -> None:
        """Takes note of how long the server wants to have its quiet."""
        if isinstance(event, AttemptEvent) and event.status == 429:
            seconds = self.server.quiet.get(event.request_id or "", 0.0)
            now = asyncio.get_running_loop().time()
            self.quiet.append((now, now + seconds))

    def goes_along(self, beginning: CallBegun | AttemptBegun) -> Callable[[Event], None]:
        """Watches that no call takes longer than its deadline, whatever it says itself."""
        begun = asyncio.get_running_loop().time()

        def end(event: Event) -> None:
            if isinstance(event, CallEvent):
                self.check_time(beginning.operation, begun)

        return end

    def check_time(self, what: str, begun: float) -> None:
        """Watches that what began then is in time now."""
        took = asyncio.get_running_loop().time() - begun
        if took > self.measures.retry.deadline + self.measures.lateness:
            self.complaints.append(f"{what} took {took} s")

    async def check(self, posts: dict[str, int]) -> None:
        """What must hold at the end, given how often each payment was really recorded."""
        for post in self.posts:
            count = posts.get(post.identifier, 0)
            if not post.least <= count <= post.asked:
                self.complaints.append(
                    f"{post.identifier} was asked for {post.asked} times, answered {post.least}"
                    f" times, and recorded {count} times: {post.reasons}"
                )
        self._check_rate()
        self._check_quiet()
        limit = self.measures.limit
        if free_places(self.mews) != self.measures.concurrency:
            self.complaints.append(f"{free_places(self.mews)} places are left")
        await asyncio.sleep(self.mews.limiter.resets_in + self.measures.fuzziness)
        if self.mews.limiter.available != limit.requests:
            self.complaints.append(f"{self.mews.limiter.available} slots are left")

    def _check_rate(self) -> None:
        limit = self.measures.limit
        arrivals = self.server.arrivals
        for earlier, later in zip(arrivals, arrivals[limit.requests :], strict=False):
            if later - earlier < limit.seconds - self.measures.fuzziness:
                self.complaints.append(f"{limit.requests + 1} requests within {later - earlier} s")

    def _check_quiet(self) -> None:
        # What was on its way when the quiet began still arrives, and so does what is sent until
        # the client has heard of it.
        margin = self.measures.lateness
        for begun, over in self.quiet:
            for at in self.server.arrivals:
                if begun + margin < at < over - margin:
                    self.complaints.append(
                        f"a request {at - begun} s after {over - begun} s of quiet were asked for"
                    )


Act = Callable[[Scene], Awaitable[None]]


async def post_once(scene: Scene) -> None:
    """Records one payment, and believes what it is told."""
    post = Post(f"{scene.name}/{len(scene.posts)}")
    scene.posts.append(post)
    await _ask(scene, post)


async def post_until_told(scene: Scene) -> None:
    """Asks again after each error that says that nothing was carried out."""
    post = Post(f"{scene.name}/{len(scene.posts)}")
    scene.posts.append(post)
    for _ in range(3):
        if await _ask(scene, post) is not False:
            return


async def post_and_give_up(scene: Scene) -> None:
    """Is cancelled at some moment."""
    post = Post(f"{scene.name}/{len(scene.posts)}")
    scene.posts.append(post)
    await _given_up(scene, _ask(scene, post))


async def _given_up(scene: Scene, work: Awaitable[object]) -> None:
    task = asyncio.ensure_future(work)
    if scene.dice.random() < 0.5:
        for _ in range(scene.dice.randint(0, 60)):
            await asyncio.sleep(0)
    else:
        await asyncio.sleep(scene.dice.random() * scene.measures.timeout * 2)
    task.cancel()
    begun = asyncio.get_running_loop().time()
    await asyncio.wait([task])
    ended = asyncio.get_running_loop().time()
    if ended - begun > scene.measures.lateness:
        scene.complaints.append(f"a cancellation took {ended - begun} s")
    if not task.cancelled():
        task.result()


async def _ask(scene: Scene, post: Post) -> bool | None:
    """Whether it was recorded, or None where nobody knows."""
    post.asked += 1
    asked = post.asked
    begun = asyncio.get_running_loop().time()
    try:
        added = await scene.mews.payments.add_external(
            account_id=scene.sandbox.customer().id,
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal(asked)),
            type_=models.ExternalPaymentType.CASH,
            external_identifier=post.identifier,
        )
    except errors.OutcomeUnknownError as error:
        post.reasons.append(f"{error.__cause__!r}")
        return None
    except _NOT_CARRIED_OUT as error:
        post.reasons.append(f"{error!r}")
        # Whoever asks now asks for the first time.
        post.asked -= 1
        return False
    finally:
        scene.check_time("payments/addExternal", begun)
    if identifier_of(scene.sandbox, added.external_payment_id) != post.identifier:
        scene.complaints.append(f"{post.identifier} was answered with another's payment")
    post.least += 1
    return True


async def ensure(scene: Scene) -> None:
    """Has one payment recorded exactly once, and asks again until it is told that it is."""
    await _ensure(scene, _wanted(scene))


async def ensure_in_spite_of_all(scene: Scene) -> None:
    """Is cancelled or killed at some moment, and asks again as a new process would."""
    wanted = _wanted(scene)
    killed = scene.dice.random() < 0.5
    claims = scene.claims()
    await _given_up(scene, _ensure(scene, wanted, Killed(claims) if killed else claims))
    _check_not_twice(scene, wanted)
    await _ensure(scene, wanted, scene.claims())


async def ensure_at_once(scene: Scene) -> None:
    """Wants one payment as two processes that share their claims."""
    wanted = _wanted(scene)
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(_ensure(scene, wanted, scene.claims()))


@attrs.frozen
class _Wanted:
    post: Post
    account_id: UUID


def _wanted(scene: Scene) -> _Wanted:
    post = Post(f"{scene.name}/{len(scene.posts)}", asked=1)
    scene.posts.append(post)
    [hotel, *_] = scene.sandbox.enterprises
    # The list of the one that all others post to gets too large for this client.
    busy = scene.sandbox.customer().id
    accounts = [
        it.id for it in scene.sandbox.accounts if it.enterprise_id == hotel.id and it.id != busy
    ]
    return _Wanted(post, scene.dice.choice(accounts))


async def _ensure(scene: Scene, wanted: _Wanted, claims: Claims | None = None) -> None:
    for _ in range(_ASKED_AT_MOST):
        try:
            ensured = await ensure_external_payment(
                scene.mews,
                account_id=wanted.account_id,
                amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
                type_=models.ExternalPaymentType.CASH,
                external_identifier=wanted.post.identifier,
                claims=claims,
                settle=scene.measures.settle,
                clock=scene.clock,
            )
        except errors.MewsError as error:
            wanted.post.reasons.append(f"{error!r}")
            if isinstance(error, _UNTRUE):
                scene.complaints.append(f"{wanted.post.identifier}: {error!r}")
            _check_not_twice(scene, wanted)
            await asyncio.sleep(scene.mews.limiter.paused_for)
            continue
        wanted.post.least = 1
        there = _ids_under(scene.sandbox, wanted.post.identifier)
        if there != [ensured.payment.id]:
            scene.complaints.append(
                f"{wanted.post.identifier} is said to be {ensured.payment.id}, and is {there}"
            )
        return
    scene.complaints.append(f"{wanted.post.identifier} was never told: {wanted.post.reasons[-3:]}")


def _check_not_twice(scene: Scene, wanted: _Wanted) -> None:
    there = _ids_under(scene.sandbox, wanted.post.identifier)
    if len(there) > 1:
        scene.complaints.append(f"{wanted.post.identifier} is there {len(there)} times")


def _ids_under(sandbox: Sandbox, identifier: str) -> list[UUID]:
    return [it.id for it in sandbox.payments if identifier_of(sandbox, it.id) == identifier]


def identifier_of(sandbox: Sandbox, payment_id: UUID | None) -> str | None:
    """The external identifier of a payment that was recorded."""
    payment = None if payment_id is None else sandbox.payments.get(payment_id)
    told = payment.data.external if payment and payment.data else None
    return told.external_identifier if told else None


async def read_all(scene: Scene) -> None:
    """Reads a list, going on wherever it breaks off, until it is complete."""
    await _read(scene)


async def read_and_give_up(scene: Scene) -> None:
    """Begins to read, and is cancelled at some moment."""
    await _given_up(scene, _read(scene))


async def _read(scene: Scene) -> None:
    dice = scene.dice
    oldest = min(it.created_utc for it in scene.sandbox.payments)
    # Payments that are recorded meanwhile are newer than this.
    span = models.TimeInterval(
        start_utc=oldest, end_utc=oldest + timedelta(days=dice.choice([40, 100, 200]))
    )
    settings: dict[str, Any] = {
        "page_size": dice.randint(3, 9),
        "prefetch": dice.random() < 0.5,
        "concurrency": dice.choice([1, 1, 2]),
        "ordered": dice.random() < 0.5,
    }
    rows: list[UUID] = []
    resume: str | None = None
    for _ in range(60):
        try:
            query = scene.mews.payments.get_all(created_utc=span, resume=resume, **settings)
            async for page in query.pages():
                rows += [it.id for it in page.items]
                resume = page.resume
        except errors.MewsError as error:
            if error.resume is None:
                scene.complaints.append(f"nothing to resume from in {error!r}")
                return
            resume = error.resume
            await asyncio.sleep(scene.mews.limiter.paused_for)
        else:
            break
    else:
        scene.complaints.append("a list that never ended")
    _check_rows(scene, span, rows, ordered=settings["ordered"] or settings["concurrency"] == 1)


def _check_rows(
    scene: Scene, span: models.TimeInterval, rows: Sequence[UUID], *, ordered: bool
) -> None:
    [hotel, *_] = scene.sandbox.enterprises
    kept = [
        it.id
        for it in scene.sandbox.payments
        if it.enterprise_id == hotel.id and span.start_utc <= it.created_utc < span.end_utc
    ]
    if Counter(rows) != Counter(kept):
        lost, more = Counter(kept) - Counter(rows), Counter(rows) - Counter(kept)
        scene.complaints.append(f"of {len(kept)} rows lost {len(lost)}, too many {len(more)}")
    elif ordered and list(rows) != kept:
        scene.complaints.append("rows in disorder")


ACTS: tuple[tuple[int, Act], ...] = (
    (4, post_once),
    (2, post_until_told),
    (2, post_and_give_up),
    (2, read_all),
    (1, read_and_give_up),
    (1, ensure),
    (1, ensure_in_spite_of_all),
    (1, ensure_at_once),
)
"""What callers do, and how often."""


def any_acts(dice: Random) -> list[list[Act]]:
    """A few callers, each with what it does one after the other."""
    acts, weights = [act for _, act in ACTS], [weight for weight, _ in ACTS]
    return [dice.choices(acts, weights, k=dice.randint(1, 2)) for _ in range(dice.randint(1, 3))]


async def play(scene: Scene, callers: Sequence[Sequence[Act]]) -> None:
    """Lets all callers do what they do, at the same time."""
    # The waits between attempts are random as well.
    random.seed(scene.name)

    async def one_after_the_other(acts: Sequence[Act]) -> None:
        for act in acts:
            await act(scene)

    async with asyncio.TaskGroup() as group:
        for acts in callers:
            group.create_task(one_after_the_other(acts))
