from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedValue, UnknownVariant

from .additional_service_data import AdditionalServiceData
from .bookable_service_data import BookableServiceData
from .service_data_discriminator import ServiceDataDiscriminator


@frozen(kw_only=True, eq=False, repr=False)
class ServiceData(TaggedValue):
    """What is particular to a kind of service."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "Bookable": "BookableServiceData",
        "Additional": "AdditionalServiceData",
    }

    discriminator: ServiceDataDiscriminator | None = field(
        default=None, metadata={"json": "Discriminator"}
    )
    """Kind of service."""
    value: BookableServiceData | AdditionalServiceData | UnknownVariant | None = field(
        default=None, metadata={"json": "Value", "tagged": True}
    )
    """Details of that kind. Its shape follows `Discriminator`: offsets and a time unit for
    `Bookable`, promotions for `Additional`."""
