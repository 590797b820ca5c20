from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True)
class SepaDirectDebitData(Model):
    """The mandate for a SEPA direct debit."""

    iban: str = field(metadata={"json": "Iban"})
    """Account to debit."""
    name: str = field(metadata={"json": "Name"})
    """The account holder's name."""
    email: str = field(metadata={"json": "Email"})
    """The account holder's e-mail address."""
    user_agent: str = field(metadata={"json": "UserAgent"})
    """User agent of the browser in which the mandate was given."""
    remote_ip_address: str = field(metadata={"json": "RemoteIpAddress"})
    """Network address from which the mandate was given."""
