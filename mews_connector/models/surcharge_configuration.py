from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .surcharge_fees import SurchargeFees


@frozen(kw_only=True, eq=False, repr=False)
class SurchargeConfiguration(Model):
    """What paying by card costs the payer on top."""

    surcharge_fees: SurchargeFees = field(metadata={"json": "SurchargeFees"})
    """Surcharge by brand of card."""
    surcharge_service_id: UUID | None = field(default=None, metadata={"json": "SurchargeServiceId"})
    """Service that the surcharges are booked under."""
    surcharge_tax_code: str | None = field(default=None, metadata={"json": "SurchargeTaxCode"})
    """Code of the tax on surcharges."""
