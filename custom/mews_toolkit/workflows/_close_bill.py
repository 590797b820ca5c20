from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

from attrs import frozen

from mews_connector import Clock, MewsClient, errors, models
from mews_toolkit.workflows._bill_balance import read_balance
from mews_toolkit.workflows._errors import (
    ClosedOtherwiseError,
    NotSeenError,
    StateUnreadError,
    UnbalancedBillError,
)
from mews_toolkit.workflows._polling import SYSTEM_CLOCK, Polling, check_deadline
from mews_toolkit.workflows._reading import read_bill

__all__ = ["ClosedBill", "close_bill"]

# What was written is listed some seconds later.
_LAG = 4.0

_logger = logging.getLogger("mews_toolkit.workflows")


@frozen
class ClosedBill:
    """A bill that is closed.

    Attributes:
        bill: The bill.
        closed_here: Whether this very call closed it: False when it was closed before, None when
            the answer was lost, so that it may have been somebody else.
    """

    bill: models.Bill
    closed_here: bool | None


async def close_bill(
    mews: MewsClient,
    *,
    bill_id: UUID,
    type_: models.BillType,
    enterprise_id: UUID | None = None,
    bill_counter_id: UUID | None = None,
    fiscal_machine_id: UUID | None = None,
    options: models.BillOptionsParameters | None = None,
    taxed_date: models.StringUpdateValue | None = None,
    due_date: models.StringUpdateValue | None = None,
    variable_symbol: models.StringUpdateValue | None = None,
    account_tax_identifier: models.StringUpdateValue | None = None,
    purchase_order_number: models.StringUpdateValue | None = None,
    notes: models.StringUpdateValue | None = None,
    account_address: models.AddressParameters | None = None,
    associated_account_data: list[models.BillCloseAccountParameters] | None = None,
    deadline: float = 60.0,
    clock: Clock = SYSTEM_CLOCK,
) -> ClosedBill:
    """Closes a bill, if it is not closed already.

    It reads the bill and, for a receipt, what is on it, which has to be paid exactly; then it posts
    once. What looks unpaid is read again after four seconds, as what was just paid is listed late.
    A conflict was not carried out: all is read again and posted once more. After a lost answer the
    bill is read until it is closed or time is up, and never posted again. What is put on the bill
    between the reads and the post is up to the server, which checks a receipt itself, and lets an
    invoice have any balance.

    Args:
        mews: The client.
        bill_id: The bill.
        type_: How to close it. A receipt has to be paid exactly, an invoice has not.
        enterprise_id: Enterprise of the bill. Needed with a portfolio token.
        bill_counter_id: As `bills.close` takes it, like all up to the deadline.
        fiscal_machine_id: Fiscal machine to register the bill with.
        options: What the bill is to show.
        taxed_date: Day that the bill is to count for taxes. For invoices only.
        due_date: Day that the bill is to be due. For invoices only.
        variable_symbol: What a bank transfer should quote. For invoices only.
        account_tax_identifier: Tax number of the bill's owner.
        purchase_order_number: Number of the purchase order that the bill answers.
        notes: Free text.
        account_address: Address of the bill's owner.
        associated_account_data: About the account that the bill names beside its owner.
        deadline: Seconds for each wait: for the bill to be listed, and to be seen closed.
        clock: Where the time comes from.

    Returns:
        The closed bill, also when it was closed before. What this call wanted to be printed on it
        then is not on it.

    Raises:
        UnbalancedBillError: For a receipt: it is not paid exactly, or payments are under way.
        UnknownAccountingStateError: For a receipt: this version does not know the state of an item.
        ClosedOtherwiseError: It is closed, but as the other type.
        ConflictError: Somebody changed it twice, while it was being closed.
        OutcomeUnknownError: The answer was lost, and it was not seen closed until the deadline.
        StateUnreadError: It was closed, but could not be read afterwards.
        NotSeenError: The bill was not listed.
        InvalidRequestError: It is refused here, and nothing was sent.
        MewsError: Whatever else goes wrong.
    """
    check_deadline(deadline)
    closing = _Closing(
        mews=mews,
        bill_id=bill_id,
        type_=type_,
        post=partial(
            mews.bills.close,
            bill_id=bill_id,
            type_=type_,
            enterprise_id=enterprise_id,
            bill_counter_id=bill_counter_id,
            fiscal_machine_id=fiscal_machine_id,
            options=options,
            taxed_date=taxed_date,
            due_date=due_date,
            variable_symbol=variable_symbol,
            account_tax_identifier=account_tax_identifier,
            purchase_order_number=purchase_order_number,
            notes=notes,
            account_address=account_address,
            associated_account_data=associated_account_data,
        ),
        deadline=deadline,
        clock=clock,
    )
    try:
        return await closing.close()
    except errors.ConflictError:
        return await closing.close()


@frozen
class _Closing:
    mews: MewsClient
    bill_id: UUID
    type_: models.BillType
    post: Callable[[], Awaitable[models.BillsCloseResult]]
    deadline: float
    clock: Clock

    async def close(self) -> ClosedBill:
        bill = await self._seen(lambda _: True)
        if _is_closed(bill):
            return self._closed(bill, here=False)
        if self.type_ == models.BillType.RECEIPT:
            await self._check_paid()
        try:
            result = await self.post()
        except errors.BadRequestError as error:
            bill = await self._seen(lambda _: True)
            if not _is_closed(bill) and error.parameter == "BillId":
                await self._lag()
                bill = await self._seen(lambda _: True)
            if not _is_closed(bill):
                raise
            return self._closed(bill, here=False)
        except errors.OutcomeUnknownError as error:
            return self._closed(await self._seen_closed_after(error), here=None)
        bills = [it for it in result.bills if it.id == self.bill_id and _is_closed(it)]
        return ClosedBill(bills[0] if bills else await self._seen_after_closing(), closed_here=True)

    async def _check_paid(self) -> None:
        balance = await read_balance(self.mews, self.bill_id)
        if not balance.is_paid:
            await self._lag()
            balance = await read_balance(self.mews, self.bill_id)
        if not balance.is_paid:
            raise UnbalancedBillError(self.bill_id, balance.unpaid, balance.under_way)

    async def _lag(self) -> None:
        await asyncio.sleep(min(_LAG, self.deadline))

    async def _seen(self, enough: Callable[[models.Bill], bool]) -> models.Bill:
        bill = await Polling("bill", lambda: read_bill(self.mews, self.bill_id), enough).until(
            self.deadline, self.clock
        )
        if bill is None:
            raise NotSeenError("bill", self.bill_id, operation="bills/getAll")
        return bill

    async def _seen_closed_after(self, unknown: errors.OutcomeUnknownError) -> models.Bill:
        try:
            bill = await self._seen(_is_closed)
        except errors.MewsError as error:
            # What could not be read says nothing about the outcome: that stays unknown.
            _logger.warning(
                "bill %s could not be read after a lost answer: %s", self.bill_id, error
            )
        else:
            if _is_closed(bill):
                return bill
        raise unknown

    async def _seen_after_closing(self) -> models.Bill:
        try:
            bill = await self._seen(_is_closed)
        except errors.MewsError as error:
            raise StateUnreadError("bill", self.bill_id, operation="bills/close") from error
        if not _is_closed(bill):
            raise StateUnreadError("bill", self.bill_id, operation="bills/close")
        return bill

    def _closed(self, bill: models.Bill, *, here: bool | None) -> ClosedBill:
        if bill.type_ != self.type_:
            raise ClosedOtherwiseError(bill, self.type_)
        return ClosedBill(bill, closed_here=here)


def _is_closed(bill: models.Bill) -> bool:
    return bill.state == models.BillState.CLOSED
