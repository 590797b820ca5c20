from datetime import datetime

from attrs import field, frozen
from mews_runtime import Model

from .configuration_enterprise import ConfigurationEnterprise
from .payment_card_storage import PaymentCardStorage
from .service import Service


@frozen(kw_only=True, eq=False, repr=False)
class ConfigurationGetResult(Model):
    """How an enterprise is set up."""

    now_utc: datetime = field(metadata={"json": "NowUtc"})
    """The server's clock."""
    enterprise: ConfigurationEnterprise = field(metadata={"json": "Enterprise"})
    """The enterprise and how it keeps its books."""
    service: Service | None = field(default=None, metadata={"json": "Service"})
    """The one service that the access token belongs to, if it belongs to one."""
    payment_card_storage: PaymentCardStorage | None = field(
        default=None, metadata={"json": "PaymentCardStorage"}
    )
    """Where payment cards can be stored, if they can."""
    is_identity_document_number_required: bool | None = field(
        default=None, metadata={"json": "IsIdentityDocumentNumberRequired"}
    )
    """Whether a guest's identity document must carry its number."""
