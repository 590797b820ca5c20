from attrs import field, frozen
from mews_runtime import Model

from .company_with_billing_automation_relation import CompanyWithBillingAutomationRelation


@frozen(kw_only=True, eq=False, repr=False)
class CompanyWithBillingAutomationRelationArrayUpdateValue(Model):
    """Companies in place of all there are. Leave the whole object out to keep those; a `Value`
    of null clears them. A billing automation of `CompanyAsOwner` needs some."""

    value: list[CompanyWithBillingAutomationRelation] | None = field(
        metadata={"json": "Value", "max_items": 1000}
    )
    """All companies from now on, or null for none. At most 1000 items."""
