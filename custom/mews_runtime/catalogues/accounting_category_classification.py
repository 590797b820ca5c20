"""The classifications of accounting categories, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = [
    "ROWS",
    "AccountingCategoryClassificationCatalogue",
    "AccountingCategoryClassificationInfo",
]


class AccountingCategoryClassificationInfo(Info, frozen=True, kw_only=True):
    """What is known about one classification: the documentation gives no more than its name.

    Source: https://docs.mews.com/connector-api/operations/accountingcategories#accounting-category-classification
    """


class AccountingCategoryClassificationCatalogue(OpenEnum):
    """What accounting categories are about."""

    @property
    def info(self) -> AccountingCategoryClassificationInfo:
        """What is known about the classification.

        Raises:
            LookupError: This version does not know the classification.
        """
        return look_up(self, ROWS)


ROWS: Mapping[str, AccountingCategoryClassificationInfo] = MappingProxyType(
    {
        "Accommodation": AccountingCategoryClassificationInfo(label="Accommodation"),
        "FoodAndBeverage": AccountingCategoryClassificationInfo(label="Food and beverage"),
        "Taxes": AccountingCategoryClassificationInfo(label="Taxes"),
        "Payments": AccountingCategoryClassificationInfo(label="Payments"),
        "ExternalRevenue": AccountingCategoryClassificationInfo(label="External revenue"),
        "SundryIncome": AccountingCategoryClassificationInfo(label="Sundry income"),
        "Wellness": AccountingCategoryClassificationInfo(label="Wellness"),
        "Sport": AccountingCategoryClassificationInfo(label="Sport"),
        "Technology": AccountingCategoryClassificationInfo(label="Technology"),
        "Facilities": AccountingCategoryClassificationInfo(label="Facilities"),
        "Events": AccountingCategoryClassificationInfo(label="Events"),
        "Tourism": AccountingCategoryClassificationInfo(label="Tourism"),
    }
)
