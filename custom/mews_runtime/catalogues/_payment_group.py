from __future__ import annotations

from enum import StrEnum

__all__ = ["PaymentGroup"]


class PaymentGroup(StrEnum):
    """What an external payment was made with, coarsely.

    The API has no such groups. They are ours, and follow from the names of the types and from
    the brands among them.
    """

    CASH = "cash"
    CARD = "card"
    """A payment card, by its brand or not."""

    BANK = "bank"
    """A transfer, direct debit or cheque."""

    WALLET = "wallet"
    ONLINE = "online"
    """Online, by a method that is not told."""

    VOUCHER = "voucher"
    LOYALTY = "loyalty"
    """Points or rewards of a loyalty programme."""

    DEPOSIT = "deposit"
    """Paid in advance, by whatever means."""

    INTERNAL = "internal"
    """Nobody pays: a difference, a loss, a deduction or a gift that has to be booked."""

    OTHER = "other"
    """The name of the type does not tell."""
