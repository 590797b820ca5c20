"""What makes each operation's published request one that a sandbox carries out."""

from collections.abc import Mapping

from support.fittings import (
    accounting_items,
    billing_automations,
    bills,
    credit_cards,
    lists,
    order_items,
    outlets,
    payment_requests,
    payments,
)
from support.fittings.fitting import Fitting

__all__ = ["FITTINGS"]

FITTINGS: Mapping[str, Fitting] = {
    **payments.FITTINGS,
    **payment_requests.FITTINGS,
    **credit_cards.FITTINGS,
    **bills.FITTINGS,
    **order_items.FITTINGS,
    **accounting_items.FITTINGS,
    **billing_automations.FITTINGS,
    **outlets.FITTINGS,
    **lists.FITTINGS,
}
"""What to change in each operation's published request; None takes a property out."""
