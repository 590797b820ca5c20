from mews_runtime import OpenEnum


class NextActionDiscriminator(OpenEnum):
    """A step that a customer has to take."""

    REDIRECT_TO_URL = "RedirectToUrl"
