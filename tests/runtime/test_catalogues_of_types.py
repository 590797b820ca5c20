"""What reports and forms ask of types and kinds: signs, what can be refunded, charged, recorded."""

from __future__ import annotations

import json

from mews_connector import models
from mews_connector.models import (
    BillType,
    CashierTransactionType,
    CreditCardKind,
    CreditCardType,
    PaymentDataDiscriminator,
    PaymentKind,
    PaymentType,
    RefundType,
)
from support.catalogues import schemas
from support.examples import published


def test_one_type_of_payment_is_only_asked_for() -> None:
    assert set(PaymentType) - set(PaymentType.of_payments()) == {"Payment"}


def test_what_can_be_refunded_is_what_refunds_are_of() -> None:
    assert PaymentType.refundable() == ("CreditCardPayment", "AlternativePayment")
    assert {each.info.of for each in RefundType} == set(PaymentType.refundable())


def test_a_type_names_the_property_that_its_data_fills() -> None:
    named = [each.info.data for each in PaymentType if each.info.data is not None]

    assert set(named) == set(PaymentDataDiscriminator)
    assert len(set(named)) == len(named)
    assert PaymentType.EXTERNAL_PAYMENT.info.data == "External"
    assert PaymentType.CASH_PAYMENT.info.data is None


def test_the_published_payments_bear_out_data_and_sign() -> None:
    rows = json.loads(published()["payments/getAll"][1])["Payments"]

    for payment in [models.Payment.from_json(json.dumps(row)) for row in rows]:
        assert payment.type_ is not None
        discriminator = payment.data and payment.data.discriminator
        assert discriminator == payment.type_.info.data
        assert payment.kind is PaymentKind.PAYMENT
        assert payment.amount.gross_value is not None
        assert payment.amount.gross_value * (payment.kind.info.sign or 0) > 0


def test_payments_are_below_zero_and_refunds_above() -> None:
    assert PaymentKind.PAYMENT.info.sign == -1
    assert PaymentKind.REFUND.info.sign == 1


def test_a_sign_that_was_only_observed_is_not_called_documented() -> None:
    assert PaymentKind.PAYMENT.info.sign_documented
    assert not PaymentKind.REFUND.info.sign_documented


def test_the_sign_of_a_dispute_is_not_guessed() -> None:
    assert PaymentKind.disputed() == ("Chargeback", "ChargebackReversal")
    assert [each.info.sign for each in PaymentKind.disputed()] == [None, None]


def test_money_goes_back_by_refund_and_chargeback() -> None:
    assert PaymentKind.returning_money() == ("Chargeback", "Refund")


def test_only_a_card_of_the_gateway_can_be_charged() -> None:
    assert CreditCardKind.chargeable() == ("Gateway",)
    assert not CreditCardKind.TERMINAL.info.chargeable


def test_a_brand_is_recordable_where_recording_a_card_payment_takes_it() -> None:
    taken = schemas()["CreditCardPaymentCardType"]["enum"]

    assert set(CreditCardType.recordable()) == set(CreditCardType) & set(taken)
    assert CreditCardType.VISA in CreditCardType.recordable()


def test_a_bill_paid_in_full_is_closed_as_a_receipt_and_any_other_as_an_invoice() -> None:
    assert BillType.closing(paid_in_full=True) == ("Receipt",)
    assert BillType.closing(paid_in_full=False) == ("Invoice",)
    assert [each for each in BillType if each.info.has_due_date] == ["Invoice"]


def test_cash_goes_in_by_one_type_and_out_by_the_others() -> None:
    assert CashierTransactionType.putting_in() == ("CashIn",)
    assert set(CashierTransactionType.taking_out()) == set(CashierTransactionType) - {"CashIn"}
