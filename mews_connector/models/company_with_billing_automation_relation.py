from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .company_with_relations_parameters import CompanyWithRelationsParameters


@frozen(kw_only=True, eq=False, repr=False)
class CompanyWithBillingAutomationRelation(Model):
    """A company and the part that it has to play in a reservation."""

    company_id: UUID = field(metadata={"json": "CompanyId"})
    """The company."""
    company_relations: CompanyWithRelationsParameters = field(metadata={"json": "CompanyRelations"})
    """The parts that count."""
