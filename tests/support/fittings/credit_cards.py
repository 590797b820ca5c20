"""creditCards and preauthorizations."""

from __future__ import annotations

from collections.abc import Mapping

from mews_toolkit.sandbox import Sandbox
from support.fittings.fitting import Changes, Fitting, customer, lately, london, only

__all__ = ["FITTINGS"]


def _list(sandbox: Sandbox) -> Changes:
    return only("creditCards/getAll", UpdatedUtc=lately(sandbox))


def _by_ids(sandbox: Sandbox) -> Changes:
    return {"CreditCardIds": [sandbox.credit_card().id]}


def _by_customers(sandbox: Sandbox) -> Changes:
    return {"CustomerIds": [sandbox.credit_card().customer_id]}


def _card(sandbox: Sandbox) -> Changes:
    return {"CreditCardId": sandbox.credit_card().id}


FITTINGS: Mapping[str, Fitting] = {
    "creditCards/addTokenized": lambda sandbox: {**london(sandbox), **customer(sandbox)},
    "creditCards/charge": _card,
    "creditCards/disable": lambda sandbox: {**london(sandbox), **_card(sandbox)},
    "creditCards/getAll": _list,
    "creditCards/getAllByCustomers": _by_customers,
    "creditCards/getAllByIds": _by_ids,
    "preauthorizations/getAllByCustomers": _by_customers,
}
