from attrs import field, frozen
from mews_runtime import Model

from .preauthorization import Preauthorization


@frozen(kw_only=True, eq=False, repr=False)
class PreauthorizationsGetAllByCustomersResult(Model):
    """The preauthorizations of the customers asked for."""

    preauthorizations: list[Preauthorization] | None = field(
        default=None, metadata={"json": "Preauthorizations"}
    )
    """The preauthorizations found."""
