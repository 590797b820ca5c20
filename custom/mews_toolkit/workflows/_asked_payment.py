from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from attrs import frozen

from mews_connector import errors, models
from mews_toolkit.money import check_sendable, exact_sum

__all__ = ["AskedPayment"]

# The API tells no limit for this identifier, and this one for those of outlets' items. What it cut
# off would not be found again.
_LONGEST_IDENTIFIER = 255


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

    def faults(self) -> list[str]:
        """All that is wrong with it, whatever the API has to say.

        Raises:
            ConfigurationError: The package `iso4217` is not installed.
        """
        return [*_faults_of_amount(self.amount), *_faults_of_identifier(self.external_identifier)]

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
            return given.gross_value.copy_negate() == self.amount.gross_value
        net = self.amount.net_value
        return net is not None and _net(given).copy_negate() == net

    def __str__(self) -> str:
        amount = self.amount
        value = f"{amount.net_value} {amount.currency} net"
        if amount.gross_value is not None:
            value = f"{amount.gross_value} {amount.currency} gross"
        return f"an external payment of {value}, {self.type_}, as {self.external_identifier!r}"


def _faults_of_amount(amount: object) -> list[str]:
    if not isinstance(amount, models.AmountParameters):
        return ["amount: must be AmountParameters"]
    if (amount.gross_value is None) == (amount.net_value is None):
        return ["amount: needs either gross_value or net_value"]
    try:
        # Money given back is recorded as a negative sum.
        check_sendable(amount, signed=True)
    except errors.InvalidRequestError as error:
        return list(error.problems)
    return []


def _faults_of_identifier(identifier: object) -> list[str]:
    name = "external_identifier"
    if not isinstance(identifier, str) or not identifier.strip():
        return [f"{name}: must be a text that is not empty"]
    faults: list[str] = []
    if identifier != identifier.strip():
        faults.append(f"{name}: must not begin or end with blanks")
    elif not identifier.isprintable():
        faults.append(f"{name}: must have no blanks but spaces, and no control characters")
    if len(identifier) > _LONGEST_IDENTIFIER:
        faults.append(f"{name}: must have {_LONGEST_IDENTIFIER} characters at most")
    return faults


def _net(amount: models.Amount) -> Decimal:
    if amount.net_value is not None:
        return amount.net_value
    return exact_sum(amount.gross_value, *(tax.value.copy_negate() for tax in amount.tax_values))
