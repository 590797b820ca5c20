"""Published requests, changed to be about what a sandbox holds, so that it carries them out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

import msgspec

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, PORTFOLIO_ACCESS_TOKEN, Sandbox
from support.examples import published

__all__ = ["FITTINGS", "fitted", "with_tokens"]

Changes: TypeAlias = dict[str, object]

_NO_LIST = ["PaymentIds", "PaymentRequestIds", "AccountIds", "BillIds", "ReservationIds"]


def with_tokens(request: bytes) -> bytes:
    """The request with the sandbox's tokens, otherwise as it is."""
    return _changed(request, {})


def fitted(operation: str, sandbox: Sandbox) -> bytes:
    """The operation's published request with ids and times that the sandbox knows."""
    return _changed(published()[operation][0], FITTINGS[operation](sandbox))


def _changed(request: bytes, changes: Mapping[str, object]) -> bytes:
    tokens = {"ClientToken": CLIENT_TOKEN, "AccessToken": ACCESS_TOKEN}
    body = json.loads(request, parse_float=Decimal) | tokens | changes
    return msgspec.json.Encoder(decimal_format="number").encode(body)


def _interval(start: datetime, end: datetime) -> Changes:
    return {"StartUtc": start, "EndUtc": end}


def _lately(sandbox: Sandbox) -> Changes:
    return _interval(sandbox.now() - timedelta(days=60), sandbox.now())


def _london(sandbox: Sandbox) -> Changes:
    return {"EnterpriseId": sandbox.customer().enterprise_id}


def _customer(sandbox: Sandbox) -> Changes:
    return {"CustomerId": sandbox.customer().id}


def _external(sandbox: Sandbox) -> Changes:
    return {**_london(sandbox), "AccountId": sandbox.customer().id}


def _payments(sandbox: Sandbox) -> Changes:
    others = ["UpdatedUtc", "ChargedUtc", "ClosedUtc", "SettlementUtc", "EnterpriseIds"]
    return {**dict.fromkeys(_NO_LIST + others), "CreatedUtc": _lately(sandbox)}


def _refund(sandbox: Sandbox) -> Changes:
    payment = next(
        it
        for it in sandbox.payments
        if it.type == "CreditCardPayment"
        and it.kind == "Payment"
        and it.state == "Charged"
        and it.enterprise_id == sandbox.customer().enterprise_id
        and sandbox.store.refundable(it) > 1
    )
    named = {"PaymentId": payment.id, "AccountId": payment.account_id}
    return {**_london(sandbox), **named, "ValueToRefund": Decimal("0.50")}


def _payment_requests(sandbox: Sandbox) -> Changes:
    no_filter = dict.fromkeys([*_NO_LIST, "EnterpriseIds"])
    return {**no_filter, "UpdatedUtc": _lately(sandbox), "States": None}


def _payment_request(sandbox: Sandbox) -> Changes:
    [example] = json.loads(published()["paymentRequests/add"][0])["PaymentRequests"]
    asked: Changes = {
        **example,
        "AccountId": sandbox.customer().id,
        "Amount": {"Currency": "GBP", "Value": Decimal("10.40")},
        "ExpirationUtc": sandbox.now() + timedelta(days=7),
        "BillId": None,
    }
    return {**_london(sandbox), "PaymentRequests": [asked]}


def _cancellation(sandbox: Sandbox) -> Changes:
    london = sandbox.customer().enterprise_id
    pending = next(
        it
        for it in sandbox.payment_requests
        if it.enterprise_id == london and it.state == "Pending"
    )
    return {"PaymentRequestIds": [pending.id]}


def _enterprises(_: Sandbox) -> Changes:
    filters = ["EnterpriseIds", "ExternalIdentifiers", "LinkedUtc", "UpdatedUtc"]
    return {
        **dict.fromkeys(filters),
        "AccessToken": PORTFOLIO_ACCESS_TOKEN,
        "Limitation": {"Count": 2},
    }


FITTINGS: Mapping[str, Callable[[Sandbox], Changes]] = {
    "configuration/get": _london,
    "enterprises/getAll": _enterprises,
    "paymentRequests/add": _payment_request,
    "paymentRequests/cancel": _cancellation,
    "paymentRequests/getAll": _payment_requests,
    "payments/addAlternative": _customer,
    "payments/addCreditCard": _customer,
    "payments/addExternal": _external,
    "payments/getAll": _payments,
    "payments/refund": _refund,
}
"""What to change in each operation's published request; None takes a property out."""
