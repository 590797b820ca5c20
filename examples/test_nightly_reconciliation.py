"""A test with the plugin of mews-connector[testing]: the nightly job, against a Mews in memory.

python -m pytest --asyncio-mode=auto test_nightly_reconciliation.py
"""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mews_connector import MewsClient, models
from mews_toolkit.testing import MewsSandbox
from mews_toolkit.workflows import ReconciliationError
from nightly_reconciliation import BALANCED, UNBALANCED, run

# In London it is the first hour of the 25th, a day of 25 hours, and then the morning after it.
PAST_MIDNIGHT = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 10, 26, 5, 0, tzinfo=UTC)

pytestmark = pytest.mark.mews_sandbox(now=PAST_MIDNIGHT)


async def test_what_was_closed_past_midnight_is_in_the_books_of_the_day(
    mews: MewsClient, mews_sandbox: MewsSandbox, tmp_path: Path
) -> None:
    bill = mews_sandbox.given.bill(items=["18.50"])
    mews_sandbox.given.external_payment("18.50", bill=bill)
    await mews.bills.close(bill_id=bill.id, type_=models.BillType.RECEIPT)

    assert await run(mews, tmp_path, NEXT_MORNING) == BALANCED

    with (tmp_path / "reconciliation-2026-10-25.csv").open(encoding="utf-8") as file:
        sums = [it["received"] for it in csv.DictReader(file) if it["section"] == "received"]
    assert sums == ["18.50"]


async def test_a_bill_that_does_not_balance_is_told(
    mews: MewsClient,
    mews_sandbox: MewsSandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bill = mews_sandbox.given.bill(items=["18.50"])
    payment = mews_sandbox.given.external_payment("18.50", bill=bill)
    await mews.bills.close(bill_id=bill.id, type_=models.BillType.RECEIPT)
    mews_sandbox.payments.remove(payment)

    assert await run(mews, tmp_path, NEXT_MORNING) == UNBALANCED

    assert f"bill {bill.id}: 18.50 GBP" in capsys.readouterr().err


async def test_what_cannot_be_read_leaves_no_file(
    mews: MewsClient, mews_sandbox: MewsSandbox, tmp_path: Path
) -> None:
    mews_sandbox.fail_next("bills/getAll", 401)

    with pytest.raises(ReconciliationError, match="bills: UnauthorizedError"):
        await run(mews, tmp_path, NEXT_MORNING)

    assert not any(tmp_path.iterdir())  # noqa: ASYNC240 - a test may wait for a folder
