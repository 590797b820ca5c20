"""No whole payment card number leaves, wherever in a request it stands; ids may look like one."""

# Older forms are what is tested here.
# pyright: reportDeprecated=false

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from mews_connector import errors, models
from mews_runtime import Kind
from mews_runtime._card_number import holds_card_number, is_card_number, is_obfuscated
from mews_runtime._options import Options
from mews_runtime._request import prepare_values
from support.clients import virtual_client
from support.refusals import Call, problems_of

pytestmark = [
    pytest.mark.virtual_time,
    pytest.mark.filterwarnings("ignore:payments/addCreditCard is deprecated:DeprecationWarning"),
]

ID = UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
# The card schemes' own test numbers; they open nothing.
VISA = "4111111111111111"
AMEX = "378282246310005"
POUND = models.AmountParameters(currency="GBP", gross_value=Decimal(1))

LOOKS_LIKE_ONE = (
    "holds what looks like a whole payment card number;"
    " send at most its first six and last four digits, 411111******1111"
)
MUST_BE_OBFUSCATED = (
    "must be obfuscated; give at most the first six and last four digits, 411111******1111"
)


def add_external(**arguments: Any) -> Call:
    given: dict[str, Any] = {"account_id": ID, "amount": POUND} | arguments
    return lambda mews: mews.payments.add_external(**given)


def add_card(*, number: str = "411111******1111", name: str = "Jo Smith", notes: str = "") -> Call:
    card = models.CreditCardParameters(
        type_=models.CreditCardPaymentCardType.VISA, number=number, name=name
    )
    return lambda mews: mews.payments.add_credit_card(
        customer_id=ID, amount=POUND, credit_card=card, notes=notes
    )


def raw(values: dict[str, object]) -> Call:
    return lambda mews: mews.call("any/thing", values)


def luhn(digits: str) -> str:
    """The digits with the check digit behind them that makes them a card number."""
    doubled = [int(digit) * 2 for digit in reversed(digits)]
    total = sum(
        sum(divmod(twice, 10)) if place % 2 == 0 else twice // 2
        for place, twice in enumerate(doubled)
    )
    return f"{digits}{-total % 10}"


# Where it may stand.


@pytest.mark.parametrize(
    ("call", "place"),
    [
        (add_external(notes=f"paid with {VISA}"), "notes"),
        (add_external(external_identifier=VISA), "external_identifier"),
        (
            add_external(amount=models.AmountParameters(currency=VISA, gross_value=Decimal(1))),
            "amount.currency",
        ),
        (
            add_external(
                amount=models.AmountParameters(
                    currency="GBP", net_value=Decimal(1), tax_codes=["UK-S", VISA]
                )
            ),
            "amount.tax_codes[1]",
        ),
        (add_external(type_=models.ExternalPaymentType(VISA)), "type_"),
        (add_card(name=f"Jo {AMEX}"), "credit_card.name"),
        (add_card(notes=VISA), "notes"),
        (raw({"Notes": VISA}), "Notes"),
        (raw({"A": [{"B": ["", {"C": VISA}]}]}), "A[0].B[1].C"),
        (raw({VISA: "value"}), "the request: a key"),
        (raw({"A": {f"card {VISA}": 1}}), "A: a key"),
        (raw({"Number": int(VISA)}), "Number"),
        (raw({"A": [{"B": -int(VISA)}]}), "A[0].B"),
        (raw({"Number": Decimal(VISA)}), "Number"),
        (raw({"Number": Decimal("4.111111111111111E+15")}), "Number"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
async def test_a_card_number_is_found_at_any_depth_and_not_repeated(
    call: Call, place: str, httpx_mock: HTTPXMock
) -> None:
    problems = await problems_of(httpx_mock, call)

    assert problems == [f"{place}: {LOOKS_LIKE_ONE}"]
    assert "1111111" not in problems[0].replace("411111******1111", "")


async def test_the_path_through_a_key_does_not_show_the_number(httpx_mock: HTTPXMock) -> None:
    assert await problems_of(httpx_mock, raw({VISA: {"Value": 0.5}})) == [
        f"the request: a key: {LOOKS_LIKE_ONE}",
        "***.Value: a float is not exact; pass a Decimal made from text, Decimal('12.30')",
    ]


@pytest.mark.parametrize("path", [f"payments/{VISA}", f"card {VISA}"])
async def test_a_path_that_holds_one_is_refused_and_not_repeated(
    path: str, httpx_mock: HTTPXMock
) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="path: holds what looks") as refused:
            await mews.call(path)

    assert httpx_mock.get_requests() == []
    assert VISA not in repr(vars(refused.value)) + str(refused.value)


@pytest.mark.parametrize(
    "number",
    [
        4111111111111112,
        411111111116,
        10**20,
        10**5000,
        True,
        Decimal("4111111111111111.01"),
        Decimal("41111111111111.11"),
        Decimal("1E+99999"),
    ],
    ids=lambda it: f"{it:.3e}" if isinstance(it, Decimal) else str(it % 10**20),
)
def test_numbers_that_are_no_cards_pass(number: int | Decimal) -> None:
    assert not is_card_number(number)


# How it may be written.


@pytest.mark.parametrize(
    "text",
    [
        VISA,
        f"card{VISA}.",
        f"order_{VISA}",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111 1111 1111 1111 12/29 123",
        "room 1204 4111 1111 1111 1111",
        AMEX,
        "3782 822463 10005",
        "3782-822463-10005",
        "room 1204 3782 822463 10005",
        "3056 930902 5904",
        f"{ID} {VISA}",
        f"{VISA}-{VISA}",
        f"3fa85f64-5717-4562-b3fc-{VISA}",
        f"{VISA}-5717-4562-b3fc-2c963f66afa6",
        # As it comes out of web pages, documents and keyboards of other languages.
        "4111\u00a01111\u00a01111\u00a01111",
        "4111\u20091111\u20091111\u20091111",
        "4111\u200b1111\u200b1111\u200b1111",
        "4111\u20111111\u20131111\u22121111",
        "4111.1111.1111.1111",
        "4111  1111  1111  1111",
        "4111 - 1111 - 1111 - 1111",
        "4111 1111-1111.1111",
        "4111\n1111\n1111\n1111",
        "3782\u00a0822463\u00a010005",
        "\uff14\uff11\uff11\uff11" + "\uff11" * 12,
        "\u0664" + "\u0661" * 15,
        # 19 digits, as UnionPay has them.
        luhn("621234567890123456"),
        "6212 3456 7890 1234 56" + luhn("621234567890123456")[-1],
    ],
)
def test_a_card_number_is_known_as_people_write_it(text: str) -> None:
    assert holds_card_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "411111******1111",
        "1111",
        "4111111111111112",
        "4111 1111 1111 1112",
        "3782 822463 10006",
        f"5{AMEX}",
        "41111111111",
        "41111111111111111111",
        "+420 222 333 444",
        "2026-11-21 12:30:45",
        # Grouped otherwise than a card, or with what stands between no groups of one.
        "41 11 11 11 11 11 11 11",
        "4111/1111/1111/1111",
        "4111_1111_1111_1111",
        "4111    1111    1111    1111",
        f"4111 1111 {ID} 1111 1111, 4111111111111112",
        str(ID),
        "b06de5e4-7137-47ec-8a49-3303131b02c0",
        # Ids whose last group passes the check.
        f"3fa85f64-5717-4562-b3fc-{luhn('41111111111')}",
        f"ch_3FA85F64-5717-4562-B3FC-{luhn('41111111111')}",
        f"3fa85f6457174562b3fc{luhn('41111111111')}",
    ],
)
def test_what_is_no_card_number_passes(text: str) -> None:
    assert not holds_card_number(text)


async def test_text_without_a_card_number_is_sent(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={})
    identifier = f"ch_{ID}/4111111111111112"

    async with virtual_client() as mews:
        await add_external(external_identifier=identifier)(mews)

    (request,) = httpx_mock.get_requests()
    assert identifier.encode() in request.content


NO_DIGITS = st.text("ace kxz -_*/.:é\n")
CARD_NUMBERS = st.from_regex(r"[0-9]{11,18}", fullmatch=True).map(luhn)


@settings(deadline=None, derandomize=True)
@given(before=NO_DIGITS, number=CARD_NUMBERS, after=NO_DIGITS)
def test_any_card_number_of_12_to_19_digits_is_found_in_any_text(
    before: str, number: str, after: str
) -> None:
    assert holds_card_number(f"{before}{number}{after}")


GAPS = st.text(" -.\t\u00a0\u2009\u200b\u2011\u2013\u2212\u00ad", min_size=1, max_size=3)


@settings(deadline=None, derandomize=True)
@given(
    number=st.from_regex(r"[0-9]{12,18}", fullmatch=True).map(luhn),
    gaps=st.lists(GAPS, min_size=4, max_size=4),
    around=st.sampled_from(["{}", "card {}.", "({})", "1204 {}", "no {} 12/29 123"]),
    digits=st.sampled_from("0\u0660\uff10"),
)
def test_any_card_number_is_found_whatever_stands_between_its_groups(
    number: str, gaps: list[str], around: str, digits: str
) -> None:
    groups = [number[place : place + 4] for place in range(0, len(number), 4)]
    written = "".join(group + gap for group, gap in zip(groups, [*gaps, "", ""], strict=False))
    shown = written.strip("".join(gaps)).translate({48 + it: ord(digits) + it for it in range(10)})

    assert holds_card_number(around.format(shown))


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(0, 10**6) | NO_DIGITS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NO_DIGITS, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def hidden(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """Digits of a card, and plain values that hold them somewhere, as text, key or number."""
    number = draw(st.from_regex(r"[1-9][0-9]{11,17}", fullmatch=True).map(luhn))
    before, after = draw(NO_DIGITS), draw(NO_DIGITS)
    text = f"{before}{number}{after}"
    value: object = draw(st.sampled_from([text, {text: 1}, int(number), Decimal(number)]))
    for name in draw(st.lists(NO_DIGITS, max_size=4)):
        value = draw(st.sampled_from([{name: value}, [draw(PLAIN), value], (value,)]))
    return number, {"Values": value, "Others": draw(PLAIN)}


@settings(deadline=None, derandomize=True)
@given(hidden())
def test_wherever_it_is_hidden_in_a_raw_call_it_is_found_and_not_repeated(
    given_: tuple[str, dict[str, object]],
) -> None:
    number, values = given_

    with pytest.raises(errors.InvalidRequestError, match="payment card number") as refused:
        prepare_values("any/thing", Kind.WRITE, values, Options())

    assert number not in repr(vars(refused.value)) + str(refused.value)


@settings(deadline=None, derandomize=True)
@given(number=CARD_NUMBERS)
def test_a_card_number_with_one_wrong_digit_passes(number: str) -> None:
    wrong = (int(number[-1]) + 1) % 10

    assert not holds_card_number(f"{number[:-1]}{wrong}")


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.uuids() | st.text("0123456789", min_size=32, max_size=32).map(UUID))
def test_no_uuid_is_taken_for_a_card_number(id_: UUID) -> None:
    for text in (str(id_), str(id_).upper(), id_.hex):
        for around in ("{}", "ch_{}", "order {}, paid", f"{id_}/{{}}"):
            assert not holds_card_number(around.format(text))


# The number of a card that is recorded.


@pytest.mark.parametrize(
    "number", ["411111******1111", "1111", "************1111", "4111********1111", "411111*"]
)
async def test_a_recorded_cards_number_may_show_six_digits_and_four(
    number: str, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(json={})

    async with virtual_client() as mews:
        await add_card(number=number)(mews)

    (request,) = httpx_mock.get_requests()
    assert f'"Number":"{number}"'.encode() in request.content


@pytest.mark.parametrize(
    "number",
    [
        "4111111*****1111",
        "411111*****11111",
        "11111",
        "4111111111",
        "4111111111111112",
        "411111**1111**1111",
        "*4111111111111*",
    ],
)
async def test_a_recorded_cards_number_may_show_no_more(number: str, httpx_mock: HTTPXMock) -> None:
    problems = await problems_of(httpx_mock, add_card(number=number))

    assert problems == [f"credit_card.number: {MUST_BE_OBFUSCATED}"]


async def test_a_whole_number_is_refused_for_what_it_is(httpx_mock: HTTPXMock) -> None:
    problems = await problems_of(httpx_mock, add_card(number=VISA))

    assert problems == [f"credit_card.number: {LOOKS_LIKE_ONE}"]


@pytest.mark.parametrize(
    "text", ["4111111111111111abcdefabcdefabcd.", "id 4111111111111111abcdefabcdefabcd"]
)
def test_an_id_without_dashes_is_one_only_where_nothing_stands_beside_it(text: str) -> None:
    assert holds_card_number(text)


@pytest.mark.parametrize(
    "number", ["4111 11** **** 1111", "4111-11**-****-1111", "411111******1111"]
)
def test_an_obfuscated_number_may_be_written_in_groups(number: str) -> None:
    assert is_obfuscated(number)


async def test_what_a_vault_calls_a_card_may_look_like_a_number(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"CreditCardId": str(ID)})
    reference = "190510170631533877"
    assert holds_card_number(reference)
    data = models.CreditCardData(storage_data=reference, expiration="2030-10")

    async with virtual_client() as mews:
        await mews.credit_cards.add_tokenized(customer_id=ID, credit_card_data=data)

    [request] = httpx_mock.get_requests()
    assert f'"StorageData":"{reference}"'.encode() in request.content
