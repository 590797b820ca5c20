"""What a form for external payments asks: which types to offer, and whether one is needed."""

from __future__ import annotations

from datetime import date

import pytest

from mews_connector import models
from mews_connector.models import ExternalPaymentType
from mews_runtime.catalogues import ExternalPaymentTypeInfo, PaymentGroup, TypeDeprecation
from support.catalogues import schemas
from support.examples import published

SINCE_2025 = {
    "CreditCard", "IDeal", "PayPal", "OnlinePayment", "MasterCard", "Visa", "Amex", "Discover",
    "DinersClub", "Jcb", "UnionPay",
}  # fmt: skip
SINCE_2026 = {"DepositCreditCard"}


def test_a_new_partner_may_add_what_is_not_deprecated() -> None:
    addable = ExternalPaymentType.addable()

    assert set(addable) == set(ExternalPaymentType) - SINCE_2025 - SINCE_2026
    assert all(each.info.for_new_partners for each in addable)


def test_an_existing_partner_may_add_every_type() -> None:
    assert ExternalPaymentType.addable(existing_partner=True) == tuple(ExternalPaymentType)


def test_under_french_law_a_type_is_needed_and_unspecified_is_none() -> None:
    addable = ExternalPaymentType.addable(legal_environment="FR")

    assert ExternalPaymentType.is_required(legal_environment="FR")
    assert ExternalPaymentType.UNSPECIFIED not in addable
    assert set(ExternalPaymentType.addable()) - set(addable) == {"Unspecified"}
    assert not ExternalPaymentType.UNSPECIFIED.info.allowed_in("FR")
    assert ExternalPaymentType.CASH.info.allowed_in("FR")


def test_elsewhere_the_type_may_be_left_out() -> None:
    assert not ExternalPaymentType.is_required()
    assert ExternalPaymentType.UNSPECIFIED in ExternalPaymentType.addable()


def test_the_table_refuses_what_the_document_refuses() -> None:
    asked = schemas()["PaymentsAddExternalRequest"]["properties"]["Type"]["x-required-in"]

    for code, rule in asked.items():
        refused = {each for each in ExternalPaymentType if not each.info.allowed_in(code)}
        assert refused == set(rule["refused"])
        assert ExternalPaymentType.is_required(legal_environment=code)


def test_only_what_the_property_has_enabled_is_offered() -> None:
    # given a property that has enabled a deprecated type and one that came later, too
    enabled = [ExternalPaymentType(each) for each in ("GiftCard", "Cash", "Visa", "Seashells")]

    assert ExternalPaymentType.addable(enabled=enabled) == ("Cash", "GiftCard")
    assert ExternalPaymentType.addable(enabled=enabled, existing_partner=True) == (
        "Cash",
        "GiftCard",
        "Visa",
    )


def test_what_the_configuration_says_can_be_given_as_it_stands() -> None:
    answer = models.ConfigurationGetResult.from_json(published()["configuration/get"][1])
    accounting = answer.enterprise.accounting_configuration
    assert accounting is not None

    assert ExternalPaymentType.addable(enabled=accounting.enabled_external_payment_types) == (
        "Invoice",
        "Cash",
        "GiftCard",
    )


def test_a_property_that_has_enabled_nothing_gets_nothing_offered() -> None:
    assert ExternalPaymentType.addable(enabled=[]) == ()


def test_without_knowing_what_is_enabled_all_are_offered() -> None:
    assert ExternalPaymentType.addable(enabled=None) == ExternalPaymentType.addable()


@pytest.mark.parametrize("code", ["UK", "fr", "FRA", ""])
def test_a_legal_environment_without_known_rules_is_no_legal_environment_without_rules(
    code: str,
) -> None:
    told = f"no rules are known for the legal environment '{code}', only for 'FR'"

    with pytest.raises(ValueError, match=told):
        ExternalPaymentType.addable(legal_environment=code)
    with pytest.raises(ValueError, match=told):
        ExternalPaymentType.is_required(legal_environment=code)
    with pytest.raises(ValueError, match=told):
        ExternalPaymentType.CASH.info.allowed_in(code)


def test_a_deprecated_type_says_since_when_and_why() -> None:
    since = {each.value: each.info.deprecated for each in ExternalPaymentType.deprecated()}

    assert since.keys() == SINCE_2025 | SINCE_2026
    for value, deprecated in since.items():
        assert deprecated is not None
        assert deprecated.since == (date(2026, 4, 3) if value in SINCE_2026 else date(2025, 7, 14))
        assert "partners that already send it" in deprecated.because


def test_what_is_not_deprecated_says_so() -> None:
    assert ExternalPaymentType.CASH.info.deprecated is None
    assert ExternalPaymentType.CASH.info.for_new_partners
    assert not ExternalPaymentType.VISA.info.for_new_partners


@pytest.mark.parametrize(
    ("value", "group"),
    [
        (ExternalPaymentType.CASH, PaymentGroup.CASH),
        (ExternalPaymentType.VISA, PaymentGroup.CARD),
        (ExternalPaymentType.WIRE_TRANSFER, PaymentGroup.BANK),
        (ExternalPaymentType.TWINT, PaymentGroup.WALLET),
        (ExternalPaymentType.GIFT_CARD, PaymentGroup.VOUCHER),
        (ExternalPaymentType.LOYALTY_POINTS, PaymentGroup.LOYALTY),
        (ExternalPaymentType.DEPOSIT_CASH, PaymentGroup.DEPOSIT),
        (ExternalPaymentType.BAD_DEBTS, PaymentGroup.INTERNAL),
        (ExternalPaymentType.ONLINE_PAYMENT, PaymentGroup.ONLINE),
        (ExternalPaymentType.UNSPECIFIED, PaymentGroup.OTHER),
    ],
)
def test_types_are_grouped_by_what_was_paid_with(
    value: ExternalPaymentType, group: PaymentGroup
) -> None:
    assert value.info.group is group


def test_every_group_is_in_use() -> None:
    assert {each.info.group for each in ExternalPaymentType} == set(PaymentGroup)


def test_a_row_reads_as_written() -> None:
    assert ExternalPaymentType.DEPOSIT_CREDIT_CARD.info == ExternalPaymentTypeInfo(
        label="Deposit by credit card",
        group=PaymentGroup.DEPOSIT,
        deprecated=TypeDeprecation(
            since=date(2026, 4, 3),
            because="reserved for partners that already send it; the documentation gives no reason",
        ),
    )
