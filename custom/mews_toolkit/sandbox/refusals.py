"""Why the API refuses a request."""


class Refusal(Exception):  # noqa: N818 - it is an answer, no fault of the sandbox
    """A request that is answered with an error.

    `status` is the HTTP status, `message` what the answer says, `details` what a developer may need
    on top.
    """

    def __init__(self, status: int, message: str, details: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.details = details


class RateLimitReached(Refusal):
    """Too many requests of one access token.

    `wait` is the time until a slot is free, in seconds.
    """

    def __init__(self, wait: float) -> None:
        super().__init__(429, "Request limit of the access token is reached.")
        self.wait = wait


def invalid(parameter: str, details: str | None = None) -> Refusal:
    """400: the parameter is missing, cannot be read, or points to something in the wrong state."""
    return Refusal(400, f"Invalid {parameter}", details)


def unauthorized(message: str) -> Refusal:
    """401: the token opens nothing, or not this operation."""
    return Refusal(401, message)


def forbidden(message: str) -> Refusal:
    """403: a business rule is against it; the message is for a person to read."""
    return Refusal(403, message)
