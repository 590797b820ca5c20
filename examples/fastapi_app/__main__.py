"""Serves the backend until it is told to stop."""

import os

import uvicorn

uvicorn.run(
    "fastapi_app.app:create_app",
    factory=True,
    port=int(os.environ.get("BACKEND_PORT", "8000")),
    # The address of a webhook holds its token.
    access_log=False,
    # For streams that are under way; whoever records a payment is answered within ten seconds.
    timeout_graceful_shutdown=20,
)
