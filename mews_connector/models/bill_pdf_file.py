from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillPdfFile(Model):
    """A printed bill."""

    base_64_data: str = field(metadata={"json": "Base64Data", "min_length": 1})
    """The PDF, in Base64."""
