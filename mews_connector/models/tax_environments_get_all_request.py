from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class TaxEnvironmentsGetAllRequest(Model):
    """Asks for all tax environments. There is nothing to choose."""
