from mews_runtime import OpenEnum


class BillCorrectionState(OpenEnum):
    """Whether a bill stands for itself (`Bill`) or corrects another (`CorrectiveBill`)."""

    BILL = "Bill"
    CORRECTIVE_BILL = "CorrectiveBill"
