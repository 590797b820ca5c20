"""What a test can have been there before, as the API shows it: all by the document."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, cast

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.seeds.enterprises import PARIS
from support.documented_caller import DocumentedCaller

ONE = {"Count": 1}


def payment(api: DocumentedCaller, row_id: object) -> dict[str, Any]:
    (found,) = api.get("payments/getAll", PaymentIds=[str(row_id)], Limitation=ONE)["Payments"]
    return cast("dict[str, Any]", found)


def test_payments(api: DocumentedCaller, sandbox: Sandbox, now: datetime) -> None:
    # given a payment of a month ago, and a charge under way
    then = now - timedelta(days=30)
    cash = sandbox.given.external_payment("18.00", external_identifier="a", created_utc=then)
    charge = sandbox.given.card_payment(Decimal("9.50"), currency="EUR", state="Pending")

    # then they are listed in their place, with the signs of the API
    assert payment(api, cash.id)["CreatedUtc"] == f"{then:%Y-%m-%dT%H:%M:%SZ}"
    assert payment(api, cash.id)["Amount"]["GrossValue"] == -18
    assert payment(api, charge.id)["OriginalAmount"]["GrossValue"] == Decimal("-9.5")
    assert payment(api, charge.id)["ChargedUtc"] is None
    assert list(sandbox.payments).index(charge) < list(sandbox.payments).index(cash)
    # and none of it was added by a caller
    sandbox.payments.not_added()
    sandbox.credit_cards.not_added()


def test_an_account_that_pays(sandbox: Sandbox) -> None:
    guest = sandbox.given.customer("Grace Cooper")
    firm = sandbox.given.company("Salt & Company")

    assert sandbox.given.external_payment(5, account=firm).account_type == "Company"
    card = sandbox.given.credit_card(guest)
    assert sandbox.given.card_payment(5, card).account_id == guest.id
    assert (
        sandbox.given.external_payment(
            "5", account=sandbox.given.customer(enterprise_id=PARIS)
        ).amount.currency
        == "EUR"
    )
    sandbox.accounts.not_added()


def test_a_bill_that_is_paid_can_be_closed(api: DocumentedCaller, sandbox: Sandbox) -> None:
    bill = sandbox.given.bill(sandbox.given.customer("Grace Cooper"), items=["14.50", "22.50"])
    sandbox.given.external_payment("37.00", bill=bill)

    api.get("bills/close", BillId=str(bill.id), Type="Receipt")

    (row,) = [it for it in sandbox.bills if it.id == bill.id]
    assert row.state == "Closed"
    sandbox.bills.not_added()
    sandbox.order_items.not_added()


@pytest.mark.parametrize(
    ("charge", "state"),
    [("Charged", "Charged"), ("Pending", "Pending"), ("Verifying", "Verifying")],
)
def test_a_card_whose_charges_end_as_it_was_told(
    api: DocumentedCaller, sandbox: Sandbox, charge: Any, state: str
) -> None:
    card = sandbox.given.credit_card(charge=charge)

    api.get(
        "creditCards/charge", CreditCardId=str(card.id), Amount={"Currency": "GBP", "GrossValue": 5}
    )

    assert sandbox.payments.added(credit_card_id=card.id).state == state


def test_a_card_that_is_declined(api: DocumentedCaller, sandbox: Sandbox) -> None:
    card = sandbox.given.credit_card(charge="Declined")

    asked = {"CreditCardId": str(card.id), "Amount": {"Currency": "GBP", "GrossValue": 5}}
    assert api.refusal("creditCards/charge", **asked)[0] == 403
    sandbox.payments.not_added()


def test_a_payment_request(api: DocumentedCaller, sandbox: Sandbox) -> None:
    request = sandbox.given.payment_request("75.00")

    answer = api.get("paymentRequests/getAll", PaymentRequestIds=[str(request.id)], Limitation=ONE)

    assert answer["PaymentRequests"][0]["State"] == "Pending"
    assert answer["PaymentRequests"][0]["Amount"]["GrossValue"] == 75
    sandbox.payment_requests.not_added()


def test_a_float_is_no_sum(sandbox: Sandbox) -> None:
    with pytest.raises(TypeError, match="never a float"):
        sandbox.given.external_payment(0.1)  # type: ignore[arg-type]  # that is what is tried
