"""payments."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.payment import Payment
from support.fittings.fitting import Changes, Fitting, customer, lately, london, of_london, only

__all__ = ["FITTINGS"]


def _list(sandbox: Sandbox) -> Changes:
    kept = ("Currency", "AccountingStates", "States", "Type")
    return only("payments/getAll", *kept, CreatedUtc=lately(sandbox))


def _external(sandbox: Sandbox) -> Changes:
    return {**london(sandbox), "AccountId": sandbox.customer().id}


def _refund(sandbox: Sandbox) -> Changes:
    def wanted(payment: Payment) -> bool:
        return (
            payment.type == "CreditCardPayment"
            and payment.kind == "Payment"
            and payment.state == "Charged"
            and sandbox.store.refundable(payment) > 1
        )

    payment = of_london(sandbox, sandbox.payments, wanted)
    named = {"PaymentId": payment.id, "AccountId": payment.account_id}
    return {**london(sandbox), **named, "ValueToRefund": Decimal("0.50")}


FITTINGS: Mapping[str, Fitting] = {
    "payments/addAlternative": customer,
    "payments/addCreditCard": customer,
    "payments/addExternal": _external,
    "payments/getAll": _list,
    "payments/refund": _refund,
}
