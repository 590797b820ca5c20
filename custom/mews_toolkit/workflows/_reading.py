from __future__ import annotations

from uuid import UUID

from mews_connector import MewsClient, models

__all__ = ["read_bill", "read_payment", "read_payment_request"]


async def read_payment(mews: MewsClient, payment_id: UUID) -> models.Payment | None:
    """The payment as it is listed now, by a single request."""
    page = await mews.payments.get_all(payment_ids=[payment_id]).first_page()
    return next((it for it in page.items if it.id == payment_id), None)


async def read_payment_request(
    mews: MewsClient, payment_request_id: UUID
) -> models.PaymentRequest | None:
    """The payment request as it is listed now, by a single request."""
    page = await mews.payment_requests.get_all(
        payment_request_ids=[payment_request_id]
    ).first_page()
    return next((it for it in page.items if it.id == payment_request_id), None)


async def read_bill(mews: MewsClient, bill_id: UUID) -> models.Bill | None:
    """The bill as it is listed now, corrective ones included, by a single request."""
    page = await mews.bills.get_all(bill_ids=[bill_id]).first_page()
    return next((it for it in page.items if it.id == bill_id), None)
