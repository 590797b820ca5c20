"""Giving payments back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.payment import Payment
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"


def charged(sandbox: Sandbox, payment_type: str = "CreditCardPayment") -> Payment:
    """A charged payment of the first enterprise of which nothing was refunded yet."""
    return next(
        it
        for it in sandbox.payments
        if it.enterprise_id == sandbox.enterprises[0].id
        and (it.type, it.kind, it.state) == (payment_type, "Payment", "Charged")
        and it.id not in sandbox.store.refunds
    )


def asked(payment: Payment, **more: Any) -> dict[str, Any]:
    return {
        "PaymentId": str(payment.id),
        "AccountId": str(payment.account_id),
        "Reason": "cold soup",
        **more,
    }


@pytest.mark.parametrize(
    ("payment_type", "state"),
    [("CreditCardPayment", "Charged"), ("AlternativePayment", "Pending")],
)
def test_a_refund_gives_the_whole_payment_back_as_a_payment_of_its_own(
    api: DocumentedCaller, sandbox: Sandbox, payment_type: str, state: str
) -> None:
    payment = charged(sandbox, payment_type)
    refunded = api.get("payments/refund", **asked(payment))

    row = sandbox.payments.get(UUID(refunded["RefundId"]))
    assert row is not None
    assert (row.kind, row.state, row.type) == ("Refund", state, payment_type)
    assert row.original_amount.gross_value == -payment.original_amount.gross_value > 0
    assert row.account_id == payment.account_id
    assert row.notes == "cold soup"
    assert refunded["Amount"] == {
        "Currency": payment.original_amount.currency,
        "Value": -payment.original_amount.gross_value,
    }
    assert refunded["State"] == state
    assert refunded["Type"] == payment_type


def test_a_refund_gives_no_more_back_than_is_left(api: DocumentedCaller, sandbox: Sandbox) -> None:
    payment = charged(sandbox)
    paid = -payment.original_amount.gross_value
    rows = len(sandbox.payments)

    first = api.get("payments/refund", **asked(payment, ValueToRefund=0.01))
    too_much = api.refusal("payments/refund", **asked(payment, ValueToRefund=float(paid)))
    rest = api.get("payments/refund", **asked(payment))
    nothing = api.refusal("payments/refund", **asked(payment))

    assert first["Amount"]["Value"] == Decimal("0.01")
    assert too_much[0] == nothing[0] == 403
    assert str(paid - Decimal("0.01")) in too_much[1]
    assert rest["Amount"]["Value"] == paid - Decimal("0.01")
    assert len(sandbox.payments) == rows + 2


def test_a_refund_changes_when_the_payment_was_updated(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    payment = charged(sandbox)
    api.get("payments/refund", **asked(payment))
    changed = sandbox.payments.get(payment.id)
    assert changed is not None
    assert changed.updated_utc == sandbox.now() > payment.updated_utc


@pytest.mark.parametrize(
    ("payment_type", "kind", "state"),
    [
        ("CashPayment", None, "Charged"),
        ("ExternalPayment", None, "Charged"),
        ("CreditCardPayment", "Payment", "Failed"),
        ("AlternativePayment", "Payment", "Pending"),
        ("CreditCardPayment", "Refund", "Charged"),
    ],
)
def test_a_refund_refuses_what_was_not_charged_by_card_or_alternative_method(
    api: DocumentedCaller,
    sandbox: Sandbox,
    *,
    payment_type: str,
    kind: str | None,
    state: str,
) -> None:
    payment = next(
        it
        for it in sandbox.payments
        if (it.type, it.kind, it.state) == (payment_type, kind, state)
        and it.enterprise_id == sandbox.enterprises[0].id
    )
    assert api.refusal("payments/refund", **asked(payment))[0] == 403


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({"PaymentId": UNKNOWN}, "PaymentId"),
        ({"AccountId": UNKNOWN}, "AccountId"),
        ({"ValueToRefund": 0}, "ValueToRefund"),
        ({"ValueToRefund": -5}, "ValueToRefund"),
    ],
)
def test_a_refund_refuses_what_is_not_there(
    api: DocumentedCaller,
    sandbox: Sandbox,
    wrong: dict[str, Any],
    parameter: str,
) -> None:
    body = asked(charged(sandbox)) | wrong
    assert api.refusal("payments/refund", **body) == (400, f"Invalid {parameter}")
