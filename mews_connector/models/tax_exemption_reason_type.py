from mews_runtime import OpenEnum


class TaxExemptionReasonType(OpenEnum):
    """Why no tax is due, by a country's code and that country's own code for the reason."""

    UNKNOWN = "Unknown"
    IT_N1 = "IT_N1"
    IT_N2_1 = "IT_N2_1"
    IT_N2_2 = "IT_N2_2"
    IT_N3_4 = "IT_N3_4"
    IT_N3_5 = "IT_N3_5"
    IT_N4 = "IT_N4"
    IT_N5 = "IT_N5"
    PL_ZW = "PL_ZW"
    PL_NP = "PL_NP"
    DE_NATO = "DE_NATO"
    FR_261_7 = "FR_261_7"
    FR_262_00_BIS = "FR_262_00_BIS"
    FR_293_B = "FR_293_B"
