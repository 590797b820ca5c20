"""Data whose discriminator tells its shape is typed by it; what is unknown is kept as it came."""

import copy
import json
import pickle
from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

import attrs
import pytest

from mews_connector import errors, models
from mews_runtime import Model, UnknownVariant
from support.clients import virtual_client
from support.examples import exact, published

CARD = UUID("c922266b-291d-4e25-9df7-afbd007c1991")
OFFSETS = {
    "StartOffset": "P0M0DT15H0M0S",
    "EndOffset": "P0M0DT12H0M0S",
    "OccupancyStartOffset": "P0M0DT15H0M0S",
    "OccupancyEndOffset": "P0M0DT12H0M0S",
    "TimeUnitPeriod": "Day",
}
NEW_PAYMENT = {"Discriminator": "Barter", "Invoice": None, "Barter": {"Goats": 2, "Worth": 1.50}}
NEW_SERVICE = {"Discriminator": "Bartered", "Value": {"Goats": [1.50]}}


def text(value: object) -> str:
    return json.dumps(value)


class TestDataInAPropertyThatTheDiscriminatorNames:
    def test_the_variant_is_what_that_property_holds(self) -> None:
        data = models.PaymentData.from_json(
            text({"Discriminator": "CreditCard", "CreditCard": {"CreditCardId": str(CARD)}})
        )

        assert data.variant == models.CreditCardPaymentData(credit_card_id=CARD)
        assert data.variant is data.credit_card

    def test_a_variant_that_has_no_data_is_none(self) -> None:
        data = models.AlternativePaymentMethodData(
            discriminator=models.AlternativePaymentMethodDataDiscriminator.APPLE_PAY
        )

        assert data.variant is None

    def test_a_match_statement_tells_them_apart(self) -> None:
        data = models.PaymentData(
            discriminator=models.PaymentDataDiscriminator.EXTERNAL,
            external=models.ExternalPaymentData(type_=models.ExternalPaymentType.CASH),
        )

        match data.variant:
            case models.ExternalPaymentData(type_=kind):
                assert kind is models.ExternalPaymentType.CASH
            case other:
                pytest.fail(f"not {other}")

    def test_an_unknown_one_keeps_all_of_its_json_to_the_last_digit(self) -> None:
        data = models.PaymentData.from_json(text(NEW_PAYMENT).replace("1.5", "1.50"))

        assert isinstance(data.variant, UnknownVariant)
        assert data.variant.discriminator == "Barter" == data.discriminator
        assert data.variant.json["Barter"] == {"Goats": 2, "Worth": Decimal("1.50")}
        assert b'"Worth":1.50' in data.to_json()

    def test_an_unknown_one_is_found_wherever_it_stands_in_a_page(self) -> None:
        page = json.loads(published()["payments/getAll"][1])
        page["Payments"][1]["Data"] = NEW_PAYMENT

        payments = models.PaymentsGetAllResult.from_json(text(page)).payments

        first, second, third = (payment.data for payment in payments)
        assert first is not None
        assert isinstance(first.variant, models.CreditCardPaymentData)
        assert second is not None
        assert second.variant == UnknownVariant(NEW_PAYMENT)
        assert third is not None
        assert isinstance(third.variant, models.AlternativePaymentData)
        assert exact(models.PaymentsGetAllResult(payments=payments).to_json()) == exact(
            text({"Payments": page["Payments"]})
        )

    def test_one_that_was_made_by_hand_has_nothing_unknown_to_tell(self) -> None:
        data = models.PaymentData(discriminator=models.PaymentDataDiscriminator("Barter"))

        assert data.variant is None
        assert data.to_json() == b'{"Discriminator":"Barter"}'

    @pytest.mark.virtual_time
    async def test_data_of_another_kind_than_the_discriminator_says_is_not_sent(self) -> None:
        data = models.AlternativePaymentMethodData(
            discriminator=models.AlternativePaymentMethodDataDiscriminator.APPLE_PAY,
            ideal=models.IdealData(redirect_url="https://example.com/paid"),
        )
        amount = models.AmountParameters(currency="EUR", gross_value=Decimal(1))

        async with virtual_client() as mews:
            with pytest.raises(errors.InvalidRequestError) as caught:
                await mews.payments.add_alternative(customer_id=CARD, amount=amount, data=data)

        assert caught.value.problems == (
            "data: ideal does not go with the discriminator ApplePay; change one of them",
        )

    async def test_what_is_unknown_is_checked_before_it_is_sent(self) -> None:
        text = '{"Discriminator": "NewCard", "NewCard": {"Number": "4111111111111111"}}'
        data = models.AlternativePaymentMethodData.from_json(text)
        amount = models.AmountParameters(currency="EUR", gross_value=Decimal(1))

        async with virtual_client() as mews:
            with pytest.raises(errors.InvalidRequestError, match=r"data\.NewCard\.Number: holds"):
                await mews.payments.add_alternative(customer_id=CARD, amount=amount, data=data)

    def test_a_changed_copy_keeps_what_is_unknown(self) -> None:
        data = models.PaymentData.from_json(text(NEW_PAYMENT))

        assert attrs.evolve(data).to_json() == data.to_json()

    def test_each_of_many_unknown_ones_keeps_its_own(self) -> None:
        page = json.loads(published()["payments/getAll"][1])
        payment = page["Payments"][0]
        page["Payments"] = [
            payment | {"Data": {"Discriminator": "New", "New": number}} for number in range(500)
        ]

        payments = models.PaymentsGetAllResult.from_json(text(page)).payments

        kept = [it.data.variant.json["New"] for it in payments if it.data and it.data.variant]  # type: ignore[union-attr]
        assert kept == list(range(500))


class TestAValueThatFollowsTheDiscriminator:
    def test_the_value_has_the_type_that_the_discriminator_means(self) -> None:
        data = models.ServiceData.from_json(text({"Discriminator": "Bookable", "Value": OFFSETS}))

        assert isinstance(data.value, models.BookableServiceData)
        assert data.value.time_unit_period is models.TimeUnitPeriod.DAY

    def test_an_unknown_one_keeps_all_of_its_json_to_the_last_digit(self) -> None:
        data = models.ServiceData.from_json(text(NEW_SERVICE).replace("1.5", "1.50"))

        assert isinstance(data.value, UnknownVariant)
        assert data.value.discriminator == "Bartered"
        assert data.value.json["Value"] == {"Goats": [Decimal("1.50")]}
        assert data.to_json() == b'{"Discriminator":"Bartered","Value":{"Goats":[1.50]}}'

    @pytest.mark.parametrize(
        "nothing", [{}, {"Discriminator": None, "Value": None}, {"Discriminator": "Bookable"}]
    )
    def test_no_value_is_none(self, nothing: object) -> None:
        assert models.ServiceData.from_json(text(nothing)).value is None

    def test_a_value_that_does_not_fit_is_refused_with_its_place(self) -> None:
        wrong = {"Discriminator": "Bookable", "Value": OFFSETS | {"TimeUnitPeriod": 7}}

        with pytest.raises(errors.InvalidResponseError) as caught:
            models.ServiceData.from_json(text(wrong))

        assert caught.value.path == "$.Value.TimeUnitPeriod"

    def test_the_place_is_told_from_the_root_however_deep_it_is(self) -> None:
        _, response = published()["taxations/getAll"]
        answer = json.loads(response)
        answer["TaxRates"][0]["Strategy"]["Value"] = "a fifth"

        with pytest.raises(errors.InvalidResponseError) as caught:
            models.TaxationsGetAllResult.from_json(text(answer))

        assert caught.value.path == "$.TaxRates[0].Strategy.Value"


def pickled(data: Model) -> Model:
    again: Model = pickle.loads(pickle.dumps(data))
    return again


COPIES: list[Callable[[Model], Model]] = [copy.copy, copy.deepcopy, pickled]


@pytest.mark.parametrize("again", COPIES)
@pytest.mark.parametrize(
    "data",
    [
        models.PaymentData.from_json(text(NEW_PAYMENT)),
        models.ServiceData.from_json(text(NEW_SERVICE)),
        models.ServiceData.from_json(text({"Discriminator": "Bookable", "Value": OFFSETS})),
    ],
    ids=["named property", "unknown value", "known value"],
)
def test_a_copy_is_equal_and_tells_the_same(data: Model, again: Callable[[Model], Model]) -> None:
    assert again(data) == data
    assert again(data).to_json() == data.to_json()
