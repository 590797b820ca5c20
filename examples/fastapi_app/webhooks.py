"""The route for Mews: it takes note of what changed, and answers."""

from __future__ import annotations

import hmac
import logging

from fastapi import APIRouter, HTTPException, Request

from mews_toolkit.webhooks import PaymentUpdated, parse

from .parts import TheParts

__all__ = ["router"]

_logger = logging.getLogger("backend")

router = APIRouter(prefix="/webhooks", include_in_schema=False)


@router.post("/{token}", status_code=204)
async def receive(token: str, request: Request, parts: TheParts) -> None:
    """Keeps the events on disk, each once, and calls nobody: Mews has its answer at once.

    Anyone who knows the address can send one of these. So it is only taken for a hint to look, and
    what Mews then tells is what counts.
    """
    if not hmac.compare_digest(token.encode(), parts.settings.webhook_token.encode()):
        raise HTTPException(404)
    # If the block fails the message comes again, and its events must then not count as known.
    async with parts.duplicates.removed(parse(await request.body())) as fresh:
        await parts.inbox.put([event for event in fresh if isinstance(event, PaymentUpdated)])
    # As ascii() writes them: a line break in a name would begin a line of the log.
    others = {ascii(it.discriminator) for it in fresh if not isinstance(it, PaymentUpdated)}
    if others:
        _logger.info("events that nothing is done about: %s", ", ".join(sorted(others)))
