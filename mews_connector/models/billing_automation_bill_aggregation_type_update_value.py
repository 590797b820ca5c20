from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_bill_aggregation_type import BillingAutomationBillAggregationType


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationBillAggregationTypeUpdateValue(Model):
    """Another spread over bills. Leave the whole object out to keep the one there is."""

    value: BillingAutomationBillAggregationType = field(metadata={"json": "Value"})
    """How many bills items are spread over."""
