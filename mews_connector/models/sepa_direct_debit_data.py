from attrs import field, frozen
from mews_runtime import Model, masked


@frozen(kw_only=True, eq=False, repr=False)
class SepaDirectDebitData(Model):
    """The mandate for a SEPA direct debit."""

    iban: str = field(repr=masked, metadata={"json": "Iban", "min_length": 1})
    """Account to debit. Not shown where the mandate is printed."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """The account holder's name."""
    email: str = field(metadata={"json": "Email", "min_length": 1})
    """The account holder's e-mail address."""
    user_agent: str = field(metadata={"json": "UserAgent", "min_length": 1})
    """User agent of the browser in which the mandate was given."""
    remote_ip_address: str = field(metadata={"json": "RemoteIpAddress", "min_length": 1})
    """Network address from which the mandate was given."""
