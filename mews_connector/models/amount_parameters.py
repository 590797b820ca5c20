from decimal import Decimal
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import AtMost, ExactlyOne, Model, Rule


@frozen(kw_only=True, eq=False, repr=False)
class AmountParameters(Model):
    """Money to be recorded: a gross value where the enterprise prices gross, a net value where
    it prices net, never both."""

    rules: ClassVar[tuple[Rule, ...]] = (
        ExactlyOne(("gross_value", "net_value")),
        AtMost("tax_codes", 1, beside="gross_value"),
    )

    currency: str = field(metadata={"json": "Currency", "min_length": 1})
    """ISO 4217 code of a currency that the enterprise accepts."""
    gross_value: Decimal | None = field(default=None, metadata={"json": "GrossValue"})
    """Value including taxes. Negative to give money back."""
    net_value: Decimal | None = field(default=None, metadata={"json": "NetValue"})
    """Value without taxes. Negative to give money back."""
    tax_codes: list[str] | None = field(default=None, metadata={"json": "TaxCodes"})
    """Codes of the taxes that apply, such as `UK-S`; codes, never rates. At most one beside a
    gross value. Left out or empty when no tax applies."""
