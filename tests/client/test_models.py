"""Models are values: they cannot change, they compare by what they hold, and they travel."""

import copy
import dataclasses
import inspect
import pickle
import typing
from decimal import Decimal
from enum import Enum
from typing import Any, get_args
from unittest.mock import ANY
from uuid import UUID

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

from mews_connector import MewsClient, api, models
from mews_runtime import Model, OpenEnum, Resource
from support.examples import OPERATIONS, published
from support.pickled import pickled

PUBLIC: dict[str, Any] = {name: getattr(models, name) for name in models.__all__}
MODELS: list[type[Model]] = [
    each for each in PUBLIC.values() if isinstance(each, type) and issubclass(each, Model)
]
RESOURCES: list[type[Resource]] = [
    each
    for name in dir(api)
    if isinstance(each := getattr(api, name), type) and issubclass(each, Resource)
]
METHODS = [
    pytest.param(method, id=f"{resource.__name__}.{name}")
    for resource in RESOURCES
    for name, method in vars(resource).items()
    if inspect.isfunction(method)
]

EACH_MODEL = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
EACH_METHOD = pytest.mark.parametrize("method", METHODS)


def amount() -> models.CurrencyValue:
    return models.CurrencyValue(currency="EUR", value=Decimal("10.40"))


def a_payment() -> models.Payment:
    """The first of the published example."""
    _, response = published()["payments/getAll"]
    return models.PaymentsGetAllResult.from_json(response).payments[0]


def answers() -> list[Any]:
    """A result of each operation, read from its published example."""
    return [
        pytest.param(OPERATIONS[path].result.from_json(response), id=path)
        for path, (_, response) in published().items()
    ]


# Every one of them.


@EACH_MODEL
def test_a_model_is_frozen_and_slotted(model: type[Model]) -> None:
    bare = object.__new__(model)

    assert not hasattr(bare, "__dict__")
    for attribute in attrs.fields(model):
        with pytest.raises(FrozenInstanceError):
            setattr(bare, attribute.name, None)


@EACH_MODEL
def test_a_model_takes_keywords_only(model: type[Model]) -> None:
    kinds = {parameter.kind for parameter in inspect.signature(model).parameters.values()}

    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}


# Their null has to be written: it clears what there was.
UPDATES = ("UpdateValue", "AssociatedAccountIdsUpdateParameters")


def arguments(model: type[Model]) -> "list[attrs.Attribute[Any]]":
    return [attribute for attribute in attrs.fields(model) if "json" in attribute.metadata]


@EACH_MODEL
def test_the_types_of_a_model_can_be_looked_up(model: type[Model]) -> None:
    hints = typing.get_type_hints(model)

    for attribute in arguments(model):
        assert hints[attribute.name] == attribute.type


@EACH_MODEL
def test_nothing_that_is_optional_needs_to_be_named(model: type[Model]) -> None:
    for attribute in arguments(model):
        nullable = attribute.type is object or type(None) in get_args(attribute.type)
        cleared = attribute.name == "value" and model.__name__.endswith(UPDATES)
        assert (attribute.default is None) == (nullable and not cleared)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_everything_in_models_says_what_it_is(name: str) -> None:
    kind = PUBLIC[name]

    if isinstance(kind, type) and issubclass(kind, Model | Enum):
        assert kind.__doc__
        assert issubclass(kind, Model | OpenEnum)
    else:
        assert typing.get_origin(kind) is dict


@EACH_METHOD
def test_the_types_of_a_method_can_be_looked_up(method: Any) -> None:
    hints = typing.get_type_hints(method)

    assert set(hints) == {"return", *inspect.signature(method).parameters} - {"self"}


@EACH_METHOD
def test_a_method_takes_keywords_only_and_is_documented(method: Any) -> None:
    _, *parameters = inspect.signature(method).parameters.values()

    documentation = inspect.getdoc(method) or ""

    assert {parameter.kind for parameter in parameters} <= {inspect.Parameter.KEYWORD_ONLY}
    for parameter in parameters:
        assert f"\n    {parameter.name}: " in documentation


def test_every_operation_has_its_method() -> None:
    assert len(METHODS) == len(OPERATIONS)


def test_every_resource_is_an_attribute_of_the_client() -> None:
    attributes = {
        typing.get_type_hints(each.fget)["return"]
        for each in vars(MewsClient).values()
        if isinstance(each, property)
    }

    assert attributes == set(RESOURCES)


# One of them.


def test_an_attribute_cannot_be_set_and_none_be_added() -> None:
    held: Any = amount()

    for name in ("value", "colour"):
        with pytest.raises(FrozenInstanceError):
            setattr(held, name, Decimal(0))


def test_what_is_required_cannot_be_left_out() -> None:
    model: Any = models.CurrencyValue

    with pytest.raises(TypeError, match="value"):
        model(currency="EUR")


def test_models_that_hold_the_same_are_equal() -> None:
    assert amount() == amount()
    assert amount() != attrs.evolve(amount(), currency="GBP")
    assert hash(amount()) == hash(amount())


def test_models_of_different_kinds_are_not_equal() -> None:
    same_but_for_its_kind: object = models.PaymentsAddCreditCardResult(credit_card_id=None)

    assert models.PaymentsAddExternalResult(external_payment_id=None) != same_but_for_its_kind


def test_a_model_shows_what_it_holds() -> None:
    assert repr(amount()) == "CurrencyValue(currency='EUR', value=Decimal('10.40'))"


def test_each_attribute_tells_models_apart() -> None:
    ids = [UUID(int=1), UUID(int=2)]
    held = [
        models.PaymentsGetAllRequest(),
        models.PaymentsGetAllRequest(bill_ids=ids),
        models.PaymentsGetAllRequest(account_ids=ids),
        models.PaymentsGetAllRequest(account_ids=ids, currency="EUR"),
    ]

    assert [[one == other for other in held] for one in held] == [
        [one is other for other in held] for one in held
    ]


def test_a_model_compares_with_nothing_but_models_of_its_class() -> None:
    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Special(models.CurrencyValue):
        """One of a user's own."""

    special: object = Special(currency="EUR", value=Decimal("10.40"))

    assert amount() != special
    assert amount() != {"currency": "EUR", "value": Decimal("10.40")}
    assert amount() == ANY
    assert repr(special) == "Special(currency='EUR', value=Decimal('10.40'))"


def test_equal_models_count_once_in_a_set() -> None:
    assert len({amount(), amount(), attrs.evolve(amount(), currency="GBP")}) == 2


def test_a_model_that_holds_a_list_has_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(models.PaymentsGetAllRequest(bill_ids=[]))


def test_a_model_shows_the_models_that_it_holds() -> None:
    shown = repr(models.PaymentsGetAllResult(payments=[], cursor=None))

    assert shown == "PaymentsGetAllResult(payments=[], cursor=None)"
    assert "data=PaymentData(discriminator=" in repr(a_payment())
    assert "_unknown" not in repr(a_payment())


def test_a_model_that_holds_itself_can_be_shown() -> None:
    rows: list[models.Payment] = []
    result: Any = models.PaymentsGetAllResult(payments=rows)
    rows.append(result)

    assert repr(result) == "PaymentsGetAllResult(payments=[...], cursor=None)"


def test_a_model_matches_by_its_attributes() -> None:
    match amount():
        case models.CurrencyValue(currency="EUR", value=value):
            assert value == Decimal("10.40")
        case other:
            raise AssertionError(other)


def test_a_changed_copy_leaves_the_original_alone() -> None:
    original = amount()

    changed = attrs.evolve(original, value=Decimal(7))

    assert (changed.currency, changed.value) == ("EUR", Decimal(7))
    assert original == amount()


def test_a_request_tells_what_is_wrong_with_it_and_repeats_no_value() -> None:
    sound = models.PaymentsAddExternalRequest(
        account_id=UUID(int=1),
        amount=models.AmountParameters(currency="EUR", gross_value=Decimal("10.40")),
        notes="room 7",
    )

    wrong: Any = {"notes": "4111111111111111", "bill_id": "secret"}

    faults = attrs.evolve(sound, **wrong).faults()

    assert sound.faults() == []
    assert sorted(it.split(":")[0] for it in faults) == ["bill_id", "notes"]
    assert not any("4111111111111111" in it or "secret" in it for it in faults)


# Those that were read.


@pytest.mark.parametrize("result", answers())
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_result_survives_pickling(result: Model, protocol: int) -> None:
    twin = pickled(result, protocol)

    assert twin == result
    assert twin.to_json() == result.to_json()


@pytest.mark.parametrize("result", answers())
def test_a_result_survives_copying(result: Model) -> None:
    assert copy.copy(result) == result
    assert copy.deepcopy(result) == result


def test_a_model_that_was_read_equals_one_that_was_made() -> None:
    assert models.CurrencyValue.from_json('{"Currency": "EUR", "Value": 10.40}') == amount()


def test_reading_leaves_a_class_as_it_was() -> None:
    # when a class was read from JSON, where its properties have other names
    models.CurrencyValue.from_json('{"Currency": "EUR", "Value": 1}')

    # then it still has those of Python, and no others
    assert [attribute.name for attribute in attrs.fields(models.CurrencyValue)] == [
        "currency",
        "value",
    ]
    assert set(typing.get_type_hints(models.CurrencyValue)) == {"currency", "value", "rules"}
    assert attrs.asdict(amount()) == {"currency": "EUR", "value": Decimal("10.40")}
    assert not dataclasses.is_dataclass(models.CurrencyValue)
