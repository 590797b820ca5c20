"""bills/close."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from msgspec import structs

from mews_toolkit.sandbox.entities.amount import untaxed
from mews_toolkit.sandbox.entities.bill import Bill, BillType
from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.entities.payment import InvoiceData, Payment, PaymentData
from mews_toolkit.sandbox.entities.vocabulary import CounterType
from mews_toolkit.sandbox.numbering import default, drawn
from mews_toolkit.sandbox.operations.bill_changes import BillsChanged
from mews_toolkit.sandbox.operations.bill_contents import Contents, contents, open_bill_in
from mews_toolkit.sandbox.operations.bill_details import BillDetails, Text
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_DUE_AFTER = timedelta(days=14)


class BillsClose(BillDetails, frozen=True, kw_only=True, rename="pascal"):
    """Which bill to close and how. The sandbox has no fiscal machine to register it with.

    The dates and the variable symbol count for an invoice only.
    """

    enterprise_id: UUID | None = None
    bill_id: UUID
    type: BillType
    bill_counter_id: UUID | None = None
    taxed_date: Text | None = None
    due_date: Text | None = None
    variable_symbol: Text | None = None


def close(store: Store, caller: Caller, body: JsonObject) -> BillsChanged:
    """Closes the bill and whatever is on it; an invoice gets a payment of what is unpaid."""
    asked = read(BillsClose, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    bill = asked.on(open_bill_in(store, enterprise_id, asked.bill_id))
    on_bill = contents(store, {bill.id})[bill.id]
    balance = on_bill.balance
    if asked.type == "Receipt" and balance:
        currency = store.settings[enterprise_id].default_currency
        raise forbidden(f"The bill cannot be closed: its balance is {balance:f} {currency}.")
    if on_bill.is_under_way:
        raise forbidden("The bill cannot be closed: a payment on it is still under way.")
    now = store.now()
    counter, number = drawn(_counter(store, bill, asked.bill_counter_id), now)
    closed = structs.replace(
        bill,
        state="Closed",
        type=asked.type,
        counter_id=counter.id,
        number=number,
        issued_utc=now,
        taxed_utc=now,
        paid_utc=None if balance else now,
        updated_utc=now,
    )
    if asked.type == "Invoice":
        closed = _invoiced(store, closed, asked, now)
    store.bills.put(closed)
    store.counters.put(counter)
    if balance:
        store.payments.put(_receivable(store, closed, balance, now))
    _close_books(store, on_bill, now)
    return BillsChanged([closed])


def _counter(store: Store, bill: Bill, asked: UUID | None) -> Counter:
    counters = [it for it in store.counters if it.enterprise_id == bill.enterprise_id]
    kind: CounterType = "BillCounter"
    if bill.correction_type == "CreditNote":
        kind = "CreditNoteBillCounter"
    if asked is None:
        return default(counters, kind)
    for counter in counters:
        if counter.id == asked and counter.type == kind:
            return counter
    raise invalid("BillCounterId", "The enterprise has no such counter for this kind of bill.")


def _invoiced(store: Store, bill: Bill, asked: BillsClose, now: datetime) -> Bill:
    options = store.settings[bill.enterprise_id].accounting.options
    symbol = None if asked.variable_symbol is None else asked.variable_symbol.value
    return structs.replace(
        bill,
        taxed_utc=_day(asked.taxed_date, "TaxedDate") or now,
        due_utc=_day(asked.due_date, "DueDate") or now + _DUE_AFTER,
        variable_symbol=symbol,
        options=structs.replace(
            bill.options, track_receivable="ReceivableTrackingEnabled" in options
        ),
    )


def _day(asked: Text | None, parameter: str) -> datetime | None:
    """The beginning of a day."""
    if asked is None or asked.value is None:
        return None
    try:
        day = date.fromisoformat(asked.value)
    except ValueError as error:
        raise invalid(parameter, "It is not a day such as 2020-07-07.") from error
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _receivable(store: Store, bill: Bill, balance: Decimal, now: datetime) -> Payment:
    """The payment that makes an invoice balance; positive where more was paid than is due."""
    currency = store.settings[bill.enterprise_id].default_currency
    invoice = InvoiceData(bill.id, "Receivable" if balance > 0 else "Overpayment")
    amount = untaxed(currency, -balance)
    return Payment(
        id=store.new_id(),
        enterprise_id=bill.enterprise_id,
        account_id=bill.account_id,
        account_type=bill.account_type,
        bill_id=bill.id,
        amount=amount,
        original_amount=amount,
        consumed_utc=now,
        closed_utc=now,
        charged_utc=now,
        created_utc=now,
        updated_utc=now,
        accounting_state="Closed",
        state="Charged",
        type="InvoicePayment",
        kind=None,
        data=PaymentData(discriminator="Invoice", invoice=invoice),
        payment_origin="BillBalancing",
    )


def _close_books(store: Store, on_bill: Contents, now: datetime) -> None:
    for item in on_bill.items:
        if item.accounting_state == "Open":
            store.order_items.put(
                structs.replace(item, accounting_state="Closed", closed_utc=now, updated_utc=now)
            )
    for payment in on_bill.payments:
        if payment.accounting_state == "Open":
            store.payments.put(
                structs.replace(payment, accounting_state="Closed", closed_utc=now, updated_utc=now)
            )
