"""Type checkers strike a deprecated operation through, and tell what to use instead."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.examples import OPERATIONS
from support.type_checker import complaints

DEPRECATED = {
    "mews.accounting_items.get_all()": "use payments/getAll and orderItems/getAll",
    "mews.credit_cards.get_all_by_customers(customer_ids=[])": "use creditCards/getAll",
    "mews.credit_cards.get_all_by_ids(credit_card_ids=[])": "use creditCards/getAll",
    "mews.payments.add_credit_card(customer_id=it, amount=amount, credit_card=card)": (
        "switched off on 2028-01-10"
    ),
}
IN_USE = ["mews.credit_cards.get_all(credit_card_ids=[])", "mews.accounting_items.update"]

HEAD = """
from uuid import UUID

from mews_connector import MewsClient, models


def use(
    mews: MewsClient, it: UUID, amount: models.AmountParameters, card: models.CreditCardParameters
) -> list[object]:
    return [
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("deprecated") / "program.py"
    lines = [f"        {call}," for call in (*DEPRECATED, *IN_USE)]
    file.write_text("\n".join([HEAD.strip(), *lines, "    ]", ""]))
    return file


def test_every_deprecated_operation_is_tried() -> None:
    assert sum(bool(it.deprecated) for it in OPERATIONS.values()) == len(DEPRECATED)


def test_mypy_tells(program: Path) -> None:
    said = complaints(program)

    assert len(said) == len(DEPRECATED)
    for line, words in zip(said, DEPRECATED.values(), strict=True):
        assert words in line
        assert line.endswith("[deprecated]")


def test_pyright_tells(program: Path) -> None:
    settings = program.with_name("pyrightconfig.json")
    settings.write_text('{"reportDeprecated": "error"}', encoding="utf-8")

    run = subprocess.run(  # noqa: S603 - a file of the test's own making
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, str(program)],
        cwd=program.parent,
        capture_output=True,
        text=True,
        check=False,
    )

    told = [line for line in run.stdout.splitlines() if "(reportDeprecated)" in line]
    assert len(told) == len(DEPRECATED), run.stdout
    for line, words in zip(told, DEPRECATED.values(), strict=True):
        assert words in line
