"""What a type checker knows about the catalogues, and that it is so when it runs."""

from __future__ import annotations

from typing import Literal, assert_type

from mews_connector import models
from mews_runtime.catalogues import (
    ExternalPaymentTypeInfo,
    OutcomeInfo,
    PaymentGroup,
    PaymentStateInfo,
    TypeDeprecation,
)


def test_a_value_has_the_row_of_its_enum() -> None:
    state = models.PaymentState("Charged")

    assert_type(state.info, PaymentStateInfo)
    assert_type(state.info.succeeded, bool | None)
    assert_type(state.info.may_become, tuple[str, ...] | None)
    assert isinstance(state.info, OutcomeInfo)


def test_a_question_gives_members_of_the_enum_it_is_asked_of() -> None:
    assert_type(models.PaymentState.final(), tuple[models.PaymentState, ...])
    assert_type(
        models.ExternalPaymentType.addable(legal_environment="FR"),
        tuple[models.ExternalPaymentType, ...],
    )
    assert all(isinstance(each, models.PaymentState) for each in models.PaymentState.final())


def test_what_is_known_about_a_type_is_typed_through() -> None:
    info = models.ExternalPaymentType.VISA.info

    assert_type(info, ExternalPaymentTypeInfo)
    assert_type(info.group, PaymentGroup)
    assert_type(info.deprecated, TypeDeprecation | None)
    assert_type(models.PaymentKind.REFUND.info.sign, Literal[-1, 1] | None)
    assert info.deprecated is not None
