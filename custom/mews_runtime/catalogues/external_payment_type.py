"""What the types of external payments mean, and who may send which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Self

from msgspec import Struct

from mews_runtime._legal_environment import FRANCE, check_legal_environment
from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up
from ._payment_group import PaymentGroup as Group

__all__ = ["ROWS", "ExternalPaymentTypeCatalogue", "ExternalPaymentTypeInfo", "TypeDeprecation"]


class TypeDeprecation(Struct, frozen=True, kw_only=True):
    """Since when and why a type is deprecated.

    Attributes:
        since: The day from which the documentation calls it deprecated.
        because: The reason, as far as the documentation gives one.
    """

    since: date
    because: str


class ExternalPaymentTypeInfo(Info, frozen=True, kw_only=True):
    """What is known about one type of external payment.

    Attributes:
        label: The type for people, in English.
        group: What was paid with, coarsely; ours and not the API's.
        deprecated: Since when and why it is deprecated, or None.
        refused_in: The legal environments that do not have it, according to the documentation.

    Source: https://docs.mews.com/connector-api/operations/payments#external-payment-type
    """

    group: Group
    deprecated: TypeDeprecation | None = None
    refused_in: tuple[str, ...] = ()

    @property
    def for_new_partners(self) -> bool:
        """Whether a partner that has not sent it before may begin to."""
        return self.deprecated is None

    def allowed_in(self, legal_environment: str) -> bool:
        """Whether nothing in the documentation says that this legal environment refuses it.

        Raises:
            ValueError: No rules are known for the code.
        """
        check_legal_environment(legal_environment)
        return legal_environment not in self.refused_in


class ExternalPaymentTypeCatalogue(OpenEnum):
    """Types of external payments, and what a form has to ask about them."""

    @property
    def info(self) -> ExternalPaymentTypeInfo:
        """What is known about the type.

        Raises:
            LookupError: This version does not know the type.
        """
        return look_up(self, ROWS)

    @classmethod
    def addable(
        cls,
        *,
        legal_environment: str | None = None,
        existing_partner: bool = False,
        enabled: Iterable[str] | None = None,
    ) -> tuple[Self, ...]:
        """The types that an external payment may be added with.

        Types that this version does not know are never among them.

        Args:
            legal_environment: A country, not the API's `LegalEnvironmentCode`: `FR` leaves out
                what French law refuses.
            existing_partner: Whether the deprecated types, which only partners that already
                send them may go on sending, are to be included.
            enabled: What the property has enabled, as its accounting configuration says it;
                None where that is not known.

        Raises:
            ValueError: No rules are known for the legal environment.
        """
        check_legal_environment(legal_environment)
        wanted = None if enabled is None else frozenset(enabled)
        return tuple(
            each
            for each in cls
            if (existing_partner or each.info.for_new_partners)
            and legal_environment not in each.info.refused_in
            and (wanted is None or each in wanted)
        )

    @classmethod
    def deprecated(cls) -> tuple[Self, ...]:
        """The types that only partners which already send them may go on sending."""
        return tuple(each for each in cls if each.info.deprecated is not None)

    @classmethod
    def is_required(cls, *, legal_environment: str | None = None) -> bool:
        """Whether an external payment without a type is refused.

        Raises:
            ValueError: No rules are known for the legal environment.
        """
        check_legal_environment(legal_environment)
        return legal_environment == FRANCE


_BECAUSE = "reserved for partners that already send it; the documentation gives no reason"
_SINCE_2025 = TypeDeprecation(since=date(2025, 7, 14), because=_BECAUSE)
_SINCE_2026 = TypeDeprecation(since=date(2026, 4, 3), because=_BECAUSE)


def _row(
    label: str,
    group: Group,
    *,
    deprecated: TypeDeprecation | None = None,
    refused_in: tuple[str, ...] = (),
) -> ExternalPaymentTypeInfo:
    return ExternalPaymentTypeInfo(
        label=label, group=group, deprecated=deprecated, refused_in=refused_in
    )


ROWS: Mapping[str, ExternalPaymentTypeInfo] = MappingProxyType(
    {
        "Unspecified": _row("Unspecified", Group.OTHER, refused_in=(FRANCE,)),
        "BadDebts": _row("Bad debts", Group.INTERNAL),
        "Bacs": _row("Bacs payment", Group.BANK),
        "WireTransfer": _row("Wire transfer", Group.BANK),
        "Invoice": _row("Invoice", Group.OTHER),
        "ExchangeRateDifference": _row("Exchange rate difference", Group.INTERNAL),
        "Complimentary": _row("Complimentary", Group.INTERNAL),
        "Reseller": _row("Reseller", Group.OTHER),
        "ExchangeRoundingDifference": _row("Exchange rounding difference", Group.INTERNAL),
        "Barter": _row("Barter", Group.OTHER),
        "Commission": _row("Commission", Group.INTERNAL),
        "BankCharges": _row("Bank charges", Group.INTERNAL),
        "CrossSettlement": _row("Cross settlement", Group.OTHER),
        "Cash": _row("Cash", Group.CASH),
        "CreditCard": _row("Credit card", Group.CARD, deprecated=_SINCE_2025),
        "Prepayment": _row("Prepayment", Group.DEPOSIT),
        "Cheque": _row("Cheque", Group.BANK),
        "Bancontact": _row("Bancontact", Group.CARD),
        "IDeal": _row("iDEAL", Group.BANK, deprecated=_SINCE_2025),
        "PayPal": _row("PayPal", Group.WALLET, deprecated=_SINCE_2025),
        "GiftCard": _row("Gift card", Group.VOUCHER),
        "LoyaltyPoints": _row("Loyalty points", Group.LOYALTY),
        "ChequeVacances": _row("Chèque-Vacances", Group.VOUCHER),
        "OnlinePayment": _row("Online payment", Group.ONLINE, deprecated=_SINCE_2025),
        "CardCheck": _row("Card check", Group.OTHER),
        "PaymentHubRedirection": _row("Payment hub redirection", Group.ONLINE),
        "Voucher": _row("Voucher", Group.VOUCHER),
        "MasterCard": _row("Mastercard", Group.CARD, deprecated=_SINCE_2025),
        "Visa": _row("Visa", Group.CARD, deprecated=_SINCE_2025),
        "Amex": _row("American Express", Group.CARD, deprecated=_SINCE_2025),
        "Discover": _row("Discover", Group.CARD, deprecated=_SINCE_2025),
        "DinersClub": _row("Diners Club", Group.CARD, deprecated=_SINCE_2025),
        "Jcb": _row("JCB", Group.CARD, deprecated=_SINCE_2025),
        "UnionPay": _row("UnionPay", Group.CARD, deprecated=_SINCE_2025),
        "Twint": _row("TWINT", Group.WALLET),
        "Reka": _row("Reka", Group.VOUCHER),
        "LoyaltyCard": _row("Loyalty card", Group.LOYALTY),
        "PosDiningAndSpaReward": _row("Dining and spa reward", Group.LOYALTY),
        "DirectDebit": _row("Direct debit", Group.BANK),
        "DepositCheck": _row("Deposit by cheque", Group.DEPOSIT),
        "DepositCash": _row("Deposit in cash", Group.DEPOSIT),
        "DepositCreditCard": _row("Deposit by credit card", Group.DEPOSIT, deprecated=_SINCE_2026),
        "DepositWireTransfer": _row("Deposit by wire transfer", Group.DEPOSIT),
    }
)
