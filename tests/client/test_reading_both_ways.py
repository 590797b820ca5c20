"""Answers are read fast by msgspec; a plain reader says what that has to come to.

Both make equal objects of every example, and refuse the same texts with the same error at the
same place.
"""

from __future__ import annotations

import json
from itertools import permutations, product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mews_connector import errors, models
from mews_runtime import Model, _reader
from support.both_ways import fast, plain
from support.examples import OPERATIONS, published
from support.json_texts import JsonTexts
from support.seeds import SEEDS, operation_of, seed_request, seed_response

RESULTS = sorted({each.result for each in OPERATIONS.values()}, key=lambda it: it.__name__)
ANSWER: dict[str, Any] = json.loads(published()["payments/getAll"][1])
PAYMENT: dict[str, Any] = ANSWER["Payments"][0]
PAGE = json.dumps({"Payments": [PAYMENT, PAYMENT], "Cursor": None})


def both(model: type[Model], text: str | bytes) -> None:
    body = text.encode() if isinstance(text, str) else text
    assert fast(model, body) == plain(model, body)


# Examples.


@pytest.mark.parametrize("model", RESULTS, ids=lambda it: it.__name__)
def test_every_result_is_read_the_fast_way(model: type[Model]) -> None:
    assert _reader.is_fast(model)


@pytest.mark.parametrize("path", sorted(published()))
def test_published_examples_are_read_alike(path: str) -> None:
    request, response = published()[path]

    assert plain(OPERATIONS[path].result, response).model is not None
    both(OPERATIONS[path].result, response)
    both(OPERATIONS[path].request, request)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_customers_examples_are_read_alike(seed: str) -> None:
    described = OPERATIONS[operation_of(seed)]

    both(described.result, seed_response(seed).encode())
    both(described.request, seed_request(seed).encode())


# One fault of each kind, and what passes for one.


def payment(place: str, text: str) -> str:
    """A page of which the second payment has the text in that place."""
    changed = json.loads(PAGE)
    at: Any = changed["Payments"][1]
    *outer, last = place.split(".")
    for name in outer:
        at = at[name]
    at[last] = "@"
    return json.dumps(changed).replace('"@"', text)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        *(("Id", it) for it in ('"x"', "1", "null", '"{}"', f'"{PAYMENT["Id"].upper()}"')),
        *(("Id", f'"{spelt}"') for spelt in (PAYMENT["Id"].replace("-", ""), " " + PAYMENT["Id"])),
        *(("CreatedUtc", f'"2026-{it}"') for it in ("03-01T12:00:00", "02-30T00:00:00Z", "03-01")),
        *(("CreatedUtc", f'"2026-03-01T12:00:{it}"') for it in ("60Z", "00.Z", "00+24:00", "00 Z")),
        *(("CreatedUtc", f'"2026-03-01T12:00:00{it}"') for it in (".1234564Z", ".1234565Z", "z")),
        *(("CreatedUtc", f'"2026-03-01t23:59:59{it}"') for it in (".9999995Z", "+0130", "-00:00")),
        *(("CreatedUtc", f'"9999-12-31T23:59:59.{it}Z"') for it in ("9999999", "9999995", "9")),
        *(("CreatedUtc", it) for it in ("17", "1.5", '""', '"0000-01-01T00:00:00Z"')),
        *(("Notes", it) for it in ("5", "1.50", "1e400", "true", "[]", "{}", '"\\ud83d\\ude00"')),
        *(("Notes", it) for it in ('"9999-12-31T23:59:59.9999999Z"', '"\\ud800"', '"\\ude00"')),
        *(("State", it) for it in ('"Unheard"', '""', "5", "null", "[]")),
        *(("Type", it) for it in ("null", "5", '"Unheard"', "null, " + '"PaymentType": "Cash"')),
        *(("Data", it) for it in ("null", '"x"', "[]", "{}", '{"Discriminator": null}')),
        *(("Data", f'{{"Discriminator": "New", "New": {it}}}') for it in ("1.50", "1e9999", "[]")),
        ("Data", '{"Discriminator": "New", "New": 1e99999999999999999999}'),
        ("Data", f'{{"Discriminator": "New", "New": [{{"Old": {"9" * 5_000}}}]}}'),
        *(("Amount", it) for it in ("null", "[]", "1", '{"Currency": "EUR"}')),
        *(("Amount.GrossValue", it) for it in ("100", "1.50", "-0", "-0.0", "0.00", "1e3", "2E-7")),
        *(("Amount.GrossValue", it) for it in ("1e400", "9" * 400, "9" * 5_000, "0." + "3" * 400)),
        *(("Amount.GrossValue", it) for it in ('"1.5"', '" 7 "', '"1_0"', '""', '"a lot"', "true")),
        *(("Amount.GrossValue", it) for it in ('"NaN"', '"-Infinity"', '" snan "', '"i_nf"')),
        *(("Amount.GrossValue", it) for it in ("NaN", "Infinity", "1e99999999999999999999")),
        *(("Later", it) for it in ("1e99999999999999999999", "NaN", "01", '"\\ud800"', "[1,]")),
    ],
)
def test_a_value_is_read_or_refused_alike(place: str, text: str) -> None:
    both(models.PaymentsGetAllResult, payment(place, text))


@pytest.mark.parametrize("name", PAYMENT)
def test_a_missing_property_is_missed_alike(name: str) -> None:
    bare = {each: value for each, value in PAYMENT.items() if each != name}

    both(models.PaymentsGetAllResult, json.dumps({"Payments": [PAYMENT, bare]}))


@pytest.mark.parametrize("value", ["7", '"x"', "null", '"2026-03-01T12:00:00Z"', "{}", "[]"])
@pytest.mark.parametrize("name", PAYMENT)
def test_of_a_repeated_property_the_last_counts_and_each_is_checked(name: str, value: str) -> None:
    whole = json.dumps(PAYMENT)[1:-1]

    both(models.Payment, f'{{"{name}": {value}, {whole}}}')
    both(models.Payment, f'{{{whole}, "{name}": {value}}}')


@pytest.mark.parametrize(
    "told",
    [
        # The older name counts as well as the newer one, and a null under either does not.
        *product(('"Type": "New"', '"Type": null', '"PaymentType": null'), repeat=2),
        *product(('"PaymentType": "Old"', '"PaymentType": "Older"', '"Type": null'), repeat=3),
        *permutations(('"PaymentType": "Old"', '"Type": "New"', '"Type": null')),
    ],
)
def test_a_property_that_is_repeated_under_two_names_is_read_alike(told: tuple[str, ...]) -> None:
    rest = json.dumps({name: value for name, value in PAYMENT.items() if name != "Type"})[1:]

    both(models.Payment, f"{{{', '.join(told)}, {rest}")


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b" ", b"null", b"[]", b'"x"', b"1", b"<html>", b"\xef\xbb\xbf{}", b"{} x", b"\xff"),
        *(b"{", b'{"Payments": [', b'{"Payments": [],}', b"{'a': 1}", b"{1: 2}", b'{"a" 1}'),
        *(b'{"Payments": "\xff"}', b'{"Cursor": "\xff"}', b'{"Cursor": "\xed\xa0\x80"}'),
        *(b'{"Later": "\xff"}', b'{"\xff": 1}', b'{"Payments": [], "Cursor": "\xc3\xa9"}'),
        # Cut or broken behind a fault, which is then the lesser one.
        *(b'{"Payments": 5, "Cursor": ', b'{"Payments": [{"Id": 1}], "Cursor": tru}'),
        b'{"Payments": [], "Payments": [], "Cursor": "' + PAYMENT["Id"].encode(),
    ],
)
def test_what_is_no_answer_is_refused_alike(body: bytes) -> None:
    both(models.PaymentsGetAllResult, body)


@pytest.mark.parametrize("depth", [200, 200_000])
@pytest.mark.parametrize(
    ("model", "around"),
    [
        (models.PaymentsAddExternalResult, '{"Later": %s}'),
        (models.PaymentsAddExternalResult, '{"ExternalPaymentId": 5, "Later": %s}'),
        (models.ServiceData, '{"Discriminator": "Bookable", "Value": %s}'),
        (models.ServiceData, '{"Discriminator": "New", "Value": %s}'),
    ],
)
def test_deep_nesting_is_read_or_refused_alike(model: type[Model], around: str, depth: int) -> None:
    both(model, around % ("[" * depth + "]" * depth))


@pytest.mark.parametrize("told", ["Bookable", "Additional", "New"])
@pytest.mark.parametrize(
    "value", ["null", "{}", "[]", "5", '"x"', '{"Promotions": 5}', '{"TimeUnitPeriod": 5}']
)
def test_a_value_that_follows_a_discriminator_is_read_or_refused_alike(
    told: str, value: str
) -> None:
    both(models.ServiceData, f'{{"Value": {value}, "Discriminator": "{told}"}}')
    both(models.ServiceData, f'{{"Discriminator": "{told}", "Value": {value}, "Discriminator": 1}}')


@pytest.mark.parametrize("value", [b'{"TimeUnitPeriod": "\xff"}', b'{"StartOffset": "\xff"}'])
@pytest.mark.parametrize("told", [b"Bookable", b"New"])
def test_bytes_that_are_no_text_are_refused_alike_within_such_a_value(
    told: bytes, value: bytes
) -> None:
    both(models.ServiceData, b'{"Discriminator": "' + told + b'", "Value": ' + value + b"}")


# Money.


@pytest.mark.parametrize("text", ["NaN", "nan", "sNaN", "-NaN12", "Infinity", "-inf", " N_aN "])
def test_a_text_is_no_amount_if_it_names_no_number(text: str) -> None:
    with pytest.raises(errors.InvalidResponseError) as refused:
        models.PaymentsGetAllResult.from_json(payment("Amount.GrossValue", json.dumps(text)))

    assert refused.value.path == "$.Payments[1].Amount.GrossValue"


@pytest.mark.parametrize(
    "text", ["\\u004eaN", "\\u0020inf", "\\tNaN", "i\\u006ef", "\u2003nan\u0661"]
)
@pytest.mark.parametrize("later", ["", ', {"Id": 5}', ', {"Id": "'])
def test_nor_is_it_one_however_it_is_spelt_and_whatever_follows(text: str, later: str) -> None:
    page = payment("Amount.GrossValue", f'"{text}"').replace("}]", f"}}{later}]")

    both(models.PaymentsGetAllResult, page)
    with pytest.raises(errors.InvalidResponseError):
        models.PaymentsGetAllResult.from_json(page)


@pytest.mark.parametrize(
    "repeated",
    [
        '"GrossValue": "NaN", "GrossValue": 12.30',
        '"GrossValue": 12.30, "GrossValue": "NaN"',
        '"TaxValues": [{"Code": "A", "Value": "NaN"}], "TaxValues": []',
        '"TaxValues": [], "TaxValues": [{"Code": "A", "Value": "inf"}]',
    ],
)
def test_of_a_repeated_amount_the_last_has_to_be_a_number(repeated: str) -> None:
    amount = f'{{"Currency": "GBP", "GrossValue": 1, "NetValue": 1, "TaxValues": [], {repeated}}}'

    both(models.PaymentsGetAllResult, payment("Amount", amount))


def test_no_more_is_such_a_text_in_a_table_of_fees() -> None:
    with pytest.raises(errors.InvalidResponseError) as refused:
        models.SurchargeConfiguration.from_json('{"SurchargeFees": {"Visa": 1.5, "Amex": "NaN"}}')

    assert refused.value.path == "$.SurchargeFees[...]"


# Made up.


@settings(max_examples=150, deadline=None)
@given(model=st.sampled_from(RESULTS), chance=st.integers(0, 2**64))
def test_what_has_the_shape_of_an_answer_is_read_alike(model: type[Model], chance: int) -> None:
    body = JsonTexts(Random(chance)).of(model).encode()

    assert plain(model, body).model is not None
    both(model, body)


@settings(max_examples=400, deadline=None)
@given(
    model=st.sampled_from(RESULTS),
    chance=st.integers(0, 2**64),
    odd=st.sampled_from([0.003, 0.02, 0.1]),
)
def test_what_has_oddities_is_read_or_refused_alike(
    model: type[Model], chance: int, odd: float
) -> None:
    both(model, JsonTexts(Random(chance), odd=odd).of(model))


@settings(max_examples=400, deadline=None)
@given(
    model=st.sampled_from(RESULTS),
    chance=st.integers(0, 2**64),
    odd=st.sampled_from([0.0, 0.02]),
    place=st.floats(0, 1, exclude_max=True),
    instead=st.binary(max_size=2),
    cut=st.booleans(),
)
def test_what_is_cut_or_garbled_is_read_or_refused_alike(
    *, model: type[Model], chance: int, odd: float, place: float, instead: bytes, cut: bool
) -> None:
    body = JsonTexts(Random(chance), odd=odd).of(model).encode()
    at = int(place * len(body))

    both(model, body[:at] + instead + (b"" if cut else body[at + 1 :]))
