"""Under which licences a package says that it is, and which of them are fine for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import Distribution

__all__ = ["licence_of", "refused"]

# Names as packages write them, in small letters.
_ALLOWED = frozenset(
    {
        *("mit", "mit license", "mit-0", "mit-cmu", "isc"),
        *("0bsd", "cc0-1.0", "unlicense", "public domain"),
        *("bsd-2-clause", "bsd-3-clause", "bsd license", "zlib"),
        *("apache-2.0", "apache 2.0", "apache software license"),
        *("psf-2.0", "python software foundation license"),
        # Binds who changes the package itself, and nobody who uses it.
        *("mpl-2.0", "mozilla public license 2.0 (mpl 2.0)"),
    }
)
_BY_ITS_WORDS = {
    "Redistribution and use in source and binary forms": "BSD license",
    "Permission is hereby granted, free of charge": "MIT",
}


def refused(packages: Iterable[Distribution]) -> list[str]:
    """Those whose licence is not on the list, or not told."""
    told = ((each, licence_of(each)) for each in packages)
    return [
        f"{each.name}: {licence or 'no licence'}" for each, licence in told if not _fine(licence)
    ]


def licence_of(package: Distribution) -> str:
    """As the package tells it, in one of the three places where packages do; "" if it does not."""
    told = package.metadata
    texts = told.get_all("License-Expression") or told.get_all("License") or [""]
    text = str(texts[0])
    for words, name in _BY_ITS_WORDS.items():
        if words in " ".join(text.split()):
            return name
    groups = [it.split(" :: ") for it in told.get_all("Classifier") or ()]
    named = [group[-1] for group in groups if group[0] == "License" and len(group) > 1]
    return text if text and "\n" not in text else " AND ".join(named)


def _fine(licence: str) -> bool:
    """Brackets are not looked into: what has any is for a person to judge."""
    return all(
        any(choice.strip().lower() in _ALLOWED for choice in part.split(" OR "))
        for part in licence.split(" AND ")
    )
