from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CompanyWithRelationsParameters(Model):
    """In which parts of a reservation a company counts for a billing automation. Give both when
    sending."""

    partner_company: bool | None = field(default=None, metadata={"json": "PartnerCompany"})
    """Whether it counts as the company that the reservation is made for."""
    travel_agency: bool | None = field(default=None, metadata={"json": "TravelAgency"})
    """Whether it counts as the travel agency that made the reservation."""
