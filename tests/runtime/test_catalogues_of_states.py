"""What a job that waits asks of a state: is the outcome there, is it good, what may follow."""

from __future__ import annotations

import pytest

from mews_connector.models import (
    AccountingState,
    BillState,
    PaymentRequestState,
    PaymentState,
    PreauthorizationState,
)


def test_a_payment_is_waited_for_until_its_state_is_final() -> None:
    assert PaymentState.final() == ("Charged", "Canceled", "Failed")
    assert PaymentState.pending() == ("Pending", "Verifying")


def test_only_a_charged_payment_has_succeeded() -> None:
    assert {each: each.info.succeeded for each in PaymentState} == {
        "Charged": True,
        "Canceled": False,
        "Pending": None,
        "Failed": False,
        "Verifying": None,
    }


def test_a_state_says_what_may_follow_and_when_that_is_not_documented() -> None:
    assert PaymentState.PENDING.info.may_become == ("Charged", "Canceled", "Failed")
    assert PaymentState.VERIFYING.info.may_become is None
    assert PaymentState.CHARGED.info.may_become == ("Canceled",)
    assert PaymentState.FAILED.info.may_become == ()


def test_only_a_pending_payment_request_can_be_withdrawn() -> None:
    assert PaymentRequestState.cancelable() == ("Pending",)
    assert PaymentRequestState.pending() == ("Pending",)


def test_a_payment_request_ends_completed_cancelled_or_expired() -> None:
    assert PaymentRequestState.final() == ("Completed", "Canceled", "Expired")
    assert set(PaymentRequestState.PENDING.info.may_become or ()) == set(
        PaymentRequestState.final()
    )
    assert [each for each in PaymentRequestState if each.info.succeeded] == ["Completed"]


def test_only_a_chargeable_preauthorization_can_be_charged() -> None:
    assert PreauthorizationState.chargeable() == ("Chargeable",)
    assert PreauthorizationState.CHARGEABLE.info.may_become == ("Charged", "Expired", "Cancelled")


def test_a_preauthorization_is_over_once_it_is_charged_or_cannot_be() -> None:
    assert PreauthorizationState.final() == ("Expired", "Cancelled", "Charged", "Failed")
    assert PreauthorizationState.pending() == ("Chargeable", "Pending")
    assert [each for each in PreauthorizationState if each.info.succeeded] == ["Charged"]


@pytest.mark.parametrize(
    "state",
    [
        PaymentState.CANCELED,
        PaymentRequestState.CANCELED,
        AccountingState.CANCELED,
        PreauthorizationState.CANCELLED,
    ],
)
def test_what_is_cancelled_says_so_in_either_spelling(
    state: PaymentState | PaymentRequestState | AccountingState | PreauthorizationState,
) -> None:
    assert state.is_cancelled
    # given an answer that spells it as the API does elsewhere
    for spelling in ("Canceled", "Cancelled"):
        assert type(state)(spelling).is_cancelled
        assert type(state)(spelling) == spelling
    assert [each for each in type(state) if each.is_cancelled] == [state]


def test_a_state_that_came_later_is_not_taken_for_cancelled() -> None:
    assert not PaymentState("CanceledByTheMoon").is_cancelled


def test_the_books_count_what_surely_carries_value() -> None:
    assert AccountingState.carrying_value() == ("Open", "Closed")
    assert AccountingState.INACTIVE.info.carries_value is None


def test_only_a_closed_item_is_surely_on_a_closed_bill() -> None:
    assert {each: each.info.closed for each in AccountingState} == {
        "Open": False,
        "Closed": True,
        "Inactive": None,
        "Canceled": None,
    }


def test_only_an_open_bill_can_change() -> None:
    assert BillState.editable() == ("Open",)
    assert BillState.OPEN.info.may_become == ("Closed",)
    assert BillState.CLOSED.info.may_become == ()
