from __future__ import annotations

from collections.abc import Mapping

from mews_connector import errors

__all__ = ["ReconciliationError"]


class ReconciliationError(errors.MewsError):
    """Something could not be read to its end, so there is no figure at all.

    It has no `.resume`: what was added up until then is gone, so going on from there would leave it
    out. Reconcile the days once more.

    Attributes:
        failures: What each read that failed raised, by what was being read: `payments`,
            `order_items`, `bills` or `ledger_balances`.
    """

    def __init__(self, failures: Mapping[str, errors.MewsError]) -> None:
        self.failures: dict[str, errors.MewsError] = dict(failures)
        if len(failures) == 1:
            [(name, failure)] = failures.items()
            said = f"{name}: {type(failure).__name__}: {failure.message}"
            operation, request_id = failure.operation, failure.request_id
        else:
            said = "; ".join(f"{name}: {type(it).__name__}: {it}" for name, it in failures.items())
            operation = request_id = None
        super().__init__(
            f"nothing is reconciled, as a read failed: {said}",
            operation=operation,
            request_id=request_id,
        )
