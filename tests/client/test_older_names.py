"""A property that older answers carry under another name is read under either."""

import json
from typing import Any

import pytest

from mews_connector import models
from support.examples import published

PAYMENT: dict[str, Any] = json.loads(published()["payments/getAll"][1])["Payments"][0]
OTHERS = {name: value for name, value in PAYMENT.items() if name != "Type"}
CASH, CARD = models.PaymentType.CASH_PAYMENT, models.PaymentType.CREDIT_CARD_PAYMENT


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ({"Type": "CashPayment"}, CASH),
        ({"PaymentType": "CashPayment"}, CASH),
        ({"PaymentType": None, "Type": "CashPayment"}, CASH),
        ({"Type": "CashPayment", "PaymentType": None}, CASH),
        ({"PaymentType": "CashPayment", "Type": None}, CASH),
        ({"Type": None, "PaymentType": "CreditCardPayment"}, CARD),
        ({"Type": None, "PaymentType": None}, None),
        ({}, None),
    ],
)
def test_null_under_one_name_leaves_what_the_other_says(
    told: dict[str, Any], read: models.PaymentType | None
) -> None:
    assert models.Payment.from_json(json.dumps(OTHERS | told)).type_ == read
    assert models.Payment.from_json(json.dumps(told | OTHERS)).type_ == read
