"""Mistakes that a type checker finds before anything runs."""

from __future__ import annotations

import pytest

from support.type_checker import complaints

AROUND = """
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from mews_connector import Environment, MewsClient, RetryPolicy, models

async def use(
    mews: MewsClient,
    payment: models.Payment,
    amount: models.AmountParameters,
    created: models.TimeInterval,
    account_id: UUID,
) -> None:
"""

CORRECT = [
    "await mews.payments.add_external(amount=amount, account_id=account_id)",
    "mews.payments.get_all(created_utc=created, states=[models.PaymentState.CHARGED])",
    "MewsClient.from_env(retry=RetryPolicy(attempts=2), rate_limit=None)",
]

MISTAKES = {
    "a misspelt keyword": (
        "await mews.payments.add_external(amount=amount, acount_id=account_id)",
        "call-arg",
    ),
    "a missing keyword": ("await mews.payments.add_external(account_id=account_id)", "call-arg"),
    "an argument without its keyword": ("await mews.payments.add_external(amount)", "call-arg"),
    "a float for an amount": (
        "models.AmountParameters(currency='GBP', gross_value=12.3)",
        "arg-type",
    ),
    "a text for an amount": (
        "models.AmountParameters(currency='GBP', gross_value='12.3')",
        "arg-type",
    ),
    "a float to refund": (
        (
            "await mews.payments.refund("
            "payment_id=payment.id, account_id=account_id, reason='', value_to_refund=1.0)"
        ),
        "arg-type",
    ),
    "a text for an id": (
        "await mews.payments.add_external(amount=amount, account_id=str(account_id))",
        "arg-type",
    ),
    "a text for an enum": (
        "mews.payments.get_all(created_utc=created, states=['Charged'])",
        "list-item",
    ),
    "a text for a time": (
        "models.TimeInterval(start_utc='2026-11-21T00:00:00Z', end_utc=datetime.max)",
        "arg-type",
    ),
    "a pair for an interval": (
        "mews.payments.get_all(created_utc=(datetime.min, datetime.max))",
        "arg-type",
    ),
    "an awaited paginator": ("await mews.payments.get_all(created_utc=created)", "misc"),
    "a paginator walked without async": (
        "list(mews.payments.get_all(created_utc=created))",
        "call-overload",
    ),
    "a changed model": ("payment.state = models.PaymentState.FAILED", "misc"),
    "an operation that does not exist": ("mews.payments.getAll()", "attr-defined"),
    "sums of optional money": ("payment.amount.net_value + Decimal(1)", "operator"),
    "a client without its name": (
        "MewsClient(environment=Environment.DEMO, client_token='a', access_token='b')",
        "call-arg",
    ),
    "a misspelt option of a view": ("mews.with_options(timout=5)", "call-arg"),
    "a misspelt keyword beside the variables": ("MewsClient.from_env(timout=5)", "call-arg"),
    "a policy given by position": ("RetryPolicy(3)", "call-arg"),
    "a kind that is neither": ("await mews.call('payments/getAll', kind='list')", "arg-type"),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """What the type checker says about each line of a program that makes all of them."""
    lines = [*CORRECT, *(line for line, _ in MISTAKES.values())]
    head = AROUND.lstrip().splitlines()
    file = tmp_path_factory.mktemp("mistakes") / "program.py"
    file.write_text("\n".join([*head, *(f"    {line}" for line in lines), ""]))
    first = len(head) + 1
    return {
        int(number) - first: said
        for number, said in (it.split(":", 2)[1:] for it in complaints(file))
    }


def test_correct_code_is_accepted(found: dict[int, str]) -> None:
    assert [CORRECT[number] for number in found if number < len(CORRECT)] == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found(mistake: str, found: dict[int, str]) -> None:
    number = len(CORRECT) + list(MISTAKES).index(mistake)
    _, code = MISTAKES[mistake]

    assert found.get(number, "nothing").endswith(f"[{code}]")
