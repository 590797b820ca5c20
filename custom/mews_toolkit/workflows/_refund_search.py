from __future__ import annotations

from datetime import datetime

from attrs import frozen

from mews_connector import MewsClient, models
from mews_toolkit.money import is_refund
from mews_toolkit.workflows._window import created_about

__all__ = ["RefundSearch"]


@frozen
class RefundSearch:
    """Looks for the refund that a request for one may have become.

    It can be made by hand as well, after a crash or a cancellation amid a refund.

    Attributes:
        payment: The payment that was to be refunded.
        amount: How much of it, as a positive sum; None for all that was left.
        since: When the refund was posted, as an aware datetime.
    """

    payment: models.Payment
    amount: models.CurrencyValue | None
    since: datetime

    async def candidates(self, mews: MewsClient) -> list[models.Payment]:
        """The refunds that it may be, newest first: what is certainly another one is left out.

        Looked for are refunds of the same account, type and currency, from fifteen hours before
        `since`, as the clock here may be off, with that sum where one was named, in whatever state.
        The API does not tell which payment a refund gives back, so one that is found may be of
        another payment, or an earlier one of this. None found proves nothing for as long as the
        server may still work on the request and rows show up late: minutes, not seconds.

        Raises:
            MewsError: They could not be read.
        """
        rows = mews.payments.get_all(
            account_ids=[self.payment.account_id], created_utc=created_about(self.since)
        )
        return [row async for row in rows if self._may_be(row)]

    def _may_be(self, row: models.Payment) -> bool:
        told, paid = row.original_amount, self.payment.original_amount
        return (
            is_refund(row)
            and row.id != self.payment.id
            and (row.type_ is None or row.type_ == self.payment.type_)
            and told.currency == paid.currency
            and (
                self.amount is None
                or told.currency != self.amount.currency
                or told.gross_value == self.amount.value
            )
        )
