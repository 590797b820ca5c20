"""The error of a document that cannot be compared."""


class UnreadableError(Exception):
    """The document is not there, is none, or contradicts itself. Says why, in one line."""
