from mews_runtime import OpenEnum


class AllowanceProfitType(OpenEnum):
    """What an allowance brought: a gain (`AllowanceBreakage`) or a loss (`AllowanceLoss`). With
    `Contra` it is the entry that balances one."""

    ALLOWANCE_BREAKAGE = "AllowanceBreakage"
    ALLOWANCE_CONTRA_BREAKAGE = "AllowanceContraBreakage"
    ALLOWANCE_LOSS = "AllowanceLoss"
    ALLOWANCE_CONTRA_LOSS = "AllowanceContraLoss"
