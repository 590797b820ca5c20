"""The fixtures: one sandbox for each test, whatever runs it, and nothing for tests without."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

from support.users_tests import Run

TWO_TESTS = """
import pytest
from mews_connector import models

{mark}

async def test_one(mews, mews_sandbox):
    added = await mews.bills.add(
        bills=[models.BillParameters(account_id=mews_sandbox.customer().id)]
    )
    assert mews_sandbox.bills.added().id == added.bills[0].id

async def test_another(mews, mews_sandbox):
    mews_sandbox.bills.not_added()
    assert mews_sandbox.calls == []
    assert mews_sandbox.customer().enterprise_id == (await mews.configuration.get()).enterprise.id
"""


def test_pytest_finds_the_plugin_by_itself() -> None:
    (found,) = entry_points(group="pytest11", name="mews")

    assert found.value == "mews_toolkit.testing.plugin"


@pytest.mark.parametrize(
    ("mode", "mark"),
    [
        pytest.param("auto", "", id="auto mode"),
        pytest.param("strict", "pytestmark = pytest.mark.asyncio", id="strict mode"),
        pytest.param(
            "strict",
            "pytestmark = pytest.mark.anyio\n\n@pytest.fixture\ndef anyio_backend():\n"
            "    return 'asyncio'",
            id="anyio",
        ),
    ],
)
def test_each_test_has_a_sandbox_of_its_own(run: Run, mode: str, mark: str) -> None:
    result = run(TWO_TESTS.format(mark=mark), f"--asyncio-mode={mode}")

    result.assert_outcomes(passed=2)


def test_a_test_may_be_no_coroutine(run: Run) -> None:
    result = run(
        """
        import asyncio

        def test_it(mews, mews_sandbox):
            async def use():
                async with mews:
                    await mews.configuration.get()

            asyncio.run(use())
            mews_sandbox.calls.once("configuration/get")
        """
    )

    result.assert_outcomes(passed=1)


def test_they_work_side_by_side(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TWO_TESTS.format(mark=""))

    result = pytester.runpytest_subprocess("-n1", "--asyncio-mode=auto")

    result.assert_outcomes(passed=2)


def test_clients_of_many_tests_do_not_use_up_each_others_limit(run: Run) -> None:
    # given two tests that each send as many requests as a token may in half a minute
    result = run(
        """
        import pytest

        @pytest.mark.parametrize("number", [1, 2])
        async def test_many(mews, number):
            for _ in range(200):
                await mews.configuration.get()
            assert mews.limiter.resets_in > 25
        """
    )

    # then neither waited for the other
    result.assert_outcomes(passed=2)
    assert result.duration < 20


def test_the_mark_says_what_the_sandbox_is_like(run: Run) -> None:
    result = run(
        """
        import pytest
        from datetime import UTC, datetime

        pytestmark = pytest.mark.mews_sandbox(payments=30, enterprises=4)

        @pytest.mark.mews_sandbox(payments=20, now=datetime(2020, 2, 29, tzinfo=UTC))
        def test_it(mews_sandbox):
            assert len(mews_sandbox.payments) == 20 + 3 * 2
            assert (mews_sandbox.now().year, mews_sandbox.now().month) == (2020, 2)
        """
    )

    result.assert_outcomes(passed=1)


def test_a_client_of_its_own_can_be_made(run: Run) -> None:
    result = run(
        """
        from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN

        async def test_it(mews_sandbox):
            mews = mews_sandbox.client(access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)
            assert len(await mews.enterprises.get_all().collect()) == 3
        """
    )

    result.assert_outcomes(passed=1)


def test_a_client_of_the_served_sandbox_comes_over_the_socket(run: Run) -> None:
    result = run(
        """
        async def test_it(mews_sandbox):
            mews_sandbox.serve()
            server = mews_sandbox.serve()
            async with mews_sandbox.client(environment=server.url) as mews:
                assert mews.environment == server.url
                await mews.configuration.get()
            mews_sandbox.calls.once("configuration/get")
        """
    )

    result.assert_outcomes(passed=1)


def test_a_sandbox_is_gone_with_its_test(run: Run) -> None:
    result = run(
        """
        import gc
        import weakref

        seen = []

        async def test_one(mews, mews_sandbox):
            await mews.configuration.get()
            seen.append(weakref.ref(mews_sandbox))

        def test_another():
            gc.collect()
            assert seen[0]() is None
        """
    )

    result.assert_outcomes(passed=2)


def test_the_report_of_a_failure_tells_what_the_sandbox_was_asked(run: Run) -> None:
    result = run(
        """
        import pytest
        from mews_connector import errors, models
        from decimal import Decimal

        async def test_it(mews, mews_sandbox):
            mews_sandbox.fail_next("payments/refund")
            with pytest.raises(errors.BusinessRuleError):
                await mews.payments.add_external(
                    account_id=mews_sandbox.customer().id,
                    amount=models.AmountParameters(currency="USD", gross_value=Decimal(1)),
                    type_=models.ExternalPaymentType.TWINT,
                )
            mews_sandbox.payments.added()
        """
    )

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "E * AssertionError: Payment: none was added.",
            "*- mews_sandbox -*",
            "  payments/addExternal -> 403: *Twint*",
            "Faults that were planned and not met: 1",
        ]
    )


def test_a_test_without_them_loads_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import sys

        def test_it():
            loaded = {"mews_connector", "mews_runtime", "mews_toolkit.sandbox", "httpx", "asyncio"}
            assert loaded & set(sys.modules) == set()
            assert {it for it in sys.modules if it.startswith("mews_")} == {
                "mews_toolkit", "mews_toolkit.testing", "mews_toolkit.testing.plugin"
            }
        """
    )

    # given no other plugins, which load what they like
    others = ("asyncio", "anyio", "pytest_httpx", "xdist", "schemathesis", "hypothesispytest")
    result = pytester.runpytest_subprocess(*(f"-pno:{it}" for it in others))

    result.assert_outcomes(passed=1)
