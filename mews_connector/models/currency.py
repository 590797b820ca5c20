from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class Currency(Model):
    """A currency and how finely it is divided."""

    code: str = field(metadata={"json": "Code", "min_length": 1})
    """ISO 4217 code."""
    precision: int = field(metadata={"json": "Precision"})
    """Decimal places of an amount, such as 2 for euros and cents."""
