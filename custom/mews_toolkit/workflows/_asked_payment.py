from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from attrs import frozen

from mews_connector import models

__all__ = ["AskedPayment"]


@frozen(kw_only=True)
class AskedPayment:
    """The external payment that is to exist once.

    Attributes:
        account_id: Customer or company that paid.
        amount: As a request has it: positive for money received.
        type_: How the money was taken.
        external_identifier: The payment's identifier in the caller's own system.
    """

    account_id: UUID
    amount: models.AmountParameters
    type_: models.ExternalPaymentType
    external_identifier: str

    def is_shown_by(self, payment: models.Payment) -> bool:
        """Whether the payment has the identifier."""
        external = payment.data.external if payment.data else None
        return external is not None and external.external_identifier == self.external_identifier

    def agrees_with(self, payment: models.Payment) -> bool:
        """Whether the payment has identifier, currency, value and type.

        An answer counts money received as negative, a request as positive. What a payment was
        before any conversion is what was asked for.
        """
        external = payment.data.external if payment.data else None
        given = payment.original_amount
        if external is None or not self.is_shown_by(payment) or external.type_ != self.type_:
            return False
        if given.currency != self.amount.currency:
            return False
        if self.amount.gross_value is not None:
            return given.gross_value == -self.amount.gross_value
        return self.amount.net_value is not None and _net(given) == -self.amount.net_value

    def __str__(self) -> str:
        amount = self.amount
        gross = amount.gross_value
        value = f"{amount.net_value} {amount.currency} net"
        if gross is not None:
            value = f"{gross} {amount.currency} gross"
        return f"an external payment of {value}, {self.type_}, as {self.external_identifier!r}"


def _net(amount: models.Amount) -> Decimal:
    if amount.net_value is not None:
        return amount.net_value
    return amount.gross_value - sum((tax.value for tax in amount.tax_values), Decimal(0))
