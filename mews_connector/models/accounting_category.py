from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_category_classification import AccountingCategoryClassification


@frozen(kw_only=True, eq=False, repr=False)
class AccountingCategory(Model):
    """What an enterprise files revenue or payments under, with the codes that its bookkeeping
    knows it by."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the accounting category."""
    is_active: bool = field(metadata={"json": "IsActive"})
    """Whether the accounting category is still in use."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """Name of the accounting category."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the accounting category belongs to. Older answers leave it out."""
    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code within Mews."""
    external_code: str | None = field(default=None, metadata={"json": "ExternalCode"})
    """Code in systems outside of Mews."""
    ledger_account_code: str | None = field(default=None, metadata={"json": "LedgerAccountCode"})
    """Code of the ledger account, for double-entry bookkeeping."""
    posting_account_code: str | None = field(default=None, metadata={"json": "PostingAccountCode"})
    """Code of the posting account, for double-entry bookkeeping."""
    cost_center_code: str | None = field(default=None, metadata={"json": "CostCenterCode"})
    """Code of the cost centre."""
    classification: AccountingCategoryClassification | None = field(
        default=None, metadata={"json": "Classification"}
    )
    """What the accounting category is about, in terms that several enterprises can be compared
    by."""
    created_utc: datetime | None = field(default=None, metadata={"json": "CreatedUtc"})
    """When the accounting category was set up. Older answers leave it out."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When the accounting category last changed. Older answers leave it out."""
