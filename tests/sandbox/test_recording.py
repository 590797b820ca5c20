"""Recording and starting payments."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.account import Account
from support.documented_caller import DocumentedCaller

POUNDS = {"Currency": "GBP", "GrossValue": 100}
UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"


def company(sandbox: Sandbox) -> Account:
    london = sandbox.enterprises[0].id
    return next(it for it in sandbox.accounts if (it.type, it.enterprise_id) == ("Company", london))


class TestAddExternal:
    def test_records_money_received_as_a_negative_amount(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        added = api.get(
            "payments/addExternal",
            AccountId=str(sandbox.customer().id),
            Amount=POUNDS,
            Type="Cash",
            ExternalIdentifier="till-7/000123",
            Notes="at the bar",
        )
        payment = sandbox.payments[0]
        assert str(payment.id) == added["ExternalPaymentId"]
        assert (payment.type, payment.state) == ("ExternalPayment", "Charged")
        assert payment.original_amount.gross_value == -100
        assert payment.data is not None
        assert payment.data.external is not None
        assert payment.data.external.type == "Cash"
        assert payment.data.external.external_identifier == "till-7/000123"
        assert payment.notes == "at the bar"

        found = api.get(
            "payments/getAll", PaymentIds=[added["ExternalPaymentId"]], Limitation={"Count": 1}
        )
        assert found["Payments"][0]["Amount"]["GrossValue"] == -100

    def test_records_money_given_back_as_a_positive_amount(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        amount = POUNDS | {"GrossValue": -25.5}
        api.get("payments/addExternal", AccountId=str(sandbox.customer().id), Amount=amount)
        assert sandbox.payments[0].original_amount.gross_value == Decimal("25.5")

    def test_takes_the_older_name_of_the_account(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        api.get("payments/addExternal", CustomerId=str(sandbox.customer().id), Amount=POUNDS)
        assert sandbox.payments[0].account_id == sandbox.customer().id

    def test_goes_onto_an_open_bill_only(self, api: DocumentedCaller, sandbox: Sandbox) -> None:
        account_id = sandbox.customer().id
        bills = {it.state: str(it.id) for it in sandbox.bills if it.account_id == account_id}
        body: dict[str, Any] = {"AccountId": str(account_id), "Amount": POUNDS}

        api.get("payments/addExternal", BillId=bills["Open"], **body)
        assert str(sandbox.payments[0].bill_id) == bills["Open"]
        for bill in (bills["Closed"], UNKNOWN):
            refusal = api.refusal("payments/addExternal", BillId=bill, **body)
            assert refusal == (400, "Invalid BillId")

    @pytest.mark.parametrize("name", ["AccountId", "CustomerId"])
    def test_refuses_an_account_that_the_enterprise_does_not_have(
        self, api: DocumentedCaller, sandbox: Sandbox, name: str
    ) -> None:
        elsewhere = sandbox.customer(sandbox.enterprises[1].id)
        for account_id in (UNKNOWN, str(elsewhere.id)):
            body = {name: account_id, "Amount": POUNDS}
            assert api.refusal("payments/addExternal", **body) == (400, f"Invalid {name}")

    def test_refuses_a_type_that_is_not_enabled(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        body = {"AccountId": str(sandbox.customer().id), "Amount": POUNDS, "Type": "Reka"}
        status, message = api.refusal("payments/addExternal", **body)
        assert status == 403
        assert "Reka" in message

    @pytest.mark.parametrize("stated", [{}, {"Type": "Unspecified"}])
    def test_wants_the_type_stated_in_france(
        self, portfolio: DocumentedCaller, sandbox: Sandbox, stated: dict[str, str]
    ) -> None:
        paris = next(it for it in sandbox.enterprises if it.legal_environment_code == "FR")
        body = {
            "EnterpriseId": str(paris.id),
            "AccountId": str(sandbox.customer(paris.id).id),
            "Amount": {"Currency": "EUR", "GrossValue": 10},
        }
        assert portfolio.refusal("payments/addExternal", **body | stated)[0] == 403
        portfolio.get("payments/addExternal", **body, Type="Cash")
        assert sandbox.payments[0].enterprise_id == paris.id


class TestAddCreditCard:
    CARD: ClassVar = {
        "Type": "Visa",
        "Number": "411111******1111",
        "Name": "Ada Archer",
        "Expiration": "12/2030",
    }

    def test_records_a_card_payment(self, api: DocumentedCaller, sandbox: Sandbox) -> None:
        added = api.get(
            "payments/addCreditCard",
            CustomerId=str(sandbox.customer().id),
            Amount=POUNDS,
            CreditCard=self.CARD,
            ReceiptIdentifier="123456",
        )
        payment = sandbox.payments[0]
        assert (payment.type, payment.state) == ("CreditCardPayment", "Charged")
        assert payment.identifier == "123456"
        assert payment.data is not None
        assert payment.data.credit_card is not None
        assert str(payment.data.credit_card.credit_card_id) == added["CreditCardId"]

    def test_refuses_a_company(self, api: DocumentedCaller, sandbox: Sandbox) -> None:
        body = {"CustomerId": str(company(sandbox).id), "Amount": POUNDS, "CreditCard": self.CARD}
        assert api.refusal("payments/addCreditCard", **body) == (400, "Invalid CustomerId")


class TestAddAlternative:
    MANDATE: ClassVar = {
        "Iban": "NL00BANK0123456789",
        "Name": "Ada Archer",
        "Email": "ada@guest.example",
        "UserAgent": "Browser 1.0",
        "RemoteIpAddress": "192.0.2.1",
    }

    @pytest.mark.parametrize(
        "form",
        [
            {"Data": {"Discriminator": "Ideal", "Ideal": {"RedirectUrl": "https://shop.example"}}},
            {"Data": {"Discriminator": "ApplePay"}},
            {"Method": "Ideal", "RedirectUrl": "https://shop.example"},
        ],
    )
    def test_sends_the_customer_to_a_page_and_waits(
        self, api: DocumentedCaller, sandbox: Sandbox, form: dict[str, Any]
    ) -> None:
        body = {"CustomerId": str(sandbox.customer().id), "Amount": POUNDS}
        started = api.get("payments/addAlternative", **body, **form)
        payment = sandbox.payments[0]
        assert str(payment.id) == started["PaymentId"]
        assert (payment.type, payment.state) == ("AlternativePayment", "Pending")
        assert payment.charged_utc is None
        assert started["NextAction"]["Discriminator"] == "RedirectToUrl"
        assert started["NextAction"]["Value"].startswith("https://")

    def test_a_direct_debit_needs_no_next_action(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        data = {"Discriminator": "SepaDirectDebit", "SepaDirectDebit": self.MANDATE}
        body = {"CustomerId": str(sandbox.customer().id), "Amount": POUNDS, "Data": data}
        assert api.get("payments/addAlternative", **body)["NextAction"] is None

    def test_does_not_mind_what_else_a_method_is_told(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        mandate = self.MANDATE | {"Devices": [{"IsTrusted": True}]}
        data = {"Discriminator": "SepaDirectDebit", "SepaDirectDebit": mandate}
        body = {"CustomerId": str(sandbox.customer().id), "Amount": POUNDS, "Data": data}
        assert api.get("payments/addAlternative", **body)["PaymentId"]

    @pytest.mark.parametrize("method", ["Ideal", "SepaDirectDebit"])
    def test_refuses_a_method_without_what_it_needs(
        self, api: DocumentedCaller, sandbox: Sandbox, method: str
    ) -> None:
        data = {"Discriminator": method}
        body = {"CustomerId": str(sandbox.customer().id), "Amount": POUNDS, "Data": data}
        assert api.refusal("payments/addAlternative", **body) == (400, f"Invalid {method}")

    def test_refuses_a_sum_that_nobody_can_pay(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        amount = POUNDS | {"GrossValue": 0}
        body = {"CustomerId": str(sandbox.customer().id), "Amount": amount}
        data = {"Discriminator": "ApplePay"}
        refusal = api.refusal("payments/addAlternative", Data=data, **body)
        assert refusal == (400, "Invalid Amount")
