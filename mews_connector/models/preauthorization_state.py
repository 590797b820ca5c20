from mews_runtime.catalogues.preauthorization_state import PreauthorizationStateCatalogue


class PreauthorizationState(PreauthorizationStateCatalogue):
    """What has become of a preauthorization: `Pending` is still being asked for, `Chargeable`
    holds the sum, `Charged` was taken, `Expired` and `Cancelled` were let go without a
    charge, `Failed` was never granted. `Cancelled` is spelt with a double l here and nowhere
    else."""

    CHARGEABLE = "Chargeable"
    EXPIRED = "Expired"
    CANCELLED = "Cancelled"
    CHARGED = "Charged"
    PENDING = "Pending"
    FAILED = "Failed"
