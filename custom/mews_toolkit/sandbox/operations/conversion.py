"""Amounts in the currency that a request names."""

from msgspec import structs

from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.outlet import OutletItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.money import UNITS_FOR_ONE_EURO, converted
from mews_toolkit.sandbox.refusals import invalid


def check_exchangeable(currency: str | None) -> None:
    """Raises a `Refusal` unless sums can be exchanged into the currency, where one is named."""
    if currency is not None and currency not in UNITS_FOR_ONE_EURO:
        raise invalid("Currency", "The sandbox has no exchange rate for it.")


def payment_in(payment: Payment, currency: str | None) -> Payment:
    """The payment with its amount in the currency; as it is when none is named."""
    if currency is None:
        return payment
    return structs.replace(payment, amount=converted(payment.original_amount, currency))


def order_item_in(item: OrderItem, currency: str | None) -> OrderItem:
    """The order item with its amounts in the currency; as it is when none is named."""
    if currency is None:
        return item
    # Not from the original amount: that of a canceled item is what it was worth before.
    return structs.replace(
        item,
        unit_amount=converted(item.unit_amount, currency),
        amount=converted(item.amount, currency),
    )


def outlet_item_in(item: OutletItem, currency: str | None) -> OutletItem:
    """The outlet item with its amount in the currency; as it is when none is named."""
    if currency is None:
        return item
    return structs.replace(item, unit_amount=converted(item.unit_amount, currency))
