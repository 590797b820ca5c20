"""The routes for those who know the key: payments read, and payments recorded."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, Query, Response
from pydantic import AwareDatetime, BaseModel

from mews_connector import models

from .parts import TheInbox, TheMews, TheRecordings, known_caller
from .recordings import Sale
from .rows import PaymentLines

__all__ = ["router"]

router = APIRouter(prefix="/payments", dependencies=[Depends(known_caller)])


# FastAPI looks for the status of such a class in its own arguments.
@router.get("", response_class=PaymentLines, status_code=200)
async def list_payments(
    mews: TheMews,
    start: Annotated[AwareDatetime, Query()],
    end: Annotated[AwareDatetime, Query()],
    resume: Annotated[str | None, Query()] = None,
) -> PaymentLines:
    """The payments created in the interval, newest first, as lines of JSON."""
    created = models.TimeInterval(start_utc=start, end_utc=end)
    query = mews.payments.get_all(created_utc=created, resume=resume)
    return await PaymentLines.begun(query.pages())


class Recorded(BaseModel):
    """The one payment with the identifier."""

    payment_id: UUID
    state: str


@router.post("", status_code=201, responses={200: {"description": "It was there already."}})
async def record_payment(sale: Sale, recordings: TheRecordings, response: Response) -> Recorded:
    """Records cash exactly once: post it again until there is an answer."""
    ensured = await recordings.record(sale)
    if ensured.found:
        response.status_code = 200
    return Recorded(payment_id=ensured.payment.id, state=ensured.payment.state)


@router.get("/{payment_id}")
async def read_state(payment_id: UUID, inbox: TheInbox) -> Recorded:
    """What was last fetched of a payment after a webhook named it."""
    state = await inbox.state_of(payment_id)
    if state is None:
        raise HTTPException(404, "No webhook named this payment.")
    return Recorded(payment_id=payment_id, state=state)
