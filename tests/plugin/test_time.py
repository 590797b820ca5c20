"""Time: moved by hand, or not waited for at all."""

from __future__ import annotations

from support.users_tests import Run


def test_waiting_takes_no_time_where_the_test_says_so(run: Run) -> None:
    result = run(
        """
        import asyncio
        import time
        import pytest

        @pytest.mark.mews_virtual_time
        async def test_it(mews, mews_sandbox, mews_clock):
            begun = mews_sandbox.now(), time.monotonic()
            for _ in range(450):
                await mews.configuration.get()
            assert 60 <= mews_clock.seconds < 61
            assert mews_sandbox.rejected == 0
            await asyncio.sleep(3600)
            await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), timeout=5)
            assert 3660 <= mews_clock.seconds < 3662
            assert (mews_sandbox.now() - begun[0]).total_seconds() >= 3660
            assert time.monotonic() - begun[1] < 10
        """
    )

    result.assert_outcomes(passed=1)


def test_between_two_tries_nothing_is_waited_for(run: Run) -> None:
    result = run(
        """
        import pytest
        from mews_connector import RetryPolicy

        async def test_in_real_time(mews, mews_sandbox, mews_clock):
            mews_sandbox.fail_next("configuration/get", 503, times=5)
            await mews.configuration.get()
            assert mews.retry.max_delay < 0.01

        @pytest.mark.mews_virtual_time
        async def test_as_users_wait(mews):
            assert mews.retry == RetryPolicy()
        """
    )

    result.assert_outcomes(passed=2)


def test_other_tests_keep_the_loop_that_they_have(run: Run) -> None:
    # given a test on virtual time before one that is not
    result = run(
        """
        import asyncio
        import pytest
        from mews_toolkit.testing._virtual_loop import VirtualLoop

        @pytest.mark.mews_virtual_time
        async def test_first(mews):
            assert isinstance(asyncio.get_running_loop(), VirtualLoop)

        async def test_second(mews):
            assert not isinstance(asyncio.get_running_loop(), VirtualLoop)

        async def test_third():
            assert not isinstance(asyncio.get_running_loop(), VirtualLoop)
        """
    )

    result.assert_outcomes(passed=3)


def test_anyio_takes_the_loop_from_the_clock(run: Run) -> None:
    result = run(
        """
        import pytest
        from mews_toolkit.sandbox import Delay

        @pytest.fixture
        def anyio_backend(mews_clock):
            return "asyncio", {"loop_factory": mews_clock.new_loop}

        @pytest.mark.anyio
        async def test_it(mews, mews_sandbox, mews_clock):
            mews_sandbox.fail_next("configuration/get", Delay(80))
            await mews.configuration.get()
            assert mews_clock.seconds >= 80
        """,
        "--asyncio-mode=strict",
    )

    result.assert_outcomes(passed=1)


def test_a_clock_that_stands_is_no_use_to_a_loop_that_waits(run: Run) -> None:
    result = run(
        """
        import asyncio
        import pytest

        @pytest.mark.mews_virtual_time
        def test_it(mews):
            with pytest.raises(RuntimeError, match="mews_clock.new_loop"):
                asyncio.run(mews.configuration.get())
        """
    )

    result.assert_outcomes(passed=1)


def test_what_never_happens_is_an_error(run: Run) -> None:
    result = run(
        """
        import asyncio
        import pytest
        from mews_toolkit.testing import _virtual_loop

        @pytest.fixture(autouse=True)
        def _soon(monkeypatch):
            monkeypatch.setattr(_virtual_loop, "_PATIENCE", 0.01)

        @pytest.mark.mews_virtual_time
        async def test_it(mews_clock):
            await asyncio.Event().wait()
        """
    )

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*Every task of the test waits for something that never happens*"])


def test_a_clock_that_stood_goes_on_when_its_test_is_over(run: Run) -> None:
    # given what the process remembers of a test, and so many clients that it looks it through
    result = run(
        """
        import pytest
        from mews_connector import Clock

        stood = []

        @pytest.mark.mews_virtual_time
        async def test_before(mews, mews_clock):
            await mews.configuration.get()
            stood.append(mews_clock)

        @pytest.mark.mews_sandbox(limit=None)
        async def test_after(mews_sandbox):
            for _ in range(300):
                await mews_sandbox.client(clock=Clock()).configuration.get()
            assert not stood[0].stands
            stood[0].monotonic()
        """,
    )

    result.assert_outcomes(passed=2)


def test_time_is_moved_by_hand_and_forward_only(run: Run) -> None:
    result = run(
        """
        import pytest
        from datetime import timedelta

        def test_it(mews_sandbox, mews_clock):
            before = mews_sandbox.now()
            mews_clock.move(days=2, hours=1, minutes=1, seconds=5)
            passed = mews_sandbox.now() - before
            assert timedelta(days=2, seconds=3665) <= passed < timedelta(days=2, seconds=3670)
            with pytest.raises(ValueError, match="forward"):
                mews_clock.move(seconds=-1)
        """
    )

    result.assert_outcomes(passed=1)


def test_a_wait_that_ends_at_a_date_goes_by_the_same_time(run: Run) -> None:
    # given a sandbox in another year, which names the date until which to wait
    result = run(
        """
        import pytest
        from datetime import UTC, datetime

        @pytest.mark.mews_virtual_time
        @pytest.mark.mews_sandbox(now=datetime(2031, 5, 1, tzinfo=UTC), limit=1, retry_after="date")
        async def test_it(mews, mews_sandbox, mews_clock):
            for _ in range(2):
                await mews.configuration.get()
            assert mews_sandbox.rejected == 1
            assert 30 <= mews_clock.seconds < 33
        """
    )

    result.assert_outcomes(passed=1)


def test_a_real_socket_needs_real_time(run: Run) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.mews_virtual_time
        async def test_it(mews_sandbox):
            with pytest.raises(RuntimeError, match="real time"):
                mews_sandbox.serve()
        """
    )

    result.assert_outcomes(passed=1)
