from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class Promotions(Model):
    """The moments of a stay at which a service is offered."""

    before_check_in: bool = field(metadata={"json": "BeforeCheckIn"})
    """Before check-in."""
    after_check_in: bool = field(metadata={"json": "AfterCheckIn"})
    """Right after check-in."""
    during_stay: bool = field(metadata={"json": "DuringStay"})
    """During the stay."""
    before_check_out: bool = field(metadata={"json": "BeforeCheckOut"})
    """Before check-out."""
    after_check_out: bool = field(metadata={"json": "AfterCheckOut"})
    """After check-out."""
    during_check_out: bool = field(metadata={"json": "DuringCheckOut"})
    """At check-out."""
