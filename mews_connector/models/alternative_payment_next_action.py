from attrs import field, frozen
from mews_runtime import Model

from .next_action_discriminator import NextActionDiscriminator


@frozen(kw_only=True, eq=False, repr=False)
class AlternativePaymentNextAction(Model):
    """What has to happen before an alternative payment can complete."""

    discriminator: NextActionDiscriminator = field(metadata={"json": "Discriminator"})
    """What to do with `Value`."""
    value: str = field(metadata={"json": "Value", "min_length": 1})
    """For `RedirectToUrl` the address to send the customer's browser to."""
