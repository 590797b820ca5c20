from __future__ import annotations

from decimal import Context, Decimal
from typing import TypeAlias

from mews_connector import errors, models
from mews_toolkit.money._exact import exactly
from mews_toolkit.money._plain_sum import plain_sum

__all__ = ["AnyAmount", "gross", "gross_parameters", "net", "net_parameters", "tax"]

AnyAmount: TypeAlias = models.Amount | models.ExtendedAmount


def gross(amount: AnyAmount) -> models.CurrencyValue:
    """The value with its taxes, with the sign that the answer gave it.

    Raises:
        InvalidRequestError: The answer left it out, as older ones do, or it is no answer's amount.
    """
    return _value(amount, "gross_value")


def net(amount: AnyAmount) -> models.CurrencyValue:
    """The value without its taxes, with the sign that the answer gave it.

    Raises:
        InvalidRequestError: The answer left it out, as older ones do, or it is no answer's amount.
    """
    return _value(amount, "net_value")


def tax(amount: AnyAmount) -> models.CurrencyValue:
    """All taxes within the amount together, as its `tax_values` tell them.

    They are added and not reckoned from gross and net, from which they can differ by a cent.

    Raises:
        InvalidRequestError: The answer left them out, as older ones do, or it is no answer's
            amount.
        InexactSumError: They lie too far apart to be added with every digit.
    """
    taxes = _answered(amount).tax_values
    if taxes is None:
        raise _missing(amount, "tax_values")

    def added(exact: Context) -> Decimal:
        value = Decimal(0)
        for each in taxes:
            value = exact.add(value, each.value)
        return value

    return models.CurrencyValue(currency=amount.currency, value=exactly(added))


def gross_parameters(
    value: models.CurrencyValue, tax_code: str | None = None
) -> models.AmountParameters:
    """The sum as a value with taxes, for an enterprise that prices gross.

    The sign stays: what is sent counts money received as positive, unlike what is answered.

    Args:
        value: The sum.
        tax_code: Code of the tax within it, such as `UK-S`. None where no tax applies.

    Raises:
        InvalidRequestError: It is no plain sum: `gross` and `net` make one of an amount.
    """
    sum_ = plain_sum(value, "value")
    return models.AmountParameters(
        currency=sum_.currency,
        gross_value=sum_.value,
        tax_codes=None if tax_code is None else [tax_code],
    )


def net_parameters(value: models.CurrencyValue, *tax_codes: str) -> models.AmountParameters:
    """The sum as a value without taxes, for an enterprise that prices net.

    The sign stays: what is sent counts money received as positive, unlike what is answered.

    Args:
        value: The sum.
        *tax_codes: Codes of the taxes to add. None where no tax applies.

    Raises:
        InvalidRequestError: It is no plain sum: `gross` and `net` make one of an amount.
    """
    sum_ = plain_sum(value, "value")
    return models.AmountParameters(
        currency=sum_.currency, net_value=sum_.value, tax_codes=list(tax_codes) or None
    )


def _value(amount: AnyAmount, attribute: str) -> models.CurrencyValue:
    value: Decimal | None = getattr(_answered(amount), attribute)
    if value is None:
        raise _missing(amount, attribute)
    return models.CurrencyValue(currency=amount.currency, value=value)


def _answered(amount: object) -> AnyAmount:
    if not isinstance(amount, models.Amount | models.ExtendedAmount):
        # A request's amount has the opposite sign, and a plain sum is no part of anything.
        raise errors.InvalidRequestError(
            "amount: pass an amount that the API answered, an Amount or ExtendedAmount, and no"
            f" {type(amount).__name__}"
        )
    return amount


def _missing(amount: AnyAmount, attribute: str) -> errors.InvalidRequestError:
    return errors.InvalidRequestError(
        f"amount: this {type(amount).__name__} in {amount.currency} has no {attribute}"
    )
