LegalIdentifiers = dict[str, str]
"""Identifiers with authorities, by kind such as `TaxIdentifier`."""
