from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_order_item_consumption_period_type import (
    BillingAutomationOrderItemConsumptionPeriodType,
)


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationOrderItemConsumptionPeriodTypeUpdateValue(Model):
    """Other months. Leave the whole object out to keep to those there are."""

    value: BillingAutomationOrderItemConsumptionPeriodType = field(metadata={"json": "Value"})
    """Of which months items are moved."""
