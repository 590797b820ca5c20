from __future__ import annotations

from datetime import datetime
from uuid import UUID

from attrs import frozen

from mews_connector import MewsClient, models
from mews_toolkit.money import is_refund
from mews_toolkit.workflows._errors import NotSeenError
from mews_toolkit.workflows._window import created_about

__all__ = ["ChargeSearch"]


@frozen
class ChargeSearch:
    """Looks for the payment that a charge may have become.

    It can be made by hand as well, after a crash or a cancellation amid a charge.

    Attributes:
        credit_card_id: The card that was to be charged.
        amount: What it was to be charged with.
        since: When the charge was posted, as an aware datetime.
    """

    credit_card_id: UUID
    amount: models.AmountParameters
    since: datetime

    async def candidates(self, mews: MewsClient) -> list[models.Payment]:
        """The payments that it may be, newest first: what is certainly another one is left out.

        Looked for are card payments of the card's owner, from fifteen hours before `since`, as the
        clock here may be off, with that card and that sum, in whatever state. One that is found may
        be another charge of the same card and sum: `notes` tells them apart, if each charge has its
        own, and `created_utc` may. None found proves nothing for as long as the server may still
        work on the request and rows show up late: minutes, not seconds.

        Raises:
            NotSeenError: The card is not listed.
            MewsError: It could not be read.
        """
        page = await mews.credit_cards.get_all(credit_card_ids=[self.credit_card_id]).first_page()
        card = next((it for it in page.items if it.id == self.credit_card_id), None)
        if card is None:
            raise NotSeenError("card", self.credit_card_id, operation="creditCards/getAll")
        rows = mews.payments.get_all(
            account_ids=[card.customer_id], created_utc=created_about(self.since)
        )
        return [row async for row in rows if self._may_be(row)]

    def _may_be(self, row: models.Payment) -> bool:
        if row.type_ not in (models.PaymentType.CREDIT_CARD_PAYMENT, None) or is_refund(row):
            return False
        card = None if row.data is None else row.data.credit_card
        if card is not None and card.credit_card_id not in (self.credit_card_id, None):
            return False
        told = row.original_amount
        if told.currency != self.amount.currency:
            return False
        if self.amount.gross_value is not None:
            return told.gross_value.copy_negate() == self.amount.gross_value
        net = self.amount.net_value
        return told.net_value is None or net is None or told.net_value.copy_negate() == net
