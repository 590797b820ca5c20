"""The wheel at work, outside the repository: a page and a refusal over a real socket."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from mews_connector import MewsClient, RetryPolicy, errors, models
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, serve_in_thread


async def use(url: str) -> None:
    now = datetime.now(UTC)
    async with MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Wheel test 1.0.0",
        retry=RetryPolicy(attempts=1),
    ) as mews:
        page = await mews.payments.get_all(
            created_utc=models.TimeInterval(start_utc=now - timedelta(days=89), end_utc=now),
            page_size=10,
        ).first_page()
        assert len(page.items) == 10, f"{len(page.items)} payments on a page of 10"
        assert all(isinstance(payment, models.Payment) for payment in page.items)
        assert isinstance(page.items[0].id, UUID)
        assert isinstance(page.items[0].amount.gross_value, Decimal)

        try:
            await mews.payments.refund(payment_id=uuid4(), account_id=uuid4(), reason="None")
        except errors.ApiError as error:
            assert error.request_id, "a refusal without its request id"
        else:
            raise AssertionError("a payment that does not exist was refunded")


def main() -> None:
    with serve_in_thread(Sandbox(payments=1000)) as server:
        asyncio.run(use(server.url))
    print("wheel: read a page and told of a refusal")


if __name__ == "__main__":
    main()
