"""Listing order items and payments together, in the form of 2019."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from support.accounting_items import (
    BOTH,
    EVERY_STATE,
    GET,
    SPAN,
    ids,
    of_states,
    paid_in_london,
    sold_in_london,
    within,
)
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client


@pytest.fixture
def sold(sandbox: Sandbox) -> list[OrderItem]:
    return sold_in_london(sandbox)


@pytest.fixture
def paid(sandbox: Sandbox) -> list[Payment]:
    return paid_in_london(sandbox)


@pytest.mark.parametrize(
    ("time_filter", "attribute"),
    [(None, "consumed_utc"), ("Consumed", "consumed_utc"), ("Closed", "closed_utc")],
)
def test_the_form_of_2019_is_answered_in_that_form(
    api: DocumentedCaller,
    sold: list[OrderItem],
    paid: list[Payment],
    *,
    time_filter: str | None,
    attribute: str,
) -> None:
    found = api.get(GET, **SPAN, TimeFilter=time_filter)
    assert list(found) == ["AccountingItems", "CreditCardTransactions"]
    assert found["CreditCardTransactions"] is None
    expected = [it for it in [*sold, *paid] if within(getattr(it, attribute))]
    assert ids(found["AccountingItems"]) == ids(of_states(expected, "Open", "Closed"))


def test_an_item_of_2019_says_what_it_is(api: DocumentedCaller, sandbox: Sandbox) -> None:
    items = api.get(GET, **SPAN, States=EVERY_STATE)["AccountingItems"]
    kinds = {(it["Type"], it["SubType"]) for it in items}
    assert kinds >= {
        ("ServiceRevenue", "SpaceOrder"),
        ("ProductRevenue", "ProductOrder"),
        ("AdditionalRevenue", "CustomItem"),
        ("Payment", "CreditCard"),
        ("Payment", "Cash"),
        ("Payment", "Invoice"),
    }
    companies = {str(it.id) for it in sandbox.accounts if it.type == "Company"}
    for it in items:
        assert it["CustomerId"] == (None if it["AccountId"] in companies else it["AccountId"])
        assert (it["CreditCardId"] is not None) == (it["SubType"] == "CreditCard")
        assert (it["InvoiceId"] is not None) == (it["SubType"] == "Invoice")
        assert (it["ServiceId"] is None) == (it["Type"] == "Payment")
        assert it["ProductId"] is not None or it["SubType"] != "ProductOrder"


def test_the_older_extent_is_answered_in_the_older_form(api: DocumentedCaller) -> None:
    extent = {"AccountingItems": False, "CreditCardTransactions": True}
    found = api.get(GET, **SPAN, TimeFilter="Closed", Extent=extent)
    assert found["AccountingItems"] is None
    assert found["CreditCardTransactions"]

    both = api.get(GET, **SPAN, TimeFilter="Closed", Extent=extent | {"AccountingItems": True})
    assert both["CreditCardTransactions"] == found["CreditCardTransactions"]
    assert {it["PaymentId"] for it in both["CreditCardTransactions"]} < set(
        ids(both["AccountingItems"])
    )


def test_the_older_interval_goes_with_todays_extent_and_the_other_way_round(
    api: DocumentedCaller,
) -> None:
    newer = api.get(GET, ConsumedUtc=SPAN, Extent=BOTH)
    assert api.get(GET, **SPAN, Extent=BOTH) == newer
    older = api.get(GET, ConsumedUtc=SPAN, Extent={"AccountingItems": True})
    assert older == api.get(GET, **SPAN)
    both = api.get(GET, **SPAN, Extent={"AccountingItems": True, **BOTH})
    assert both == older | newer


def test_an_extent_that_fits_both_forms_gets_no_items(api: DocumentedCaller) -> None:
    found = api.get(GET, **SPAN, TimeFilter="Closed", Extent={"CreditCardTransactions": True})
    assert found.pop("CreditCardTransactions")
    assert found == {"AccountingItems": None}


async def test_the_client_reads_both_forms(server: Server, sold: list[OrderItem]) -> None:
    start, end = (datetime.fromisoformat(it) for it in SPAN.values())
    async with sandbox_client(server) as mews:
        items: Any = mews.accounting_items
        with pytest.deprecated_call(match="accountingItems/getAll"):
            newer = await items.get_all(
                consumed_utc=models.TimeInterval(start_utc=start, end_utc=end),
                extent=models.AccountingItemExtent(
                    order_items=True, payment_items=True, credit_card_transactions=False
                ),
            )
        with pytest.deprecated_call() as warned:
            older = await items.get_all(start_utc=start, end_utc=end)
    messages = "; ".join(str(it.message) for it in warned)
    assert all(it in messages for it in ("start_utc is", "end_utc is", "accountingItems/getAll is"))
    assert {type(it.data.value) for it in newer.order_items} == {
        type(None),
        models.ProductOrderItemData,
        models.RebateOrderItemData,
    }
    assert models.CreditCardPaymentItemData in {type(it.data.value) for it in newer.payment_items}
    both = [it.id for it in [*newer.order_items, *newer.payment_items]]
    assert [it.id for it in older.accounting_items] == both
    assert {it.id for it in sold} & set(both)
