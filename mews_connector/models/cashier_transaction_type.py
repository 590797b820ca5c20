from mews_runtime.catalogues.cashier_transaction_type import CashierTransactionTypeCatalogue


class CashierTransactionType(CashierTransactionTypeCatalogue):
    """Which way cash went: `CashIn` into a cashier; all others out of it, as a tip
    (`CashOutTip`), for an expense (`CashOutExpense`), or to bring the float back to its size
    (`CashOutFloatAdjustment`)."""

    CASH_IN = "CashIn"
    CASH_OUT = "CashOut"
    CASH_OUT_TIP = "CashOutTip"
    CASH_OUT_EXPENSE = "CashOutExpense"
    CASH_OUT_FLOAT_ADJUSTMENT = "CashOutFloatAdjustment"
