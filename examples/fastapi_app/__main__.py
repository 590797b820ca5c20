"""Serves the backend until it is told to stop."""

import gc
import logging
import os

import uvicorn

# Uvicorn sets up its own loggers alone.
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
# It would tell of each request to Mews.
logging.getLogger("httpx").setLevel(logging.WARNING)
# A full collection goes over all rows of all streams, and nobody has a turn meanwhile. Rows need
# none to be freed, so it can come seldom.
gc.set_threshold(50_000, 20, 20)
uvicorn.run(
    "fastapi_app.app:create_app",
    factory=True,
    port=int(os.environ.get("BACKEND_PORT", "8000")),
    # The address of a webhook holds its token.
    access_log=False,
    # For streams that are under way; whoever records a payment is answered within ten seconds.
    timeout_graceful_shutdown=20,
)
