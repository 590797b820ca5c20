from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillOptions(Model):
    """Switches of a bill."""

    display_customer: bool | None = field(default=None, metadata={"json": "DisplayCustomer"})
    """Whether the bill shows its customer."""
    display_taxation: bool | None = field(default=None, metadata={"json": "DisplayTaxation"})
    """Whether the bill shows its taxes."""
    track_receivable: bool | None = field(default=None, metadata={"json": "TrackReceivable"})
    """Whether payment of the bill is followed up."""
    display_cid: bool | None = field(default=None, metadata={"json": "DisplayCid"})
    """Whether the bill shows the customer's identifier."""
    rebated: bool | None = field(
        default=None, metadata={"json": "Rebated", "deprecated": "deprecated since 2022-02-02"}
    )
    """Whether the bill was given back. Nothing takes its exact place. Deprecated since
    2022-02-02."""
