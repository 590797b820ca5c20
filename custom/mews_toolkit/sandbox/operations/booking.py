"""What every operation that writes a payment has to find out and to write."""

from uuid import UUID

from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.payment import Payment, PaymentData
from mews_toolkit.sandbox.entities.vocabulary import PaymentKind, PaymentState, PaymentType
from mews_toolkit.sandbox.money import AmountParameters, amount_of, converted, negated
from mews_toolkit.sandbox.operations.named import named
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store


def account_in(store: Store, enterprise_id: UUID, account_id: UUID, parameter: str) -> Account:
    """The account, which must be the enterprise's. Only a customer's id passes as `CustomerId`."""
    account = named(store.accounts, (enterprise_id,), account_id, parameter)
    if parameter == "CustomerId" and account.type != "Customer":
        raise invalid(parameter, "The account is not a customer.")
    return account


def card_in(store: Store, enterprise_id: UUID, card_id: UUID) -> CreditCard:
    """The payment card, which must be the enterprise's."""
    return named(store.credit_cards, (enterprise_id,), card_id, "CreditCardId")


def check_bill(store: Store, account: Account, bill_id: UUID | None) -> None:
    """Raises a `Refusal` unless the bill, where one is named, is an open one of the account."""
    if bill_id is None:
        return
    bill = store.bills.get(bill_id)
    if bill is None or bill.account_id != account.id:
        raise invalid("BillId", "The account has no such bill.")
    if bill.state != "Open":
        raise invalid("BillId", "The bill is closed.")


def bill_for(store: Store, account: Account, bill_id: UUID | None) -> UUID | None:
    """The bill to put a payment on: the one that is named, or the account's newest open one."""
    check_bill(store, account, bill_id)
    bills = (it for it in store.bills.newest_first() if it.account_id == account.id)
    return bill_id or next((it.id for it in bills if it.state == "Open"), None)


def category_in(store: Store, enterprise_id: UUID, category_id: UUID | None) -> UUID | None:
    """The accounting category, which must be the enterprise's where one is named."""
    if category_id is not None:
        named(store.accounting_categories, (enterprise_id,), category_id, "AccountingCategoryId")
    return category_id


def check_currency(store: Store, enterprise_id: UUID, currency: str) -> None:
    """Raises a `Refusal` unless the enterprise accepts the currency."""
    if not store.settings[enterprise_id].accepts(currency):
        raise forbidden(f"Invalid identifier: the property does not accept {currency}.")


def amount_in(store: Store, enterprise_id: UUID, given: AmountParameters) -> Amount:
    """The amount with its taxes, if the enterprise accepts the currency and prices that way."""
    check_currency(store, enterprise_id, given.currency)
    enterprise = store.enterprises.get(enterprise_id)
    if enterprise is not None:
        unfit = {"Gross": ("NetValue", given.net_value), "Net": ("GrossValue", given.gross_value)}
        name, value = unfit[enterprise.pricing]
        if value is not None:
            raise invalid(name, f"The enterprise prices {enterprise.pricing.lower()}.")
    return amount_of(given, store.settings[enterprise_id].tax_rates)


def received(
    store: Store,
    account: Account,
    amount: Amount,
    *,
    payment_type: PaymentType,
    kind: PaymentKind | None,
    state: PaymentState,
    data: PaymentData | None,
    bill_id: UUID | None = None,
    accounting_category_id: UUID | None = None,
    reservation_id: UUID | None = None,
    notes: str | None = None,
    identifier: str | None = None,
) -> Payment:
    """Writes a payment of that amount; a negative one gives back.

    The payment's own amount has the opposite sign, as the API reports money received.
    """
    now = store.now()
    original = negated(amount)
    books = store.settings[account.enterprise_id].default_currency
    payment = Payment(
        id=store.new_id(),
        enterprise_id=account.enterprise_id,
        account_id=account.id,
        account_type=account.type,
        bill_id=bill_id,
        reservation_id=reservation_id,
        accounting_category_id=accounting_category_id,
        amount=converted(original, books),
        original_amount=original,
        notes=notes,
        consumed_utc=now,
        charged_utc=now if state == "Charged" else None,
        created_utc=now,
        updated_utc=now,
        accounting_state="Open" if state == "Charged" else "Inactive",
        state=state,
        identifier=identifier,
        type=payment_type,
        kind=kind,
        data=data,
        payment_origin="Api",
    )
    store.payments.put(payment)
    return payment
