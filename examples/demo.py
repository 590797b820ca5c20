"""What the library does, on one screen: `make demo`.

It brings its own sandbox. With MEWS_ENVIRONMENT, MEWS_CLIENT_TOKEN, MEWS_ACCESS_TOKEN and
MEWS_CLIENT set, its reading part runs against that environment instead, and nothing is written.
"""

from __future__ import annotations

import asyncio
import os
import sys
import textwrap
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from mews_connector import AttemptEvent, Event, MewsClient, __version__, errors, models
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    RateLimited,
    Sandbox,
    Status,
    serve_in_thread,
)

VARIABLES = ("MEWS_ENVIRONMENT", "MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN", "MEWS_CLIENT")


def bullet(text: str) -> None:
    """Prints one point of a list."""
    print(textwrap.fill(text, 96, initial_indent="   - ", subsequent_indent="     "))


def past(days: int) -> models.TimeInterval:
    """The last so many days, up to now."""
    now = datetime.now(UTC)
    return models.TimeInterval(start_utc=now - timedelta(days=days), end_utc=now)


async def read_a_quarter(mews: MewsClient) -> list[models.Payment]:
    """Lists payments page by page and adds them up by currency and state."""
    enterprise = (await mews.configuration.get()).enterprise
    print(f"\n1. A quarter of payments of {enterprise.name}, newest first")

    payments: list[models.Payment] = []
    # The API takes three calendar months at most, and the shortest three have 89 days.
    query = mews.payments.get_all(created_utc=past(days=89), prefetch=True)
    async for page in query.pages():
        payments += page.items
        print(f"   page {page.number}: {len(page.items)} payments, request {page.request_id}")

    counts: Counter[tuple[str, str]] = Counter()
    totals: dict[tuple[str, str], Decimal] = {}
    for payment in payments:
        key = (payment.original_amount.currency, payment.state)
        counts[key] += 1
        # To the API, money received is negative and money given back is positive.
        totals[key] = totals.get(key, Decimal(0)) - payment.original_amount.gross_value
    print("   Totals of original amounts, received less given back:")
    for (currency, state), total in sorted(totals.items()):
        print(f"   {currency}  {state:<10} {counts[currency, state]:>6,}  {total:>14,}")
    return payments


async def record_and_refund(mews: MewsClient, payments: list[models.Payment]) -> UUID:
    """Records cash for the account of a card payment, then gives part of that payment back."""
    paid = next(
        payment
        for payment in payments
        if payment.type_ == models.PaymentType.CREDIT_CARD_PAYMENT
        and payment.kind == models.PaymentKind.PAYMENT
        and payment.state == models.PaymentState.CHARGED
    )
    added = await mews.payments.add_external(
        account_id=paid.account_id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("42.50")),
        type_=models.ExternalPaymentType.CASH,
        external_identifier="till-7/000123",
    )
    print(f"\n2. Recorded 42.50 GBP in cash: payment {added.external_payment_id}")

    refund = await mews.payments.refund(
        payment_id=paid.id,
        account_id=paid.account_id,
        value_to_refund=Decimal("1.00"),
        reason="Breakfast was cold",
    )
    given = refund.amount
    print(f"\n3. Refunded {given.value} {given.currency} of payment {refund.payment_id}")
    print(f"   The refund is payment {refund.refund_id}, {refund.state}")
    return paid.account_id


async def ride_out_a_429(mews: MewsClient, sandbox: Sandbox) -> None:
    """Shows the attempts of a call that the server first turns away."""
    print("\n4. The server says 429, come back in 1 s; the call waits and tries again")

    def show(event: Event) -> None:
        if isinstance(event, AttemptEvent):
            waited = f"after a wait of {event.waited_for_retry:.1f} s"
            print(f"   attempt {event.attempt}, {waited}: status {event.status}")

    sandbox.faults.add(RateLimited(retry_after=1), operation="payments/getAll")
    watched = mews.with_options(on_event=show)
    await watched.payments.get_all(updated_utc=past(days=1)).first_page()


async def be_refused(mews: MewsClient, account_id: UUID) -> None:
    """Makes several mistakes in one request, all of which are found before it is sent."""
    print("\n5. A request with four faults is refused here, and nothing is sent")
    try:
        await mews.payments.add_external(
            account_id=account_id,
            amount=models.AmountParameters(
                currency="GBP",
                gross_value=Decimal("12.00"),
                net_value=Decimal("NaN"),
                tax_codes=["UK-S", "UK-R"],
            ),
            notes="Paid with 4111 1111 1111 1111",
        )
    except errors.InvalidRequestError as error:
        for problem in error.problems:
            bullet(problem)


async def lose_an_answer(mews: MewsClient, sandbox: Sandbox, account_id: UUID) -> None:
    """Records a payment whose answer is lost, and finds out whether it was recorded."""
    print("\n6. The payment is recorded, then the server fails: the call is not repeated")
    sandbox.faults.add(Status(500, after_commit=True), operation="payments/addExternal")
    identifier = "till-7/000124"
    try:
        await mews.payments.add_external(
            account_id=account_id,
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal("18.00")),
            type_=models.ExternalPaymentType.CASH,
            external_identifier=identifier,
        )
    except errors.OutcomeUnknownError as error:
        bullet(f"{type(error).__name__}: {error}")
        found = await find_external(mews, account_id, identifier)
        known = ", ".join(str(payment.id) for payment in found) or "not there yet"
        bullet(f"{identifier} looked up: {known}")


async def find_external(
    mews: MewsClient, account_id: UUID, identifier: str
) -> list[models.Payment]:
    """The account's payments that carry an identifier of our own."""
    return [
        payment
        async for payment in mews.payments.get_all(account_ids=[account_id])
        if payment.data
        and payment.data.external
        and payment.data.external.external_identifier == identifier
    ]


async def demonstrate(sandbox: Sandbox, url: str) -> None:
    """Everything, against a sandbox."""
    print(f"mews-connector {__version__}, with a sandbox on {url}")
    async with MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="mews-connector demo 1.0.0",
    ) as mews:
        payments = await read_a_quarter(mews)
        account_id = await record_and_refund(mews, payments)
        await ride_out_a_429(mews, sandbox)
        await be_refused(mews, account_id)
        await lose_an_answer(mews, sandbox, account_id)


async def demonstrate_reading() -> None:
    """The reading part, against the environment that the variables name."""
    async with MewsClient.from_env() as mews:
        print(f"mews-connector {__version__}, with {os.environ['MEWS_ENVIRONMENT']}; it only reads")
        await read_a_quarter(mews)


def main() -> None:
    """Runs what the variables ask for."""
    try:
        if any(os.environ.get(name) for name in VARIABLES):
            asyncio.run(demonstrate_reading())
        else:
            # Of a year: the quarter that is read then fills more than one page.
            with serve_in_thread(sandbox := Sandbox(payments=10_000)) as server:
                asyncio.run(demonstrate(sandbox, server.url))
    except errors.MewsError as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
