"""Which money came in, which went back, and which never moved."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mews_connector import models
from mews_toolkit.money import UnknownPaymentStateError, is_refund, received, total
from mews_toolkit.sandbox import Sandbox

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def amount(value: str, currency: str = "GBP") -> models.Amount:
    return models.Amount(currency=currency, gross_value=Decimal(value), tax_values=[])


def payment(value: str = "-10", **changes: Any) -> models.Payment:
    given: dict[str, Any] = {
        "id": UUID(int=1),
        "enterprise_id": UUID(int=2),
        "account_id": UUID(int=3),
        "amount": amount(value),
        "original_amount": amount(value),
        "created_utc": NOW,
        "updated_utc": NOW,
        "accounting_state": models.AccountingState.OPEN,
        "state": models.PaymentState.CHARGED,
        "type_": models.PaymentType.CREDIT_CARD_PAYMENT,
    }
    return models.Payment(**(given | changes))


def pounds(value: str) -> models.CurrencyValue:
    return models.CurrencyValue(currency="GBP", value=Decimal(value))


def test_money_that_came_in_is_positive() -> None:
    assert received(payment("-10")) == pounds("10")


def test_money_that_went_back_is_negative() -> None:
    assert received(payment("4")) == pounds("-4")


def test_the_sum_before_conversion_can_be_had() -> None:
    paid = payment("-10", original_amount=amount("-12", "EUR"))

    assert received(paid) == pounds("10")
    assert received(paid, original=True).currency == "EUR"
    assert received(paid, original=True).value == Decimal(12)


@pytest.mark.parametrize("state", ["PENDING", "VERIFYING", "FAILED", "CANCELED"])
def test_what_was_not_charged_is_nothing_yet_or_ever(state: str) -> None:
    nothing = received(payment(state=models.PaymentState[state]))

    assert nothing == pounds("0")
    assert not nothing.value.is_signed()


def test_a_state_of_the_future_is_not_guessed() -> None:
    with pytest.raises(UnknownPaymentStateError, match="Teleported"):
        received(payment(state=models.PaymentState("Teleported")))


@pytest.mark.parametrize("type_", ["INVOICE_PAYMENT", "GHOST_PAYMENT"])
@pytest.mark.parametrize("value", ["-10", "10"])
def test_what_stands_for_no_money_is_none(type_: str, value: str) -> None:
    entry = payment(value, type_=models.PaymentType[type_])

    assert received(entry) == pounds("0")
    assert not is_refund(entry)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("-10", None, False),
        ("10", None, True),
        ("-10", "Payment", False),
        ("10", "Payment", True),
        ("10", "Refund", True),
        ("10", "Chargeback", False),
        ("-10", "ChargebackReversal", False),
        ("10", "SomethingNew", True),
        ("0", None, False),
    ],
)
def test_a_refund_is_known_by_its_kind_or_sign(
    value: str,
    kind: str | None,
    expected: bool,  # noqa: FBT001 - pytest passes it by its name
) -> None:
    kind_ = None if kind is None else models.PaymentKind(kind)

    assert is_refund(payment(value, kind=kind_)) is expected


def test_a_pending_refund_is_a_refund_that_gave_nothing_back_yet() -> None:
    pending = payment("10", kind=models.PaymentKind.REFUND, state=models.PaymentState.PENDING)

    assert is_refund(pending)
    assert received(pending) == pounds("0")


def test_the_money_of_a_whole_year_adds_up() -> None:
    sandbox = Sandbox(payments=300)
    london = sandbox.enterprises[0].id
    rows = [it for it in sandbox.payments if it.enterprise_id == london]
    payments = [
        payment(
            str(it.amount.gross_value),
            state=models.PaymentState(it.state),
            type_=models.PaymentType(it.type),
        )
        for it in rows
    ]
    moved = [
        it.amount.gross_value
        for it in rows
        if it.state == "Charged" and it.type not in ("InvoicePayment", "GhostPayment")
    ]

    assert total(map(received, payments)).value == -sum(moved)
