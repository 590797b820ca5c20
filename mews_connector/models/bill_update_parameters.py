from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .associated_account_ids_update_parameters import AssociatedAccountIdsUpdateParameters
from .id_update_value import IdUpdateValue


@frozen(kw_only=True, eq=False, repr=False)
class BillUpdateParameters(Model):
    """What to change about one bill."""

    bill_id: UUID = field(metadata={"json": "BillId"})
    """Bill to change."""
    account_id: IdUpdateValue | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company to hand the bill to."""
    associated_account_ids: AssociatedAccountIdsUpdateParameters | None = field(
        default=None, metadata={"json": "AssociatedAccountIds"}
    )
    """Accounts for the bill to name beside its owner."""
