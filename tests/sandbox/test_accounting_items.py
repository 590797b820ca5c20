"""Listing order items and payments together."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.money import AmountParameters, amount_of, exchanged
from mews_toolkit.sandbox.operations.accounting_shapes import extended
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

UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
ALL = {"OrderItems": True, "PaymentItems": True, "CreditCardTransactions": True}
INTERVALS = {
    "ClosedUtc": "closed_utc",
    "UpdatedUtc": "updated_utc",
    "ConsumedUtc": "consumed_utc",
}


@pytest.fixture
def sold(sandbox: Sandbox) -> list[OrderItem]:
    return sold_in_london(sandbox)


@pytest.fixture
def paid(sandbox: Sandbox) -> list[Payment]:
    return paid_in_london(sandbox)


def instant(value: datetime | None) -> dict[str, str]:
    """The interval that holds this instant only."""
    assert value is not None
    return {"StartUtc": value.isoformat(), "EndUtc": value.isoformat()}


@pytest.mark.parametrize("name", INTERVALS)
def test_both_lists_go_by_the_same_interval(
    api: DocumentedCaller,
    sold: list[OrderItem],
    paid: list[Payment],
    *,
    name: str,
) -> None:
    found = api.get(GET, Extent=BOTH, **{name: SPAN})
    attribute = INTERVALS[name]
    for key, rows in (("OrderItems", sold), ("PaymentItems", paid)):
        expected = of_states(
            [it for it in rows if within(getattr(it, attribute))], "Open", "Closed"
        )
        assert ids(found[key]) == ids(expected)
        assert 0 < len(expected) < len(rows)


@pytest.mark.parametrize("states", [["Canceled"], ["Inactive"], ["Open", "Canceled"], EVERY_STATE])
def test_other_states_are_listed_when_asked_for(
    api: DocumentedCaller,
    sold: list[OrderItem],
    paid: list[Payment],
    states: list[str],
) -> None:
    by_ids = {"ItemIds": ids([*sold, *paid]), "Extent": BOTH}
    found = api.get(GET, States=states, **by_ids)
    assert ids(found["OrderItems"]) == ids(of_states(sold, *states))
    assert ids(found["PaymentItems"]) == ids(of_states(paid, *states))
    assert {it["AccountingState"] for it in found["PaymentItems"]} <= set(states)


def test_ids_name_items_of_both_lists(
    api: DocumentedCaller, sandbox: Sandbox, sold: list[OrderItem], paid: list[Payment]
) -> None:
    item, payment = of_states(sold, "Open")[0], of_states(paid, "Closed")[0]
    elsewhere = next(it for it in sandbox.order_items if it.enterprise_id != item.enterprise_id)
    wanted = [str(item.id), str(payment.id), str(elsewhere.id), UNKNOWN]
    found = api.get(GET, ItemIds=wanted, Extent=BOTH)
    assert ids(found["OrderItems"]) == [str(item.id)]
    assert ids(found["PaymentItems"]) == [str(payment.id)]


def test_rebates_are_found_by_what_they_are_on(
    api: DocumentedCaller, sold: list[OrderItem]
) -> None:
    rebates = [it.data.rebate for it in sold if it.data is not None and it.data.rebate is not None]
    rebated = {str(it.rebated_item_id) for it in rebates[:3]}
    found = api.get(GET, RebatedItemIds=sorted(rebated), Extent=BOTH)
    assert {it["Data"]["Value"]["RebatedItemId"] for it in found["OrderItems"]} == rebated
    assert {it["Data"]["Discriminator"] for it in found["OrderItems"]} == {"Rebate"}
    assert all(it["Amount"]["GrossValue"] < 0 for it in found["OrderItems"])
    assert found["PaymentItems"] == []


def test_filters_narrow_each_other(api: DocumentedCaller, sold: list[OrderItem]) -> None:
    item = next(it for it in of_states(sold, "Closed") if within(it.closed_utc))
    found = api.get(
        GET,
        ItemIds=ids(sold),
        ClosedUtc=instant(item.closed_utc),
        UpdatedUtc=instant(item.updated_utc),
        Extent=BOTH,
    )
    assert ids(found["OrderItems"]) == ids(
        [
            it
            for it in sold
            if (it.closed_utc, it.updated_utc) == (item.closed_utc, item.updated_utc)
        ]
    )


@pytest.mark.parametrize("asked", ALL)
def test_the_extent_says_what_to_answer_with(api: DocumentedCaller, asked: str) -> None:
    extent = {it: it == asked for it in ALL}
    found = api.get(GET, ClosedUtc=SPAN, Extent=extent)
    assert list(found) == list(ALL)
    assert found[asked]
    assert [it for it in found.values() if it is not None] == [found[asked]]


def test_transactions_are_those_of_the_payments_found(
    api: DocumentedCaller, paid: list[Payment]
) -> None:
    found = api.get(GET, ClosedUtc=SPAN, Extent=ALL)
    by_card = {
        str(it.id)
        for it in paid
        if within(it.closed_utc)
        and it.data is not None
        and it.data.credit_card is not None
        and it.data.credit_card.transaction is not None
    }
    assert {it["PaymentId"] for it in found["CreditCardTransactions"]} == by_card
    assert by_card < set(ids(found["PaymentItems"]))


def test_data_have_the_value_that_their_discriminator_names(
    api: DocumentedCaller, sold: list[OrderItem], paid: list[Payment]
) -> None:
    wanted: dict[str, Any] = {"Extent": BOTH, "States": EVERY_STATE}
    found = api.get(GET, ItemIds=ids([*sold, *paid]), **wanted)
    values = {
        (it["Data"]["Discriminator"], tuple(sorted(it["Data"]["Value"] or ())))
        for it in [*found["OrderItems"], *found["PaymentItems"]]
    }
    assert values >= {
        ("SpaceOrder", ()),
        ("CustomItem", ()),
        ("ProductOrder", ("AgeCategoryId", "ProductId")),
        ("Rebate", ("RebatedItemId",)),
        ("CreditCard", ("PaymentCardId",)),
        ("Invoice", ("InvoiceId",)),
        ("Cash", ()),
        ("WireTransfer", ()),
        ("Other", ()),
    }
    assert len(values) == len({name for name, _ in values})


def test_an_item_is_what_the_newer_lists_tell_of_it(
    api: DocumentedCaller, sold: list[OrderItem], paid: list[Payment]
) -> None:
    item, payment = of_states(sold, "Open")[0], of_states(paid, "Open")[0]
    found = api.get(GET, ItemIds=ids([item, payment]), Extent=BOTH)
    newer = api.drain("orderItems/getAll", "OrderItems", OrderItemIds=[str(item.id)])[0]
    shown = found["OrderItems"][0]
    assert shown["OrderId"] == newer["ServiceOrderId"]
    same = set(shown) & set(newer) - {"Data", "Amount", "OriginalAmount"}
    assert {it: shown[it] for it in same} == {it: newer[it] for it in same}
    assert shown["Amount"].items() >= newer["Amount"].items()

    newer = api.drain("payments/getAll", "Payments", PaymentIds=[str(payment.id)])[0]
    shown = found["PaymentItems"][0]
    assert shown["State"] == newer["State"] == "Charged"
    assert shown["Amount"].items() >= newer["Amount"].items()


def test_amounts_still_carry_the_older_figures(
    api: DocumentedCaller, sold: list[OrderItem], paid: list[Payment]
) -> None:
    item = next(
        it for it in of_states(sold, "Open") if [t.code for t in it.amount.tax_values] == ["UK-S"]
    )
    payment = of_states(paid, "Open")[0]
    found = api.get(GET, ItemIds=ids([item, payment]), Extent=BOTH)
    amount = found["OrderItems"][0]["Amount"]
    assert (amount["Value"], amount["Net"]) == (amount["GrossValue"], amount["NetValue"])
    assert (amount["Tax"], amount["TaxRate"]) == (item.amount.tax_values[0].value, 20)
    amount = found["PaymentItems"][0]["Amount"]
    assert amount["Value"] == amount["Net"] == amount["GrossValue"] < 0
    assert amount["Tax"] == amount["TaxRate"] == 0


def test_one_rate_cannot_tell_of_two_taxes() -> None:
    rates = {"US-DC-S": Decimal("0.06"), "US-DC-H": Decimal("0.1595")}
    net = AmountParameters("USD", net_value=Decimal(100), tax_codes=tuple(rates))
    amount = extended(amount_of(net, rates), rates)
    assert (amount.net, amount.tax) == (Decimal(100), Decimal("21.95"))
    assert amount.tax_rate is None


def test_amounts_are_converted_but_the_original_ones(
    api: DocumentedCaller, sold: list[OrderItem], paid: list[Payment]
) -> None:
    item, payment = of_states(sold, "Open")[0], of_states(paid, "Open")[0]
    found = api.get(GET, ItemIds=ids([item, payment]), Extent=BOTH, Currency="USD")
    for shown, row in ((found["OrderItems"][0], item), (found["PaymentItems"][0], payment)):
        original = row.original_amount
        assert shown["Amount"]["Currency"] == "USD"
        value = exchanged(original.gross_value, original.currency, "USD")
        assert shown["Amount"]["GrossValue"] == shown["Amount"]["Value"] == value
        assert shown["OriginalAmount"]["GrossValue"] == original.gross_value


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({}, "ItemIds"),
        ({"Extent": BOTH, "States": ["Open"], "Currency": "EUR"}, "ItemIds"),
        ({"ItemIds": [UNKNOWN] * 1001, "Extent": BOTH}, "ItemIds"),
        ({"ItemIds": [UNKNOWN], "Extent": BOTH, "Currency": "XXX"}, "Currency"),
        ({"ItemIds": [UNKNOWN], "Extent": BOTH, "StartUtc": "2026-11-01T00:00:00Z"}, "EndUtc"),
        ({"StartUtc": "2026-11-02T00:00:00Z", "EndUtc": "2026-11-01T00:00:00Z"}, "EndUtc"),
        (
            {
                "StartUtc": "2026-11-01T00:00:00Z",
                "EndUtc": "2026-11-02T00:00:00Z",
                "TimeFilter": "Paid",
            },
            "JSON",
        ),
        (
            {
                "UpdatedUtc": {
                    "StartUtc": "2026-01-01T00:00:00Z",
                    "EndUtc": "2026-04-01T00:00:01Z",
                },
                "Extent": BOTH,
            },
            "UpdatedUtc",
        ),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    api: DocumentedCaller, wrong: dict[str, Any], parameter: str
) -> None:
    assert api.refusal(GET, **wrong) == (400, f"Invalid {parameter}")


def test_no_portfolio_token_is_taken(portfolio: DocumentedCaller) -> None:
    refusal = (401, "No permission to use this operation.")
    assert portfolio.refusal(GET, ConsumedUtc=SPAN, Extent=BOTH) == refusal


def test_the_newer_filters_need_an_extent(api: DocumentedCaller) -> None:
    assert api.refusal(GET, ConsumedUtc=SPAN)[0] == 400
