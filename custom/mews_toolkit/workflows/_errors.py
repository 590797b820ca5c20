from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from mews_connector import errors, models

if TYPE_CHECKING:
    from mews_toolkit.workflows._charge_search import ChargeSearch
    from mews_toolkit.workflows._refund_search import RefundSearch

__all__ = [
    "ClosedOtherwiseError",
    "LedgerCurrenciesError",
    "NotSeenError",
    "PaymentOutcomeUnknownError",
    "StateUnreadError",
    "UnbalancedBillError",
    "UnknownAccountingStateError",
]


class NotSeenError(errors.MewsError):
    """The API answered, but did not list the record until the deadline.

    Either there is none that the access token opens, or it is not listed yet.

    Attributes:
        id: The record's id.
    """

    def __init__(self, what: str, id_: UUID, *, operation: str) -> None:
        super().__init__(f"no {what} {id_} was listed until the deadline", operation=operation)
        self.id = id_


class StateUnreadError(errors.MewsError):
    """A write was carried out, but what became of it could not be read; `__cause__` says why.

    Never repeat the write: its record is known.

    Attributes:
        id: The id of the payment, refund or bill. It can be waited for once more.
    """

    def __init__(self, what: str, id_: UUID, *, operation: str) -> None:
        super().__init__(
            f"it was carried out as {what} {id_}, whose state could not be read",
            operation=operation,
        )
        self.id = id_


class PaymentOutcomeUnknownError(errors.OutcomeUnknownError):
    """A charge or refund may or may not have been carried out, and nobody here can tell.

    It was posted once; `__cause__` is the error of that post, if it had one. Before it is posted
    again, look whether it is there: `await error.search.candidates(mews)`.

    Attributes:
        search: Finds the payments that it may have become.
    """

    def __init__(
        self, error: errors.OutcomeUnknownError, search: ChargeSearch | RefundSearch
    ) -> None:
        super().__init__(
            f"{error.message}; what it may have become is found by .search.candidates(mews)",
            operation=error.operation,
            request_id=error.request_id,
            status=error.status,
        )
        self.search = search


class UnknownAccountingStateError(errors.MewsError):
    """An order item is in an accounting state that came later: nobody here knows what it is worth.

    Attributes:
        item: The item.
    """

    def __init__(self, item: models.OrderItem) -> None:
        super().__init__(
            f"order item {item.id} is in an accounting state that this version does not know,"
            f" {item.accounting_state}: whether it was sold cannot be told"
        )
        self.item = item


class LedgerCurrenciesError(errors.MewsError):
    """A ledger opened a day in one currency and closed it in another: no figure is its change.

    Attributes:
        balance: What the ledger stood at on that day.
    """

    def __init__(self, balance: models.LedgerBalance) -> None:
        before, after = balance.opening_balance.currency, balance.closing_balance.currency
        super().__init__(
            f"ledger {balance.ledger_type} opened {balance.date} in {before} and closed it in"
            f" {after}, which have no difference; leave that day out, or the ledger by ledger_types"
        )
        self.balance = balance


class UnbalancedBillError(errors.MewsError):
    """A bill cannot be closed as a receipt: it is not paid exactly. Nothing was sent.

    Attributes:
        bill_id: The bill.
        balance: What is unpaid, per currency; negative where too much was paid.
        under_way: The payments on it that have no outcome yet, which the balance leaves out.
    """

    def __init__(
        self, bill_id: UUID, balance: Mapping[str, Decimal], under_way: Iterable[UUID]
    ) -> None:
        self.bill_id = bill_id
        self.balance: dict[str, Decimal] = dict(balance)
        self.under_way: tuple[UUID, ...] = tuple(under_way)
        unpaid = ", ".join(f"{value:f} {code}" for code, value in self.balance.items()) or "nothing"
        pending = ", ".join(map(str, self.under_way))
        super().__init__(
            f"a receipt has to be paid exactly, but of bill {bill_id} {unpaid} is unpaid"
            + (f" and payments are under way: {pending}" if pending else ""),
            operation="bills/close",
        )


class ClosedOtherwiseError(errors.MewsError):
    """The bill is closed, but as the other type: as an invoice and no receipt, or vice versa.

    Attributes:
        bill: The bill as it is.
    """

    def __init__(self, bill: models.Bill, wanted: models.BillType) -> None:
        super().__init__(
            f"bill {bill.id} was to be closed as {wanted}, but is closed as {bill.type_}",
            operation="bills/close",
        )
        self.bill = bill
