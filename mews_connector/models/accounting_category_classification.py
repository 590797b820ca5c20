from mews_runtime.catalogues.accounting_category_classification import (
    AccountingCategoryClassificationCatalogue,
)


class AccountingCategoryClassification(AccountingCategoryClassificationCatalogue):
    """What an accounting category is about, the same for all enterprises."""

    ACCOMMODATION = "Accommodation"
    FOOD_AND_BEVERAGE = "FoodAndBeverage"
    TAXES = "Taxes"
    PAYMENTS = "Payments"
    EXTERNAL_REVENUE = "ExternalRevenue"
    SUNDRY_INCOME = "SundryIncome"
    WELLNESS = "Wellness"
    SPORT = "Sport"
    TECHNOLOGY = "Technology"
    FACILITIES = "Facilities"
    EVENTS = "Events"
    TOURISM = "Tourism"
