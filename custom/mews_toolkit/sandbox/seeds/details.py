"""What is particular to each type of payment."""

from datetime import datetime
from decimal import Decimal
from random import Random
from uuid import UUID

from attrs import frozen

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.amount import Amount, untaxed
from mews_toolkit.sandbox.entities.payment import (
    AlternativeData,
    CardData,
    CardTransaction,
    ExternalData,
    GhostData,
    InvoiceData,
    PaymentData,
)
from mews_toolkit.sandbox.money import negated
from mews_toolkit.sandbox.seeds.shapes import Shape

_FEE = Decimal("0.25")
_EXTERNAL = ("WireTransfer", "GiftCard", "Voucher", "Cheque", "Cash", "DirectDebit", "Bacs")
_INVOICE = ("Receivable", "Receivable", "Receivable", "Balancing", "Overpayment")
_METHODS = ("Ideal", "ApplePay", "GooglePay", "SepaDirectDebit", "PayPal", "WireTransfer")


@frozen
class Settlement:
    """A payout that a payment was part of."""

    id: str
    settled_utc: datetime


def particulars(
    shape: Shape,
    payment_id: UUID,
    amount: Amount,
    settlement: Settlement | None,
    dice: Random,
    *,
    card_id: UUID,
    bill_id: UUID,
) -> PaymentData | None:
    """The data that goes with the shape's type; cash and deducted tax have none."""
    match shape.type:
        case "CreditCardPayment":
            deal = None
            if settlement is not None and dice.random() < 0.5:
                deal = _transaction(payment_id, amount, settlement)
            return PaymentData(discriminator="CreditCard", credit_card=CardData(card_id, deal))
        case "AlternativePayment":
            method = AlternativeData(_METHODS[int(dice.random() * len(_METHODS))])
            return PaymentData(discriminator="Alternative", alternative=method)
        case "ExternalPayment":
            number = f"till-{1 + int(dice.random() * 9)}/{payment_id.hex[:6]}"
            external = ExternalData(_EXTERNAL[int(dice.random() * len(_EXTERNAL))], number)
            return PaymentData(discriminator="External", external=external)
        case "InvoicePayment":
            invoice = InvoiceData(bill_id, _INVOICE[int(dice.random() * len(_INVOICE))])
            return PaymentData(discriminator="Invoice", invoice=invoice)
        case "GhostPayment":
            return PaymentData(discriminator="Ghost", ghost=GhostData(new_id(dice)))
        case _:
            return None


def _transaction(payment_id: UUID, amount: Amount, settlement: Settlement) -> CardTransaction:
    charged = negated(amount)
    fee = untaxed(amount.currency, _FEE)
    return CardTransaction(
        payment_id=payment_id,
        settlement_id=settlement.id,
        settled_utc=settlement.settled_utc,
        fee=fee,
        adjusted_fee=None,
        charged_amount=charged,
        settled_amount=untaxed(amount.currency, charged.gross_value - _FEE),
    )
