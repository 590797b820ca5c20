"""billingAutomationPaymentPlans/add."""

from datetime import datetime, timedelta
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.payment_plan import PaymentPlan, PlanPaymentRequest
from mews_toolkit.sandbox.months import checked_month, month_of
from mews_toolkit.sandbox.operations.billing_automation_rules import automation_in
from mews_toolkit.sandbox.operations.booking import account_in
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_METHODS = frozenset({"PaymentCard", "SepaDirectDebit"})
_LONGEST_WAIT = timedelta(days=30)


class BillingAutomationPaymentPlansAdd(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A plan, and the billing automation that it collects for."""

    enterprise_id: UUID | None = None
    billing_automation_id: UUID
    customer_id: UUID
    name: str
    payment_request: PlanPaymentRequest
    payment_offset_days: int
    start_month: str | None = None


class PaymentPlanAdded(Struct, frozen=True, rename="pascal"):
    """Where the customer is to answer."""

    payment_request_url: str


def add(store: Store, caller: Caller, body: JsonObject) -> PaymentPlanAdded:
    """Plans to collect from a customer, who never answers the request."""
    asked = read(BillingAutomationPaymentPlansAdd, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    customer = account_in(store, enterprise_id, asked.customer_id, "CustomerId")
    automation = automation_in(store, enterprise_id, asked.billing_automation_id)
    now = store.now()
    _check_request(asked.payment_request, now)
    if asked.payment_offset_days < 0:
        raise invalid("PaymentOffsetDays", "A bill is not charged before it is made.")
    month = asked.start_month
    if month is not None and checked_month(month, "StartMonth") <= month_of(now):
        raise invalid("StartMonth", "It does not lie ahead.")
    plan = PaymentPlan(
        id=store.new_id(),
        enterprise_id=enterprise_id,
        billing_automation_id=automation.id,
        customer_id=customer.id,
        name=asked.name,
        payment_request=asked.payment_request,
        payment_offset_days=asked.payment_offset_days,
        start_month=month,
        created_utc=now,
    )
    store.payment_plans.put(plan)
    return PaymentPlanAdded(f"https://gateway.sandbox.example/plan/{plan.id.hex}")


def _check_request(asked: PlanPaymentRequest, now: datetime) -> None:
    if not asked.payment_methods or not _METHODS.issuperset(asked.payment_methods):
        raise invalid("PaymentMethods", f"A plan collects by {' or '.join(sorted(_METHODS))} only.")
    if not now < asked.expiration_date_utc <= now + _LONGEST_WAIT:
        raise invalid("ExpirationDateUtc", "It lies within the next 30 days.")
