"""bills/getPdf."""

from base64 import b64encode
from datetime import timedelta
from decimal import Decimal
from typing import Literal
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.bill_print import BillPrint
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.operations.bill_contents import Contents, bill_in, contents
from mews_toolkit.sandbox.pdf import pdf
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_MOST_PRINTS = 30
_WITHIN = timedelta(days=7)


class BillsGetPdf(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Which bill to print. The sandbox has one layout, whatever template is asked for."""

    bill_id: UUID
    bill_print_event_id: UUID | None = None
    pdf_template: str | None = None
    print_reason: str | None = None


class BillPdfFile(Struct, frozen=True, rename="pascal"):
    """The print itself."""

    base64_data: str


class BillPrintEvent(Struct, frozen=True, rename="pascal"):
    """What to ask again with."""

    bill_print_event_id: UUID


class BillPdfResult(Struct, frozen=True, rename="pascal"):
    """One or the other."""

    discriminator: Literal["BillPdfFile", "BillPrintEvent"]
    value: BillPdfFile | BillPrintEvent


class BillPrinted(Struct, frozen=True, rename="pascal"):
    """The print of a bill."""

    bill_id: UUID
    result: BillPdfResult


def get_pdf(store: Store, caller: Caller, body: JsonObject) -> BillPrinted:
    """Prints a bill. A closed invoice is reported first: whoever asks again gets the print."""
    asked = read(BillsGetPdf, body)
    bill = bill_in(store, caller.enterprise_ids, asked.bill_id)
    _check_reason(store, bill, asked.print_reason)
    if asked.bill_print_event_id is not None:
        event = store.bill_prints.get(asked.bill_print_event_id)
        if event is None or event.bill_id != bill.id:
            raise invalid("BillPrintEventId", "The bill has no such print event.")
        return BillPrinted(bill.id, _file(store, bill))
    event = _counted(store, bill)
    if bill.state == "Closed" and bill.type == "Invoice":
        return BillPrinted(bill.id, BillPdfResult("BillPrintEvent", BillPrintEvent(event.id)))
    return BillPrinted(bill.id, _file(store, bill))


def _check_reason(store: Store, bill: Bill, reason: str | None) -> None:
    if store.is_french(bill.enterprise_id) and not (reason or "").strip():
        raise invalid("PrintReason", "French law wants a reason for every print of a bill.")


def _counted(store: Store, bill: Bill) -> BillPrint:
    now = store.now()
    recent = sum(
        it.bill_id == bill.id and it.created_utc > now - _WITHIN for it in store.bill_prints
    )
    if recent >= _MOST_PRINTS:
        raise forbidden(f"A bill can be printed {_MOST_PRINTS} times in {_WITHIN.days} days.")
    event = BillPrint(id=store.new_id(), bill_id=bill.id, created_utc=now)
    store.bill_prints.put(event)
    return event


def _file(store: Store, bill: Bill) -> BillPdfResult:
    lines = _lines(store, bill, contents(store, {bill.id})[bill.id])
    return BillPdfResult("BillPdfFile", BillPdfFile(b64encode(pdf(lines)).decode()))


def _lines(store: Store, bill: Bill, on_bill: Contents) -> list[str]:
    account = store.accounts.get(bill.account_id)
    currency = store.settings[bill.enterprise_id].default_currency
    items = [it for it in reversed(on_bill.items) if it.accounting_state != "Canceled"]
    payments = [it for it in reversed(on_bill.payments) if it.state == "Charged"]
    return [
        bill.enterprise_data.company_name or "",
        f"{bill.type if bill.state == 'Closed' else 'Bill'} {bill.number or '(open)'}",
        "" if account is None else account.name,
        "",
        *(_line(it.consumed_utc.date().isoformat(), it.billing_name, it) for it in items),
        *(_line(it.created_utc.date().isoformat(), it.type, it) for it in payments),
        "",
        _figures("", f"Balance in {currency}", on_bill.balance),
    ]


def _line(day: str, name: str, it: OrderItem | Payment) -> str:
    return _figures(day, name, it.amount.gross_value)


def _figures(day: str, name: str, value: Decimal) -> str:
    return f"{day:<12}{name:<40}{value:>14,}"
