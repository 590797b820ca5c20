from __future__ import annotations

import hashlib
import json
from uuid import UUID

__all__ = ["claim_key"]


def claim_key(
    environment: str, enterprise_id: UUID, account_id: UUID, external_identifier: str
) -> str:
    """What all who want the same payment come to, and nobody else; it shows none of the parts."""
    parts = [environment, str(enterprise_id), str(account_id), external_identifier]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
