"""Opening, changing, closing and deleting bills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.vocabulary import AccountType
from support.documented_caller import DocumentedCaller

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
INVALID_BILL = (400, "Invalid BillId")


def account(sandbox: Sandbox, account_type: AccountType, place: int = 0) -> Account:
    london = sandbox.enterprises[0].id
    known = [it for it in sandbox.accounts if (it.type, it.enterprise_id) == (account_type, london)]
    return known[place]


@pytest.fixture
def opened(api: DocumentedCaller, sandbox: Sandbox) -> dict[str, Any]:
    """A new bill of a customer."""
    added = api.get("bills/add", Bills=[{"AccountId": str(sandbox.customer().id), "Name": "Bar"}])
    [bill] = added["Bills"]
    found: dict[str, Any] = bill
    return found


@pytest.fixture
def put(api: DocumentedCaller, sandbox: Sandbox, opened: dict[str, Any]) -> Callable[[], Decimal]:
    """Puts something consumed onto the new bill and tells what it costs."""

    def put() -> Decimal:
        item = next(
            it
            for it in sandbox.order_items
            if it.accounting_state == "Open" and it.enterprise_id == sandbox.enterprises[0].id
        )
        update = {
            "AccountingItemId": str(item.id),
            "BillId": {"Value": opened["Id"]},
            "AccountId": {"Value": opened["AccountId"]},
        }
        api.get("accountingItems/update", AccountingItemUpdates=[update])
        return item.amount.gross_value

    return put


def pay(api: DocumentedCaller, bill: dict[str, Any], value: Decimal) -> None:
    amount = {"Currency": "GBP", "GrossValue": float(value)}
    account_id = bill["AccountId"]
    api.get(
        "payments/addExternal",
        AccountId=account_id,
        BillId=bill["Id"],
        Amount=amount,
        Type="Cash",
    )


def kept(sandbox: Sandbox, bill: dict[str, Any]) -> Bill:
    found = sandbox.bills.get(UUID(bill["Id"]))
    assert found is not None
    return found


class TestAdd:
    def test_opens_an_empty_bill(
        self, api: DocumentedCaller, sandbox: Sandbox, opened: dict[str, Any]
    ) -> None:
        assert (opened["State"], opened["Type"], opened["Name"]) == ("Open", "Receipt", "Bar")
        assert (opened["Number"], opened["IssuedUtc"]) == (None, None)
        assert opened["CustomerId"] == opened["AccountId"]
        assert opened["OwnerData"]["Value"]["LastName"] in sandbox.customer().name
        assert api.drain("bills/getAll", "Bills", BillIds=[opened["Id"]]) == [opened]

    def test_names_an_account_beside_the_owner(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        customer, company = account(sandbox, "Customer"), account(sandbox, "Company")
        body = {"AccountId": str(customer.id), "AssociatedAccountId": str(company.id)}
        [bill] = api.get("bills/add", Bills=[body])["Bills"]
        assert bill["AssociatedAccountIds"] == [str(company.id)]
        assert bill["CompanyId"] == str(company.id)
        [beside] = bill["AssociatedAccountData"]
        assert beside["BillCompanyData"]["Name"] == company.name

    @pytest.mark.parametrize("name", ["AccountId", "AssociatedAccountId"])
    def test_opens_none_when_an_account_is_unknown(
        self, api: DocumentedCaller, sandbox: Sandbox, name: str
    ) -> None:
        before = len(sandbox.bills)
        right = {"AccountId": str(sandbox.customer().id)}
        refusal = api.refusal("bills/add", Bills=[right, right | {name: UNKNOWN}])
        assert refusal == (400, f"Invalid {name}")
        assert len(sandbox.bills) == before

    def test_a_portfolio_has_to_name_the_enterprise(
        self, portfolio: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        paris = sandbox.enterprises[1].id
        bills = [{"AccountId": str(sandbox.customer(paris).id)}]
        assert portfolio.refusal("bills/add", Bills=bills) == (400, "Invalid EnterpriseId")
        [bill] = portfolio.get("bills/add", Bills=bills, EnterpriseId=str(paris))["Bills"]
        assert bill["EnterpriseId"] == str(paris)


class TestUpdate:
    def test_hands_a_bill_over(
        self, api: DocumentedCaller, sandbox: Sandbox, opened: dict[str, Any]
    ) -> None:
        company = account(sandbox, "Company")
        update = {"BillId": opened["Id"], "AccountId": {"Value": str(company.id)}}
        [bill] = api.get("bills/update", BillsUpdates=[update])["Bills"]
        assert (bill["AccountId"], bill["AccountType"]) == (str(company.id), "Company")
        assert bill["CustomerId"] is None
        assert bill["OwnerData"]["Discriminator"] == "BillCompanyData"
        assert kept(sandbox, opened).account_id == company.id

    def test_hands_over_what_is_on_it_too(
        self,
        api: DocumentedCaller,
        sandbox: Sandbox,
        opened: dict[str, Any],
        put: Callable[[], Decimal],
    ) -> None:
        pay(api, opened, put())
        company = account(sandbox, "Company")
        update = {"BillId": opened["Id"], "AccountId": {"Value": str(company.id)}}
        api.get("bills/update", BillsUpdates=[update])
        [item] = [it for it in sandbox.order_items if str(it.bill_id) == opened["Id"]]
        [payment] = [it for it in sandbox.payments if str(it.bill_id) == opened["Id"]]
        assert (item.account_id, item.account_type) == (company.id, "Company")
        assert (payment.account_id, payment.account_type) == (company.id, "Company")

    def test_keeps_sets_and_clears_the_accounts_beside(
        self, api: DocumentedCaller, sandbox: Sandbox, opened: dict[str, Any]
    ) -> None:
        company = str(account(sandbox, "Company").id)
        other = str(account(sandbox, "Customer", 5).id)
        found: list[list[str]] = []
        for change in (
            {"AssociatedAccountIds": {"Value": [company]}},
            {"AccountId": {"Value": other}},
            {"AssociatedAccountIds": {"Value": None}},
        ):
            update = {"BillId": opened["Id"], **change}
            [bill] = api.get("bills/update", BillsUpdates=[update])["Bills"]
            found.append(bill["AssociatedAccountIds"])
        assert found == [[company], [company], []]

    def test_refuses_the_owner_beside_itself(
        self, api: DocumentedCaller, opened: dict[str, Any]
    ) -> None:
        update = {"BillId": opened["Id"], "AssociatedAccountIds": {"Value": [opened["AccountId"]]}}
        refusal = api.refusal("bills/update", BillsUpdates=[update])
        assert refusal == (400, "Invalid AssociatedAccountIds")


class TestClose:
    def test_closes_a_paid_receipt_and_all_that_is_on_it(
        self,
        api: DocumentedCaller,
        sandbox: Sandbox,
        opened: dict[str, Any],
        put: Callable[[], Decimal],
        now: datetime,
    ) -> None:
        pay(api, opened, put())
        [bill] = api.get("bills/close", BillId=opened["Id"], Type="Receipt")["Bills"]
        assert (bill["State"], bill["Type"]) == ("Closed", "Receipt")
        assert bill["Number"].startswith("B")
        assert bill["IssuedUtc"] == bill["PaidUtc"] == "2026-11-21T12:00:00Z"
        bill_id = UUID(opened["Id"])
        paid = [it for it in sandbox.payments if it.bill_id == bill_id]
        sold = [it for it in sandbox.order_items if it.bill_id == bill_id]
        assert [(it.accounting_state, it.closed_utc) for it in paid] == [("Closed", now)]
        assert [(it.accounting_state, it.closed_utc) for it in sold] == [("Closed", now)]
        assert paid[0].amount.gross_value == -sold[0].amount.gross_value

    def test_refuses_a_receipt_that_is_not_balanced(
        self,
        api: DocumentedCaller,
        sandbox: Sandbox,
        opened: dict[str, Any],
        put: Callable[[], Decimal],
    ) -> None:
        owed = put()
        refusal = api.refusal("bills/close", BillId=opened["Id"], Type="Receipt")
        assert refusal == (403, f"The bill cannot be closed: its balance is {owed} GBP.")
        assert kept(sandbox, opened).state == "Open"

    def test_refuses_while_a_payment_on_it_is_under_way(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        card = sandbox.credit_card(charge="Pending")
        [bill] = api.get("bills/add", Bills=[{"AccountId": str(card.customer_id)}])["Bills"]
        amount = {"Currency": "GBP", "GrossValue": 5}
        charge = {"CreditCardId": str(card.id), "Amount": amount, "BillId": bill["Id"]}
        api.get("creditCards/charge", **charge)
        refusal = api.refusal("bills/close", BillId=bill["Id"], Type="Receipt")
        assert refusal == (403, "The bill cannot be closed: a payment on it is still under way.")

    def test_makes_a_receivable_of_what_is_unpaid_on_an_invoice(
        self,
        api: DocumentedCaller,
        opened: dict[str, Any],
        put: Callable[[], Decimal],
    ) -> None:
        owed = put()
        pay(api, opened, Decimal("1.50"))
        body = {
            "Type": "Invoice",
            "DueDate": {"Value": "2026-12-24"},
            "TaxedDate": {"Value": "2026-11-20"},
            "VariableSymbol": {"Value": "5343"},
        }
        [bill] = api.get("bills/close", BillId=opened["Id"], **body)["Bills"]
        assert (bill["Type"], bill["VariableSymbol"]) == ("Invoice", "5343")
        assert (bill["TaxedUtc"], bill["DueUtc"]) == (
            "2026-11-20T00:00:00Z",
            "2026-12-24T00:00:00Z",
        )
        assert bill["PaidUtc"] is None
        found = api.drain("payments/getAll", "Payments", BillIds=[opened["Id"]])
        [receivable] = [it for it in found if it["Type"] == "InvoicePayment"]
        assert receivable["Amount"]["GrossValue"] == Decimal("1.50") - owed
        assert receivable["Data"]["Invoice"] == {"InvoiceId": opened["Id"], "Type": "Receivable"}
        assert receivable["AccountingState"] == "Closed"
        assert len(found) == 2

    def test_an_overpaid_invoice_owes_the_difference(
        self, api: DocumentedCaller, opened: dict[str, Any]
    ) -> None:
        pay(api, opened, Decimal(20))
        api.get("bills/close", BillId=opened["Id"], Type="Invoice")
        found = api.drain("payments/getAll", "Payments", BillIds=[opened["Id"]])
        values = {it["Type"]: it["Amount"]["GrossValue"] for it in found}
        assert values == {"ExternalPayment": -20, "InvoicePayment": 20}

    def test_draws_numbers_one_after_the_other(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        bills = [{"AccountId": str(sandbox.customer().id)}] * 3
        added = api.get("bills/add", Bills=bills)["Bills"]
        events = next(
            it
            for it in sandbox.store.counters
            if it.name == "Events" and it.enterprise_id == sandbox.enterprises[0].id
        )
        counters = [None, None, str(events.id)]
        closed = [
            api.get("bills/close", BillId=it["Id"], Type="Receipt", BillCounterId=counter)["Bills"]
            for it, counter in zip(added, counters, strict=True)
        ]
        first, second, event = (bill["Number"] for [bill] in closed)
        assert int(second.lstrip("B")) == int(first.lstrip("B")) + 1
        assert event == f"EVENT{events.value + 1:04}"

    def test_refuses_a_counter_that_numbers_no_bills(
        self, api: DocumentedCaller, sandbox: Sandbox, opened: dict[str, Any]
    ) -> None:
        fiscal = next(it for it in sandbox.store.counters if it.type == "FiscalCounter")
        for counter in (str(fiscal.id), UNKNOWN):
            body = {"BillId": opened["Id"], "Type": "Receipt", "BillCounterId": counter}
            assert api.refusal("bills/close", **body) == (400, "Invalid BillCounterId")

    def test_prints_what_it_is_told(self, api: DocumentedCaller, sandbox: Sandbox) -> None:
        company = str(account(sandbox, "Company").id)
        owner = {"AccountId": str(sandbox.customer().id), "AssociatedAccountId": company}
        [bill] = api.get("bills/add", Bills=[owner])["Bills"]
        address = {"Line1": "1 Mill Lane", "City": "York", "CountryCode": "GB"}
        body = {
            "AccountTaxIdentifier": {"Value": "446768"},
            "AccountAddress": address,
            "AssociatedAccountData": [{"Id": company, "TaxIdentifier": {"Value": None}}],
            "PurchaseOrderNumber": {"Value": "PO-7"},
            "Notes": {"Value": "Thank you"},
            "Options": {"DisplayCustomer": {"Value": False}, "DisplayTaxation": None},
        }
        [closed] = api.get("bills/close", BillId=bill["Id"], Type="Receipt", **body)["Bills"]
        printed = closed["OwnerData"]["Value"]
        assert printed["TaxIdentifier"] == "446768"
        assert printed["Address"]["Line1"] == "1 Mill Lane"
        assert closed["AssociatedAccountData"][0]["BillCompanyData"]["TaxIdentifier"] is None
        assert (closed["PurchaseOrderNumber"], closed["Notes"]) == ("PO-7", "Thank you")
        assert closed["Options"]["DisplayCustomer"] is False
        assert closed["Options"]["DisplayTaxation"] is True

    def test_takes_the_older_names_of_what_it_prints(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        company = str(account(sandbox, "Company").id)
        owner = {"AccountId": str(sandbox.customer().id), "AssociatedAccountId": company}
        [bill] = api.get("bills/add", Bills=[owner])["Bills"]
        body = {
            "TaxIdentifier": {"Value": "1"},
            "CompanyTaxIdentifier": {"Value": "2"},
            "Address": {"City": "Leeds"},
        }
        [closed] = api.get("bills/close", BillId=bill["Id"], Type="Receipt", **body)["Bills"]
        assert closed["OwnerData"]["Value"]["TaxIdentifier"] == "1"
        assert closed["OwnerData"]["Value"]["Address"]["City"] == "Leeds"
        assert closed["AssociatedAccountData"][0]["BillCompanyData"]["TaxIdentifier"] == "2"

    @pytest.mark.parametrize(
        ("wrong", "parameter"),
        [
            ({"DueDate": {"Value": "Christmas"}}, "DueDate"),
            ({"AssociatedAccountData": [{"Id": UNKNOWN}]}, "AssociatedAccountData"),
        ],
    )
    def test_changes_nothing_when_something_is_wrong(
        self,
        api: DocumentedCaller,
        sandbox: Sandbox,
        opened: dict[str, Any],
        wrong: dict[str, Any],
        parameter: str,
    ) -> None:
        counters = list(sandbox.store.counters)
        refusal = api.refusal("bills/close", BillId=opened["Id"], Type="Invoice", **wrong)
        assert refusal == (400, f"Invalid {parameter}")
        assert kept(sandbox, opened).state == "Open"
        assert list(sandbox.store.counters) == counters


class TestAClosedBill:
    @pytest.fixture
    def closed(self, api: DocumentedCaller, opened: dict[str, Any]) -> dict[str, Any]:
        [bill] = api.get("bills/close", BillId=opened["Id"], Type="Receipt")["Bills"]
        found: dict[str, Any] = bill
        return found

    def test_is_no_longer_among_the_open_ones(
        self, api: DocumentedCaller, closed: dict[str, Any]
    ) -> None:
        asked = {"BillIds": [closed["Id"]]}
        assert api.drain("bills/getAll", "Bills", State="Open", **asked) == []
        assert api.drain("bills/getAll", "Bills", State="Closed", **asked) == [closed]

    def test_takes_no_change(
        self, api: DocumentedCaller, sandbox: Sandbox, closed: dict[str, Any]
    ) -> None:
        before = kept(sandbox, closed)
        update = {"BillId": closed["Id"], "AssociatedAccountIds": {"Value": None}}
        pounds = {"Currency": "GBP", "GrossValue": 5}
        payment = {"AccountId": closed["AccountId"], "Amount": pounds, "BillId": closed["Id"]}
        assert api.refusal("bills/close", BillId=closed["Id"], Type="Receipt") == INVALID_BILL
        assert api.refusal("bills/update", BillsUpdates=[update]) == INVALID_BILL
        assert api.refusal("bills/delete", BillIds=[closed["Id"]]) == INVALID_BILL
        assert api.refusal("payments/addExternal", **payment) == INVALID_BILL
        assert kept(sandbox, closed) == before

    def test_stays_as_it_is_when_one_of_its_payments_is_refunded(
        self, api: DocumentedCaller, sandbox: Sandbox
    ) -> None:
        closed = {it.id for it in sandbox.bills if it.state == "Closed"}
        paid = next(
            it
            for it in sandbox.payments
            if (it.type, it.kind, it.state) == ("CreditCardPayment", "Payment", "Charged")
            and it.enterprise_id == sandbox.enterprises[0].id
            and it.bill_id in closed
            and it.id not in sandbox.store.refunds
        )
        body = {"PaymentId": str(paid.id), "AccountId": str(paid.account_id), "Reason": "cold"}
        refund = api.get("payments/refund", **body)
        given_back = sandbox.payments.get(UUID(refund["RefundId"]))
        assert given_back is not None
        assert given_back.bill_id is None


class TestDelete:
    def test_deletes_empty_bills(
        self, api: DocumentedCaller, sandbox: Sandbox, opened: dict[str, Any]
    ) -> None:
        assert api.get("bills/delete", BillIds=[opened["Id"]] * 2) == {}
        assert sandbox.bills.get(UUID(opened["Id"])) is None
        assert api.drain("bills/getAll", "Bills", BillIds=[opened["Id"]]) == []
        assert api.refusal("bills/delete", BillIds=[opened["Id"]]) == INVALID_BILL

    def test_deletes_none_when_one_holds_something(
        self, api: DocumentedCaller, sandbox: Sandbox, opened: dict[str, Any]
    ) -> None:
        other = {"AccountId": opened["AccountId"]}
        [empty] = api.get("bills/add", Bills=[other])["Bills"]
        pay(api, opened, Decimal(3))
        refusal = api.refusal("bills/delete", BillIds=[empty["Id"], opened["Id"]])
        assert refusal == (403, "Only an empty bill can be deleted.")
        assert sandbox.bills.get(UUID(empty["Id"])) is not None
