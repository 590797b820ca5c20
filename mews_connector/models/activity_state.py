from mews_runtime import OpenEnum


class ActivityState(OpenEnum):
    """Whether something is in use (`Active`) or was deleted (`Deleted`)."""

    ACTIVE = "Active"
    DELETED = "Deleted"
