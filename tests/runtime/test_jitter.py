"""How long a call waits before it is sent again: exponential, with full jitter."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from mews_connector import RetryPolicy, errors
from support.clients import virtual_client
from support.exchanges import answers, play, read_page, succeeds

seconds = st.floats(min_value=0.001, max_value=1e9)
policies = st.builds(
    RetryPolicy, base_delay=seconds, max_delay=seconds, attempts=st.just(6), deadline=st.just(300.0)
)
retries = st.integers(min_value=1, max_value=100_000)
draws = st.floats(min_value=0, max_value=1, exclude_max=True)
NEARLY_ONE = math.nextafter(1, 0)


@settings(deadline=None)
@given(policies, retries, draws)
def test_no_wait_is_negative_or_longer_than_the_longest(
    policy: RetryPolicy, retry: int, draw: float
) -> None:
    assert 0 <= policy.delay(retry, draw) <= policy.max_delay


@settings(deadline=None)
@given(policies, draws)
def test_the_first_wait_is_no_longer_than_the_first_delay(policy: RetryPolicy, draw: float) -> None:
    assert policy.delay(1, draw) <= policy.base_delay


@settings(deadline=None)
@given(policies, retries)
def test_a_wait_may_be_anything_down_to_nothing(policy: RetryPolicy, retry: int) -> None:
    longest = policy.delay(retry, NEARLY_ONE)
    assert policy.delay(retry, 0.0) == 0.0
    assert policy.delay(retry, 0.5) == pytest.approx(longest / 2)


@settings(deadline=None)
@given(policies, retries, draws, draws)
def test_the_luckier_draw_never_waits_longer(
    policy: RetryPolicy, retry: int, one: float, other: float
) -> None:
    shorter, longer = sorted((one, other))
    assert policy.delay(retry, shorter) <= policy.delay(retry, longer)


@settings(deadline=None)
@given(policies, retries)
def test_the_next_wait_may_be_twice_as_long_and_never_shorter(
    policy: RetryPolicy, retry: int
) -> None:
    this, following = (policy.delay(number, NEARLY_ONE) for number in (retry, retry + 1))
    assert this <= following <= 2 * this * (1 + 1e-9)


@pytest.mark.parametrize(
    ("retry", "longest"), [(1, 0.5), (2, 1), (3, 2), (4, 4), (7, 30), (8, 30), (1_000_000, 30)]
)
def test_by_default_the_longest_waits_double_from_half_a_second_to_half_a_minute(
    retry: int, longest: float
) -> None:
    assert RetryPolicy().delay(retry, NEARLY_ONE) == pytest.approx(longest)


@pytest.mark.virtual_time
async def test_a_call_waits_by_a_new_draw_each_time(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming = iter([0.5, 0.25, 0.0, 0.75])
    monkeypatch.setattr("random.random", lambda: next(coming))
    sent_at = play(httpx_mock, *[answers(503)] * 4, succeeds())
    async with virtual_client(retry=RetryPolicy(base_delay=8, max_delay=20)) as mews:
        await read_page(mews)
    # Of 8, 16, 20 and 20 seconds.
    assert sent_at == [0.0, 4.0, 8.0, 8.0, 23.0]


@pytest.mark.parametrize("name", ["attempts", "deadline", "base_delay", "max_delay"])
@pytest.mark.parametrize("value", [0, -1, -0.5, math.nan, math.inf, -math.inf])
def test_every_figure_must_be_positive_and_finite(name: str, value: float) -> None:
    figures: dict[str, Any] = {name: value}
    with pytest.raises(errors.ConfigurationError, match=f"RetryPolicy: {name} must be"):
        RetryPolicy(**figures)


def test_one_attempt_is_enough() -> None:
    assert RetryPolicy(attempts=1).attempts == 1


def test_a_policy_does_not_change() -> None:
    policy = RetryPolicy()
    with pytest.raises(AttributeError):
        policy.attempts = 7  # type: ignore[misc]  # it is frozen
