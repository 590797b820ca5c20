"""paymentRequests and paymentMethodRequests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from mews_toolkit.sandbox import Sandbox
from support.fittings.fitting import Changes, Fitting, example, lately, london, of_london, only

__all__ = ["FITTINGS"]


def _list(sandbox: Sandbox) -> Changes:
    return only("paymentRequests/getAll", UpdatedUtc=lately(sandbox))


def _request(sandbox: Sandbox) -> Changes:
    [published] = example("paymentRequests/add")["PaymentRequests"]
    asked: Changes = {
        **published,
        **_from_customer(sandbox),
        "Amount": {"Currency": "GBP", "Value": Decimal("10.40")},
        "BillId": None,
    }
    return {**london(sandbox), "PaymentRequests": [asked]}


def _cancellation(sandbox: Sandbox) -> Changes:
    pending = of_london(sandbox, sandbox.payment_requests, lambda it: it.state == "Pending")
    return {"PaymentRequestIds": [pending.id]}


def _method_request(sandbox: Sandbox) -> Changes:
    return {**london(sandbox), **_from_customer(sandbox)}


def _from_customer(sandbox: Sandbox) -> Changes:
    expiration = sandbox.now() + timedelta(days=7)
    return {"AccountId": sandbox.customer().id, "ExpirationUtc": expiration}


FITTINGS: Mapping[str, Fitting] = {
    "paymentMethodRequests/add": _method_request,
    "paymentRequests/add": _request,
    "paymentRequests/cancel": _cancellation,
    "paymentRequests/getAll": _list,
}
