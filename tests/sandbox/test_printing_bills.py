"""Printing bills."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from mews_connector import models
from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    PARIS_ACCESS_TOKEN,
    Sandbox,
    Server,
    serve_in_thread,
)
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.pdf import pdf
from mews_toolkit.sandbox.seeds.enterprises import LONDON, PARIS
from support.documented_caller import DocumentedCaller, plain_client
from support.sandboxes import sandbox_client

GET = "bills/getPdf"


def bill_of(sandbox: Sandbox, bill_type: str, enterprise_id: object = LONDON) -> Bill:
    return next(
        it
        for it in sandbox.bills
        if (it.state, it.type, it.enterprise_id) == ("Closed", bill_type, enterprise_id)
    )


def file_in(printed: dict[str, Any]) -> bytes:
    assert printed["Result"]["Discriminator"] == "BillPdfFile"
    return b64decode(printed["Result"]["Value"]["Base64Data"], validate=True)


@pytest.mark.parametrize("lines", [0, 1, 60, 61, 300])
def test_the_file_is_a_valid_pdf(lines: int) -> None:
    file = pdf([f"line {it} (with \\ marks) déjà vu €" for it in range(lines)])

    assert file.startswith(b"%PDF-1.4\n")
    assert file.endswith(b"%%EOF\n")
    table = int(file.split(b"startxref\n")[1].split(b"\n")[0])
    places = re.findall(rb"(\d{10}) 00000 n \n", file[table:])
    for number, place in enumerate(places, start=1):
        assert file[int(place) :].startswith(b"%d 0 obj\n" % number)
    for length, stream in re.findall(
        rb"/Length (\d+) >>\nstream\n(.*?)\nendstream", file, re.DOTALL
    ):
        assert int(length) == len(stream)
    assert file.count(b"/Type /Page ") == max(1, -(-lines // 60))


def test_a_receipt_is_printed_at_once(api: DocumentedCaller, sandbox: Sandbox) -> None:
    bill = bill_of(sandbox, "Receipt")
    printed = api.get(GET, BillId=str(bill.id), PdfTemplate="Detailed")
    assert printed["BillId"] == str(bill.id)
    file = file_in(printed)
    assert bill.number is not None
    assert bill.number.encode() in file


def test_an_invoice_is_reported_first_and_printed_when_asked_for_again(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    bill = bill_of(sandbox, "Invoice")
    result = api.get(GET, BillId=str(bill.id))["Result"]
    assert result["Discriminator"] == "BillPrintEvent"
    event = result["Value"]["BillPrintEventId"]
    for _ in range(2):
        assert file_in(api.get(GET, BillId=str(bill.id), BillPrintEventId=event))

    other = bill_of(sandbox, "Receipt")
    refusal = api.refusal(GET, BillId=str(other.id), BillPrintEventId=event)
    assert refusal == (400, "Invalid BillPrintEventId")


def test_an_open_bill_is_printed_too(api: DocumentedCaller, sandbox: Sandbox) -> None:
    bill = next(it for it in sandbox.bills if it.state == "Open" and it.enterprise_id == LONDON)
    assert b"\\(open\\)" in file_in(api.get(GET, BillId=str(bill.id)))


def test_a_bill_of_another_enterprise_is_refused(api: DocumentedCaller, sandbox: Sandbox) -> None:
    bill = bill_of(sandbox, "Receipt", PARIS)
    assert api.refusal(GET, BillId=str(bill.id)) == (400, "Invalid BillId")


def test_portfolio_tokens_are_refused(portfolio: DocumentedCaller, sandbox: Sandbox) -> None:
    bill = bill_of(sandbox, "Receipt")
    refusal = portfolio.refusal(GET, BillId=str(bill.id))
    assert refusal == (401, "No permission to use this operation.")


def test_french_law_wants_a_reason(http: httpx.Client, sandbox: Sandbox) -> None:
    paris = DocumentedCaller(http, PARIS_ACCESS_TOKEN)
    bill = bill_of(sandbox, "Receipt", PARIS)
    for reason in (None, " "):
        refusal = paris.refusal(GET, BillId=str(bill.id), PrintReason=reason)
        assert refusal == (400, "Invalid PrintReason")
    assert file_in(paris.get(GET, BillId=str(bill.id), PrintReason="Lost by the guest"))


def test_a_bill_is_printed_thirty_times_in_seven_days() -> None:
    clock = [datetime(2026, 11, 21, 12, tzinfo=UTC)]
    sandbox = Sandbox(payments=100, limit=None, now=lambda: clock[0])
    bill = bill_of(sandbox, "Invoice")
    with serve_in_thread(sandbox) as server, plain_client(server.url) as http:
        api = DocumentedCaller(http, ACCESS_TOKEN)
        events = [
            api.get(GET, BillId=str(bill.id))["Result"]["Value"]["BillPrintEventId"]
            for _ in range(30)
        ]
        refusal = api.refusal(GET, BillId=str(bill.id))
        assert refusal == (403, "A bill can be printed 30 times in 7 days.")
        assert file_in(api.get(GET, BillId=str(bill.id), BillPrintEventId=events[0]))
        clock[0] += timedelta(days=8)
        api.get(GET, BillId=str(bill.id))


async def test_the_client_tells_file_and_event_apart(server: Server, sandbox: Sandbox) -> None:
    bill = bill_of(sandbox, "Invoice")
    async with sandbox_client(server) as mews:
        printed = await mews.bills.get_pdf(bill_id=bill.id)
        assert printed.result is not None
        assert isinstance(printed.result.value, models.BillPrintEvent)
        event = printed.result.value.bill_print_event_id
        printed = await mews.bills.get_pdf(bill_id=bill.id, bill_print_event_id=event)
        assert printed.result is not None
        assert isinstance(printed.result.value, models.BillPdfFile)
