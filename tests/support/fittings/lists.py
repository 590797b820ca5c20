"""What an enterprise has that no operation of ours changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Sandbox
from support.fittings.fitting import (
    Changes,
    Fitting,
    around,
    as_published,
    lately,
    london,
    of_london,
    only,
)

__all__ = ["FITTINGS"]


def _accounting_categories(sandbox: Sandbox) -> Changes:
    active = of_london(sandbox, sandbox.accounting_categories, lambda it: it.is_active)
    changed = around(active.updated_utc)
    return only("accountingCategories/getAll", "ActivityStates", UpdatedUtc=changed)


def _cashiers(sandbox: Sandbox) -> Changes:
    active = of_london(sandbox, sandbox.store.cashiers, lambda it: it.is_active)
    return only("cashiers/getAll", "ActivityStates", UpdatedUtc=around(active.updated_utc))


def _cashier_transactions(sandbox: Sandbox) -> Changes:
    return only("cashierTransactions/getAll", CreatedUtc=lately(sandbox))


def _counters(sandbox: Sandbox) -> Changes:
    return only("counters/getAll", "Type", UpdatedUtc=lately(sandbox))


def _enterprises(_: Sandbox) -> Changes:
    first = {"AccessToken": PORTFOLIO_ACCESS_TOKEN, "Limitation": {"Count": 2}}
    return {**only("enterprises/getAll"), **first}


def _ledger_balances(sandbox: Sandbox) -> Changes:
    today = sandbox.now().date()
    days = {"Start": today - timedelta(days=7), "End": today}
    return only("ledgerBalances/getAll", "LedgerTypes", Date=days)


FITTINGS: Mapping[str, Fitting] = {
    "accountingCategories/getAll": _accounting_categories,
    "cashierTransactions/getAll": _cashier_transactions,
    "cashiers/getAll": _cashiers,
    "configuration/get": london,
    "counters/getAll": _counters,
    "currencies/getAll": as_published,
    "enterprises/getAll": _enterprises,
    "exchangeRates/getAll": as_published,
    "ledgerBalances/getAll": _ledger_balances,
    "taxEnvironments/getAll": as_published,
    "taxations/getAll": as_published,
}
