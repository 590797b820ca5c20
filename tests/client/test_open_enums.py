"""The API may gain values at any time: an unknown one is a member of its enum, under its text."""

import copy
import json
import pickle
from typing import Any

import pytest

from mews_connector import models
from support.examples import published
from support.pickled import pickled

UNKNOWN = models.PaymentState("PartlyCharged")


def test_an_unknown_value_is_read_as_a_member() -> None:
    answer = json.loads(published()["payments/getAll"][1])
    row = answer["Payments"][0] | {"State": "PartlyCharged", "Kind": "", "Type": "SeaShells"}

    read = models.Payment.from_json(json.dumps(row))

    assert isinstance(read.state, models.PaymentState)
    assert (read.state, read.kind, read.type_) == ("PartlyCharged", "", "SeaShells")
    assert json.loads(read.to_json())["State"] == "PartlyCharged"


def test_only_a_value_of_the_document_is_known() -> None:
    assert models.PaymentState.CHARGED.is_known
    assert models.PaymentState("Charged") is models.PaymentState.CHARGED
    assert not UNKNOWN.is_known


def test_an_unknown_value_does_not_become_known_by_being_seen() -> None:
    members = list(models.PaymentState)

    assert not models.PaymentState("PartlyCharged").is_known
    assert list(models.PaymentState) == members


@pytest.mark.parametrize("member", [models.PaymentState.CHARGED, UNKNOWN])
def test_a_member_is_its_text(member: models.PaymentState) -> None:
    text = member.value

    assert member == text
    assert hash(member) == hash(text)
    assert {text: 1}[member] == 1
    assert f"{member}" == text
    assert member.startswith(text[:3])


def test_two_unknown_values_are_equal_when_their_texts_are() -> None:
    assert models.PaymentState("PartlyCharged") == UNKNOWN
    assert models.PaymentState("Vanished") != UNKNOWN
    assert len({UNKNOWN, models.PaymentState("PartlyCharged")}) == 1


def test_an_unknown_value_shows_its_type_and_text() -> None:
    assert repr(UNKNOWN) == "<PaymentState.PartlyCharged: 'PartlyCharged'>"
    assert UNKNOWN.name == "PartlyCharged"


@pytest.mark.parametrize("member", [models.PaymentState.CHARGED, UNKNOWN])
def test_a_member_survives_copying_and_pickling(member: models.PaymentState) -> None:
    twins = [copy.copy(member), copy.deepcopy(member)]
    twins += [pickled(member, protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]

    for twin in twins:
        assert isinstance(twin, models.PaymentState)
        assert twin == member
        assert twin.is_known is member.is_known


def test_a_known_value_is_still_the_one_member_after_a_pickle() -> None:
    assert pickled(models.PaymentState.CHARGED) is models.PaymentState.CHARGED


@pytest.mark.parametrize("value", [5, None, b"Charged"])
def test_what_is_no_text_is_no_value(value: Any) -> None:
    with pytest.raises(ValueError, match="not a valid PaymentState"):
        models.PaymentState(value)
