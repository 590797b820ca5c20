from attrs import field, frozen
from mews_runtime import Model

from .service_data_discriminator import ServiceDataDiscriminator


@frozen(kw_only=True)
class ServiceData(Model):
    """What is particular to a kind of service."""

    discriminator: ServiceDataDiscriminator | None = field(
        default=None, metadata={"json": "Discriminator"}
    )
    """Kind of service."""
    value: object = field(default=None, metadata={"json": "Value"})
    """Details of that kind. Its shape follows `Discriminator`: offsets and a time unit for
    `Bookable`, promotions for `Additional`."""
