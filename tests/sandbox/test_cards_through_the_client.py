"""The operations about cards and their charges, called by the client over a socket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from mews_connector import MewsClient, errors, models
from mews_toolkit.sandbox import Sandbox, Server
from support.sandboxes import sandbox_client

FIVE_POUNDS = models.AmountParameters(currency="GBP", gross_value=Decimal(5))


@pytest.fixture
async def mews(server: Server) -> AsyncIterator[MewsClient]:
    async with sandbox_client(server) as mews:
        yield mews


async def test_cards_are_listed_as_models(mews: MewsClient, sandbox: Sandbox) -> None:
    customers = [it.id for it in sandbox.accounts if it.type == "Customer"]
    cards = await mews.credit_cards.get_all(customer_ids=customers, page_size=50).collect()
    london = [it for it in sandbox.credit_cards if it.enterprise_id == sandbox.enterprises[0].id]
    assert [it.id for it in cards] == [it.id for it in london]
    assert {it.kind for it in cards} == set(models.CreditCardKind)
    assert {it.type_ for it in cards} == set(models.CreditCardType)


async def test_the_older_lists_still_answer(mews: MewsClient, sandbox: Sandbox) -> None:
    card = sandbox.credit_card()
    older: Any = mews.credit_cards
    with pytest.deprecated_call(match="creditCards/getAllByIds"):
        by_id = await older.get_all_by_ids(credit_card_ids=[card.id])
    with pytest.deprecated_call(match="creditCards/getAllByCustomers"):
        by_customer = await older.get_all_by_customers(customer_ids=[card.customer_id])
    assert [it.id for it in by_id.credit_cards] == [card.id]
    assert card.id in {it.id for it in by_customer.credit_cards}


async def test_a_card_is_stored_charged_and_taken_out_of_use(
    mews: MewsClient, sandbox: Sandbox
) -> None:
    token = models.CreditCardData(storage_data="vault-17", expiration="2030-10")
    added = await mews.credit_cards.add_tokenized(
        customer_id=sandbox.customer().id, credit_card_data=token
    )
    assert added.credit_card_id is not None
    charged = await mews.credit_cards.charge(
        credit_card_id=added.credit_card_id, amount=FIVE_POUNDS
    )
    payment = sandbox.payments[0]
    assert (charged.payment_id, payment.state) == (payment.id, "Charged")

    await mews.credit_cards.disable(credit_card_id=added.credit_card_id)
    with pytest.raises(errors.BusinessRuleError, match="The card is disabled") as refused:
        await mews.credit_cards.charge(credit_card_id=added.credit_card_id, amount=FIVE_POUNDS)
    assert not isinstance(refused.value, errors.CardDeclinedError)


async def test_a_declined_card_is_told_from_a_broken_rule(
    mews: MewsClient, sandbox: Sandbox
) -> None:
    card = sandbox.credit_card(charge="Declined")
    with pytest.raises(errors.CardDeclinedError) as declined:
        await mews.credit_cards.charge(credit_card_id=card.id, amount=FIVE_POUNDS)
    assert declined.value.reason == "Refused"


async def test_preauthorizations_are_listed_as_models(mews: MewsClient, sandbox: Sandbox) -> None:
    customers = [it.id for it in sandbox.accounts if it.type == "Customer"]
    found = await mews.preauthorizations.get_all_by_customers(customer_ids=customers)
    rows = found.preauthorizations or []
    assert {it.state for it in rows} == set(models.PreauthorizationState)
    assert all(it.amount is not None and it.amount.gross_value > 0 for it in rows)


async def test_means_of_payment_are_asked_for(
    mews: MewsClient, sandbox: Sandbox, now: datetime
) -> None:
    added = await mews.payment_method_requests.add(
        account_id=sandbox.customer().id,
        expiration_utc=now + timedelta(days=7),
        description="A card for your stay, please",
        payment_methods=[models.AcceptablePaymentMethod.PAYMENT_CARD],
    )
    assert added.payment_method_request_id == sandbox.store.payment_method_requests[0].id


async def test_a_payment_plan_is_added(mews: MewsClient, sandbox: Sandbox, now: datetime) -> None:
    customer = sandbox.customer()
    automation = next(
        it for it in sandbox.billing_automations if it.enterprise_id == customer.enterprise_id
    )
    added = await mews.billing_automation_payment_plans.add(
        billing_automation_id=automation.id,
        customer_id=customer.id,
        name="Rent",
        payment_request=models.BillingAutomationPaymentPlanPaymentRequest(
            payment_methods=[models.AvailablePaymentPlanPaymentMethod.SEPA_DIRECT_DEBIT],
            message="Your rent is going to be collected each month.",
            expiration_date_utc=now + timedelta(days=7),
            send_email=False,
        ),
        payment_offset_days=5,
    )
    assert sandbox.store.payment_plans[0].id.hex in added.payment_request_url
