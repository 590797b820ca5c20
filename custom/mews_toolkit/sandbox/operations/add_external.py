"""payments/addExternal."""

from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.payment import ExternalData, PaymentData
from mews_toolkit.sandbox.money import AmountParameters
from mews_toolkit.sandbox.operations.booking import (
    account_in,
    amount_in,
    bill_for,
    category_in,
    received,
)
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_UNSPECIFIED = "Unspecified"


class PaymentsAddExternal(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Money that was taken outside of Mews. Older callers name the account by `CustomerId`."""

    enterprise_id: UUID | None = None
    account_id: UUID | None = None
    customer_id: UUID | None = None
    bill_id: UUID | None = None
    accounting_category_id: UUID | None = None
    reservation_id: UUID | None = None
    amount: AmountParameters
    type: str | None = None
    external_identifier: str | None = None
    notes: str | None = None


class ExternalPaymentAdded(Struct, frozen=True, rename="pascal"):
    """Which payment was recorded."""

    external_payment_id: UUID


def add_external(store: Store, caller: Caller, body: JsonObject) -> ExternalPaymentAdded:
    """Records money taken elsewhere. A negative amount is money given back."""
    asked = read(PaymentsAddExternal, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    account_id, name = asked.account_id, "AccountId"
    if account_id is None:
        account_id, name = asked.customer_id, "CustomerId"
    if account_id is None:
        raise invalid("AccountId")
    account = account_in(store, enterprise_id, account_id, name)
    bill_id = bill_for(store, account, asked.bill_id)
    category_id = category_in(store, enterprise_id, asked.accounting_category_id)
    _check_type(store, enterprise_id, asked.type)
    payment = received(
        store,
        account,
        amount_in(store, enterprise_id, asked.amount),
        payment_type="ExternalPayment",
        kind=None,
        state="Charged",
        data=PaymentData(
            discriminator="External",
            external=ExternalData(asked.type or _UNSPECIFIED, asked.external_identifier),
        ),
        bill_id=bill_id,
        accounting_category_id=category_id,
        reservation_id=asked.reservation_id,
        notes=asked.notes,
    )
    return ExternalPaymentAdded(payment.id)


def _check_type(store: Store, enterprise_id: UUID, external_type: str | None) -> None:
    if external_type in (None, _UNSPECIFIED):
        if store.is_french(enterprise_id):
            raise forbidden("French law wants the type of an external payment to be stated.")
    elif (
        external_type not in store.settings[enterprise_id].accounting.enabled_external_payment_types
    ):
        raise forbidden(f"The property has not enabled external payments of type {external_type}.")
