"""What a journal is told of a request is found by its shape, and is no secret."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

import pytest

from mews_runtime import Kind
from mews_runtime._journal_facts import enterprises_of, facts_of
from support.examples import OPERATIONS, published

VISA = "4111111111111111"
ID = UUID("8ddea57b-6a5c-4eec-8c4c-24467dce118e")
WRITES = [name for name, operation in OPERATIONS.items() if operation.kind is Kind.WRITE]
OF_MONEY = [
    "creditCards/charge",
    "outletBills/add",
    "paymentRequests/add",
    "payments/addAlternative",
    "payments/addCreditCard",
    "payments/addExternal",
]


def facts(request: object) -> tuple[Sequence[str], list[tuple[str, Decimal, str | None]], object]:
    found = facts_of(json.dumps(request).encode(), _unchanged)
    amounts = [(it.path, it.value, it.currency) for it in found.amounts]
    return found.external_identifiers, amounts, dict(found.ids)


def _unchanged(text: str) -> str:
    return text


def test_amounts_are_found_wherever_they_stand() -> None:
    identifiers, amounts, _ = facts(
        {
            "Bills": [
                {
                    "Items": [
                        {
                            "UnitCount": 2,
                            "UnitAmount": {"Currency": "EUR", "NetValue": 1.50},
                            "ExternalIdentifier": "first",
                        },
                        {"ExternalIdentifier": "second"},
                    ]
                }
            ]
        }
    )

    assert identifiers == ("first", "second")
    assert amounts == [
        ("Bills[0].Items[0].UnitCount", Decimal(2), None),
        ("Bills[0].Items[0].UnitAmount.NetValue", Decimal("1.5"), "EUR"),
    ]


def test_a_refund_names_its_payment_and_its_value() -> None:
    _, amounts, ids = facts({"PaymentId": str(ID), "ValueToRefund": 7, "Reason": "too loud"})

    assert amounts == [("ValueToRefund", Decimal(7), None)]
    assert ids == {"PaymentId": ID}


def test_every_id_of_a_list_is_named() -> None:
    _, _, ids = facts({"PaymentRequestIds": [str(ID), str(ID)]})

    assert ids == {"PaymentRequestIds[0]": ID, "PaymentRequestIds[1]": ID}


def test_an_amount_has_the_digits_that_are_sent() -> None:
    found = facts_of(b'{"Amount": {"Currency": "JPY", "GrossValue": 100.00}}', _unchanged)

    assert str(found.amounts[0].value) == "100.00"


@pytest.mark.parametrize("operation", OF_MONEY)
def test_each_operation_with_money_tells_its_amount(operation: str) -> None:
    found = facts_of(published()[operation][0], _unchanged)

    assert [it for it in found.amounts if it.currency]


@pytest.mark.parametrize("operation", WRITES)
def test_no_text_of_a_request_is_told_beside_identifiers(operation: str) -> None:
    request = json.loads(published()[operation][0])
    texts = {it for it in _texts(request) if len(it) > 3 and not _is_uuid(it)}

    found = facts_of(json.dumps(request).encode(), _unchanged)

    said = repr([[it.currency for it in found.amounts], [value for _, value in found.ids]])
    assert {it for it in texts if it in said} <= set(found.external_identifiers)


@pytest.mark.parametrize(
    "request_",
    [
        {"Number": int(VISA)},
        {"ExternalIdentifier": VISA},
        {"CreditCardId": VISA},
        {"Amount": {"Currency": VISA, "Value": 1}},
        {"CreditCard": {"Number": "4111********1111", "Expiration": "2030-04"}},
    ],
)
def test_no_card_data_is_told(request_: object) -> None:
    said = repr(facts_of(json.dumps(request_).encode(), _unchanged))

    assert VISA not in said
    assert "1111" not in said
    assert "2030" not in said


def test_whatever_nests_deeply_is_told() -> None:
    deep = b'{"A":' * 400 + b'{"Value":1}' + b"}" * 400

    assert len(facts_of(deep, _unchanged).amounts) == 1


@pytest.mark.parametrize(
    ("request_", "enterprises"),
    [
        ({"EnterpriseId": str(ID)}, (ID,)),
        ({"EnterpriseIds": [str(ID), str(ID)]}, (ID, ID)),
        ({"EnterpriseIds": None, "EnterpriseId": "what a guest wrote"}, ()),
        ({"EnterpriseIds": {}}, ()),
        ([], ()),
    ],
)
def test_the_enterprises_of_a_request_are_found(
    request_: object, enterprises: tuple[UUID, ...]
) -> None:
    assert enterprises_of(json.dumps(request_).encode()) == enterprises


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        properties = cast("dict[str, Any]", value)
        return [text for each in properties.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in cast("list[object]", value) for text in _texts(each)]
    return [value] if isinstance(value, str) else []


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
