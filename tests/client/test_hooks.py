"""What a user hangs on to his httpx client cannot make a write come twice."""

from __future__ import annotations

from decimal import Decimal

import httpx
import pytest

from mews_connector import RetryPolicy, errors, models
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.sandboxes import sandbox_client


@pytest.mark.parametrize(
    "error", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError]
)
async def test_a_hook_that_fails_to_connect_leaves_the_write_open(
    error: type[httpx.RequestError],
) -> None:
    # Given a hook that tells another service of each answer, and cannot reach it
    async def tell(response: httpx.Response) -> None:
        raise error(f"nobody to tell of {response.status_code}")

    sandbox = Sandbox(payments=0)
    with serve_in_thread(sandbox) as server:
        async with httpx.AsyncClient(event_hooks={"response": [tell]}, trust_env=False) as http:
            mews = sandbox_client(server, http_client=http, retry=RetryPolicy(base_delay=0.001))

            # When
            with pytest.raises(errors.OutcomeUnknownError):
                await mews.payments.add_external(
                    account_id=sandbox.customer().id,
                    amount=models.AmountParameters(currency="GBP", gross_value=Decimal(1)),
                    type_=models.ExternalPaymentType.CASH,
                )

    # Then
    assert len(sandbox.payments) == 1
