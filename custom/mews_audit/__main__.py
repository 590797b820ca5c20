"""Fails where something bad is known of what users install, or its licence is not for everybody."""

from __future__ import annotations

import sys

from mews_audit.installed import installed
from mews_audit.licences import refused
from mews_audit.vulnerabilities import Findings, ask, findings


def main() -> int:
    """What is found goes to stderr, and so does what could not be asked for."""
    packages = installed()
    found = findings(packages, ask(packages))
    licences = refused(packages)
    for line in (*_told(found, len(packages)), *(f"Licence not allowed: {it}" for it in licences)):
        print(line, file=sys.stderr)
    if found.known or licences:
        return 1
    print(f"{len(packages)} packages come along; their licences are allowed")
    return 0


def _told(found: Findings, asked: int) -> list[str]:
    lines = [f"Known vulnerability: {it}" for it in found.known]
    if len(found.untold) == asked:
        lines.append("Vulnerabilities unchecked: the service does not answer")
    elif found.untold:
        lines.append(f"Vulnerabilities unchecked: {', '.join(found.untold)}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
