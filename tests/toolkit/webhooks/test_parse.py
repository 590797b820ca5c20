"""What is read of a general webhook's body."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mews_connector import errors
from mews_toolkit.webhooks import (
    CustomerAdded,
    CustomerUpdated,
    EntityEvent,
    InvalidWebhookError,
    MessageAdded,
    PaymentUpdated,
    ResourceBlockUpdated,
    ResourceUpdated,
    ServiceOrderUpdated,
    UnknownEvent,
    parse,
)
from support.pickled import pickled

ENTERPRISE = UUID("851df8c8-90f2-4c4a-8e01-a4fc46b25178")
INTEGRATION = UUID("c8bee838-7fb1-4f4e-8fac-ac87008b2f90")
PAYMENT = UUID("a41e2d45-71bc-49b4-9a05-a3ac5f75735c")

DOCUMENTED: list[type[EntityEvent]] = [
    ServiceOrderUpdated,
    ResourceUpdated,
    MessageAdded,
    ResourceBlockUpdated,
    CustomerAdded,
    CustomerUpdated,
    PaymentUpdated,
]

# What json reads and this refuses, or the other way round, is worth more than chance would try.
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def told(discriminator: str, value: object) -> dict[str, object]:
    return {"Discriminator": discriminator, "Value": value}


def body(*events: object, **others: Any) -> bytes:
    message = {
        "EnterpriseId": str(ENTERPRISE),
        "IntegrationId": str(INTEGRATION),
        "Events": list(events),
    }
    return json.dumps(message | others).encode()


def fault(raw: bytes | str) -> InvalidWebhookError:
    with pytest.raises(InvalidWebhookError) as caught:
        parse(raw)
    return caught.value


class TestKnownEvents:
    @pytest.mark.parametrize("kind", DOCUMENTED)
    def test_each_documented_event_has_a_type(self, kind: type[EntityEvent]) -> None:
        [event] = parse(body(told(kind.__name__, {"Id": str(PAYMENT)})))

        assert event == kind(ENTERPRISE, INTEGRATION, PAYMENT)
        assert event.discriminator == kind.__name__

    def test_they_come_in_order_and_as_often_as_they_were_told(self) -> None:
        first, second = ({"Id": str(UUID(int=number))} for number in (1, 2))
        events = parse(
            body(
                told("PaymentUpdated", second),
                told("CustomerUpdated", first),
                told("PaymentUpdated", second),
            )
        )

        payment = PaymentUpdated(ENTERPRISE, INTEGRATION, UUID(int=2))
        assert events == (payment, CustomerUpdated(ENTERPRISE, INTEGRATION, UUID(int=1)), payment)

    def test_a_text_is_read_like_its_bytes(self) -> None:
        raw = body(told("PaymentUpdated", {"Id": str(PAYMENT)}))

        assert parse(raw.decode()) == parse(raw)

    def test_what_the_api_adds_is_left_out(self) -> None:
        event = told("PaymentUpdated", {"Id": str(PAYMENT), "State": "Charged"})
        raw = body(event | {"CreatedUtc": "2026-11-21"}, Entities={"Payments": []}, Version=2)

        assert parse(raw) == (PaymentUpdated(ENTERPRISE, INTEGRATION, PAYMENT),)

    def test_a_message_may_tell_of_nothing(self) -> None:
        assert parse(body()) == ()


class TestUnknownEvents:
    def test_one_is_kept_as_it_is(self) -> None:
        raw = body({"Discriminator": "BillClosed", "Value": {"Id": 7, "Tags": ["a"]}, "More": None})

        [event] = parse(raw)

        assert event == UnknownEvent(
            ENTERPRISE,
            INTEGRATION,
            "BillClosed",
            {"Discriminator": "BillClosed", "Value": {"Id": 7, "Tags": ["a"]}, "More": None},
        )

    @pytest.mark.parametrize("value", [None, "text", 1, [], {}])
    def test_whatever_its_value_is(self, value: object) -> None:
        [event] = parse(body(told("BillClosed", value)))

        assert isinstance(event, UnknownEvent)
        assert event.json["Value"] == value

    def test_it_needs_no_value(self) -> None:
        [event] = parse(body({"Discriminator": "Ping"}))

        assert isinstance(event, UnknownEvent)
        assert event.json == {"Discriminator": "Ping"}

    def test_its_numbers_keep_every_digit(self) -> None:
        number = "0.1000000000000000055511151231257827"
        raw = body(told("Ping", {"Sum": "?", "Count": 2**70})).replace(b'"?"', number.encode())

        [event] = parse(raw)

        assert isinstance(event, UnknownEvent)
        assert event.json["Value"] == {"Sum": Decimal(number), "Count": 2**70}

    def test_it_does_not_hold_up_the_others(self) -> None:
        raw = body(told("BillClosed", 1), told("PaymentUpdated", {"Id": str(PAYMENT)}))

        assert [event.discriminator for event in parse(raw)] == ["BillClosed", "PaymentUpdated"]

    def test_it_can_be_in_a_set_and_does_not_show_what_it_holds(self) -> None:
        raw = body(told("GuestSaid", {"Text": "call me on 555 0100"}))

        [event] = parse(raw)

        assert hash(event) == hash(parse(raw)[0])
        assert "GuestSaid" in repr(event)
        assert "555" not in repr(event)


FAULTS: dict[str, tuple[bytes | str, str]] = {
    "nothing": (b"", "$: is not JSON in UTF-8"),
    "no json": (b"{", "$: is not JSON in UTF-8"),
    "no utf-8": (b'{"EnterpriseId": "\xff"}', "$: is not JSON in UTF-8"),
    "no number of json": (b'{"Events": NaN}', "$: is not JSON in UTF-8"),
    "a number beyond all bounds": (b"1e99999999999999999999", "$: is not JSON in UTF-8"),
    "a longer number than is read": (b"9" * 5000, "$: is not JSON in UTF-8"),
    "a bomb": (b"[" * 100_000, "$: is nested too deeply"),
    "a list": (b"[]", "$: must be an object"),
    "no enterprise": (b'{"Events": []}', "$.EnterpriseId: must be a UUID"),
    "an odd integration": (body(IntegrationId=7), "$.IntegrationId: must be a UUID"),
    "no events": (body(Events=None), "$.Events: must be an array"),
    "events of another form": (body(Events={}), "$.Events: must be an array"),
    "an event that is none": (body(7), "$.Events[0]: must be an object"),
    "an event without a name": (
        body(told("Ping", 1), {"Value": 1}),
        "$.Events[1].Discriminator: must be a string",
    ),
    "a payment that is not named": (
        body(told("PaymentUpdated", {})),
        "$.Events[0].Value.Id: must be a UUID",
    ),
    "a payment with a name of another form": (
        body(told("PaymentUpdated", {"Id": "17"})),
        "$.Events[0].Value.Id: must be a UUID",
    ),
    "a payment without a value": (
        body({"Discriminator": "PaymentUpdated"}),
        "$.Events[0].Value: must be an object",
    ),
}


class TestFaults:
    @pytest.mark.parametrize("name", FAULTS)
    def test_the_error_says_what_is_wrong_and_where(self, name: str) -> None:
        raw, message = FAULTS[name]

        error = fault(raw)

        assert str(error) == message
        assert error.path == message.partition(":")[0]
        assert isinstance(error, errors.MewsError)

    def test_an_integration_webhook_is_told_apart(self) -> None:
        # given the older kind of webhook, which may come to the same address
        error = fault(b'{"Action": "IntegrationCreated", "Data": {"AccessToken": "secret"}}')

        assert "integration webhook" in str(error)

    @pytest.mark.parametrize(
        "raw",
        [
            b'{"Action": "IntegrationCreated", "Data": {"AccessToken": "secret"}',
            b'"secret',
            b'{"AccessToken": "secret\xff"}',
            body(told("PaymentUpdated", {"Id": "secret"})),
            body(EnterpriseId="secret"),
        ],
    )
    def test_neither_the_error_nor_what_led_to_it_repeats_the_body(self, raw: bytes) -> None:
        error = fault(raw)

        assert "secret" not in str(error)
        assert error.__cause__ is None
        assert error.__context__ is None

    def test_it_can_be_pickled(self) -> None:
        error = pickled(fault(b"[]"))

        assert (str(error), error.path) == ("$: must be an object", "$")

    @given(st.binary() | st.text() | json_values.map(json.dumps))
    def test_any_body_is_read_or_refused(self, raw: bytes | str) -> None:
        try:
            parse(raw)
        except InvalidWebhookError as error:
            assert error.path.startswith("$")  # noqa: PT017 - either ending will do

    @given(st.lists(json_values))
    def test_any_list_of_events_is_read_or_refused(self, events: list[object]) -> None:
        try:
            read = parse(body(*events))
        except InvalidWebhookError as error:
            assert error.path.startswith("$")  # noqa: PT017 - either ending will do
        else:
            assert len(read) == len(events)
