"""What is remarked about one value: the difference, and the document that says otherwise."""

Remark = tuple[str, str]
