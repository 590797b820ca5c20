from attrs import field, frozen
from mews_runtime import Model

from .external_payment_type import ExternalPaymentType


@frozen(kw_only=True, eq=False, repr=False)
class ExternalPaymentData(Model):
    """About a payment taken outside of Mews."""

    type_: ExternalPaymentType = field(metadata={"json": "Type"})
    """How the money was taken."""
    external_identifier: str | None = field(default=None, metadata={"json": "ExternalIdentifier"})
    """The payment's identifier in the system that took the money."""
